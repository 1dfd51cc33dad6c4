package org.torchgraph.site.thing;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.model.Description;
import org.torchgraph.model.Statement;
import org.torchgraph.model.term.Coordinates;
import org.torchgraph.publication.evidence.Passage;
import org.torchgraph.routes.PageAddress;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.cite.Citation;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.Kind;
import org.torchgraph.site.words.LocalLinks;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * The page of a thing.
 *
 * @param iri its IRI
 * @param address the address of its document on this site
 * @param outside the link of the IRI itself if that is elsewhere, or null
 * @param name its name in the language of the page
 * @param comparable whether the data state a class of it, so that it can be compared
 * @param citation how it is cited
 * @param other its name in the other language, or null
 * @param same the IRIs of things that the data say are the same, or that differ in their spelling alone
 * @param classes its classes
 * @param lead a sentence that describes it, or null
 * @param points where it is, by coordinates of its own or of its blank nodes
 * @param graph the graph that states its statements unless marked otherwise, or null
 * @param groups its statements
 * @param parts its {@code #} parts that none of these statements has as value
 * @param unstated the claims about it whose triple is not stated
 * @param places the passages that support it, by source
 * @param sources the sources that it cites without a passage
 * @param passage the passage of a source that it is, or null
 * @param incoming the links to it
 * @param belonging the number of things that belong to it
 */
public record ThingPage(
        String iri,
        PageAddress address,
        String outside,
        RenderedTerm name,
        boolean comparable,
        Citation citation,
        RenderedTerm other,
        List<RenderedTerm> same,
        List<ClassMark> classes,
        RenderedTerm lead,
        List<Coordinates> points,
        RenderedTerm graph,
        List<PropertyGroup> groups,
        List<ThingPart> parts,
        List<ClaimView> unstated,
        List<SourcePassages> places,
        List<RenderedTerm> sources,
        PassageView passage,
        IncomingLinks incoming,
        int belonging) {

    /** A class of the thing. */
    public record ClassMark(RenderedTerm name, Kind kind) {}

    /** The statements below one heading: {@code facts}, {@code names} or {@code sources}. */
    public record PropertyGroup(String key, RenderedTerm label, List<PropertyView> properties) {}

    /**
     * A part of the thing with a section of its own.
     *
     * @param anchor its fragment on the page, or null
     * @param iri its IRI
     * @param name its name in the language of the page
     * @param classes its classes
     * @param points where it is, by coordinates of its own
     * @param properties its statements
     */
    public record ThingPart(
            String anchor,
            String iri,
            RenderedTerm name,
            List<ClassMark> classes,
            List<Coordinates> points,
            List<PropertyView> properties) {}

    /**
     * Returns the page of a description.
     *
     * @param description the description
     * @param wording renders its nodes
     * @param frame the context of the page
     */
    public static ThingPage of(Description description, TermRenderer wording, PageContext frame) {
        Node thing = description.thing();
        List<Node> names = names(thing, wording);
        RenderedTerm name = wording.best(names).orElse(wording.show(thing));
        StatementsView statements = new StatementsView(description, wording, frame.origin());
        List<PropertyGroup> groups = statements.groups();
        return new ThingPage(
                thing.getURI(),
                wording.links().address(thing.getURI()),
                thing.getURI().startsWith(wording.links().base())
                        ? null
                        : LocalLinks.outside(thing.getURI()).orElse(null),
                name,
                hasStatedClass(description),
                Citation.of(description, name, wording, frame),
                wording.other(names)
                        .filter(other -> !other.text().equals(name.text()))
                        .orElse(null),
                same(description, wording),
                statements.classes(),
                Lead.of(description, wording),
                Points.of(description, wording.appearance().layout()),
                statements.graph(),
                groups,
                statements.parts(),
                statements.unstated(),
                SourcePassages.of(description.passages(), wording),
                sources(description, wording),
                description.cited().map(cited -> PassageView.of(cited, wording)).orElse(null),
                IncomingLinks.of(description.incoming(), wording),
                description.belonging());
    }

    /** Returns the names of a thing, else those of the same IRI with an empty fragment, as some vocabularies have. */
    private static List<Node> names(Node thing, TermRenderer wording) {
        List<Node> own = wording.names(thing);
        return own.isEmpty() ? wording.names(NodeFactory.createURI(thing.getURI() + "#")) : own;
    }

    /** Returns what the statements do not show: who says that the thing is the same, and its other spellings. */
    private static List<RenderedTerm> same(Description description, TermRenderer wording) {
        return Stream.concat(
                        description.incoming().statements().stream()
                                .map(Statement::triple)
                                .filter(triple -> triple.getPredicate().equals(OWL2.sameAs.asNode())
                                        && wording.appearance().layout().isShown(OWL2.sameAs.getURI()))
                                .map(Triple::getSubject)
                                .filter(Node::isURI)
                                .map(Node::getURI),
                        wording.links().twins(description.thing().getURI()).stream())
                .distinct()
                .map(wording::iri)
                .toList();
    }

    private static List<RenderedTerm> sources(Description description, TermRenderer wording) {
        Set<Node> selected =
                description.passages().stream().map(Passage::source).collect(Collectors.toSet());
        return description.statements().stream()
                .filter(statement -> statement.triple().getPredicate().equals(DCTerms.source.asNode()))
                .map(statement -> statement.triple().getObject())
                .filter(source -> !selected.contains(source))
                .map(wording::show)
                .toList();
    }

    /** Returns whether a page says where the thing is written. */
    public boolean isSourced() {
        return !places.isEmpty() || !sources.isEmpty();
    }

    private static boolean hasStatedClass(Description description) {
        return description.statements().stream()
                .anyMatch(statement -> statement.triple().getPredicate().equals(RDF.type.asNode())
                        && statement.triple().getSubject().equals(description.thing())
                        && !statement.graphs().isEmpty());
    }

    /** Returns the path of the comparison to which another thing is to be added. */
    public String compare() {
        return SiteRoute.COMPARISON.path() + "?thing=" + PercentEncoding.value(iri);
    }

    /** Returns the path of the printable page, or null if the thing has no document of its own path. */
    public String brief() {
        String documents = SiteRoute.DOCUMENT.path();
        return address.path().startsWith(documents) && address.query().isEmpty()
                ? SiteRoute.BRIEF.path(address.path().substring(documents.length()))
                : null;
    }

    /** Returns the address of the Turtle of the thing with everything that belongs to it. */
    public String whole() {
        return address.form("ttl").with("parts", "all").toString();
    }

    /** Returns the path of the editor with a query that describes the thing. */
    public String describe() {
        return SiteRoute.SPARQL.path() + "?query=" + PercentEncoding.value("DESCRIBE <" + iri + ">");
    }
}
