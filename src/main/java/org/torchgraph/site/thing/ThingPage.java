package org.torchgraph.site.thing;

import java.util.List;
import org.apache.jena.graph.Node;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.model.Description;
import org.torchgraph.routes.PageAddress;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.words.Kind;
import org.torchgraph.site.words.LocalLinks;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * The page of one thing.
 *
 * @param iri its canonical name
 * @param address of its document on this site
 * @param outside where the IRI itself leads when that is not here, or null
 * @param name its name in the language of the page
 * @param other its name in the other language, or null
 * @param classes what it is
 * @param lead a sentence that says what it is, or null
 * @param graph the named graph that its statements come from unless marked otherwise, or null
 * @param groups its statements
 * @param parts what is named by its IRI and {@code #} and no statement above leads to
 * @param unstated claims about it whose triple is not stated
 * @param places where in the sources it is written
 * @param incoming what links to it
 */
public record ThingPage(
        String iri,
        PageAddress address,
        String outside,
        RenderedTerm name,
        RenderedTerm other,
        List<ClassMark> classes,
        RenderedTerm lead,
        RenderedTerm graph,
        List<PropertyGroup> groups,
        List<ThingPart> parts,
        List<ClaimView> unstated,
        List<SourcePassages> places,
        IncomingLinks incoming) {

    /** A class that the thing is in. */
    public record ClassMark(RenderedTerm name, Kind kind) {}

    /** Statements that stand under one heading: {@code facts}, {@code names} or {@code sources}. */
    public record PropertyGroup(String key, List<PropertyView> properties) {}

    /**
     * A part of the thing that stands by itself.
     *
     * @param anchor fragment by which it is linked to, or null
     * @param iri its canonical name
     * @param name in the language of the page
     * @param properties what is said of it
     */
    public record ThingPart(
            String anchor, String iri, RenderedTerm name, List<ClassMark> classes, List<PropertyView> properties) {}

    /** @param origin by which the site was reached */
    public static ThingPage of(Description description, TermRenderer wording, String origin) {
        Node thing = description.thing();
        List<Node> names = wording.names(thing);
        RenderedTerm name = wording.best(names).orElse(wording.show(thing));
        StatementsView statements = new StatementsView(description, wording, origin);
        List<PropertyGroup> groups = statements.groups();
        return new ThingPage(
                thing.getURI(),
                wording.links().address(thing.getURI()),
                thing.getURI().startsWith(wording.links().base())
                        ? null
                        : LocalLinks.outside(thing.getURI()).orElse(null),
                name,
                wording.other(names)
                        .filter(other -> !other.text().equals(name.text()))
                        .orElse(null),
                statements.classes(),
                statements.lead(),
                statements.graph(),
                groups,
                statements.parts(),
                statements.unstated(),
                SourcePassages.of(description.passages(), wording),
                IncomingLinks.of(description.incoming(), wording));
    }

    /** Address of the editor with a query that describes the thing. */
    public String describe() {
        return SiteRoute.SPARQL.path() + "?query=" + PercentEncoding.value("DESCRIBE <" + iri + ">");
    }
}
