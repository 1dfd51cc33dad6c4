package org.torchgraph.export.diff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.torchgraph.export.TidyTurtle;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Labels;
import org.torchgraph.model.catalogue.Version;
import org.torchgraph.model.catalogue.Versions;
import org.torchgraph.publication.Publication;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.rdf.order.NamedGraphs;
import org.torchgraph.rdf.syntax.SortedTurtle;

/**
 * The record of a new version: its name, its date, its changes, and the digest of the previous version, which that
 * version could not hold itself. A version that was published without a record, such as the first, gets its record
 * along with the next.
 */
public final class VersionRecord {
    /** The prefixes of the terms in a record, for a publication that does not declare them. */
    private static final Map<String, String> PREFIXES = Map.of(
            "adms", "http://www.w3.org/ns/adms#",
            "dcat", DCAT.NS,
            "dct", DCTerms.NS,
            "owl", OWL2.NS,
            "xsd", XSD.NS);

    private static final String COMMENT =
            "# What changed from version %s to version %s, as torchgraph diff tells it; kept as data/versions/%s.ttl.\n";

    private final Publication old;
    private final Publication now;
    private final Node dataset;
    private final Versions before;
    private final Versions after;
    private final Labels labels;
    private final List<Quad> quads = new ArrayList<>();

    private VersionRecord(Publication old, Publication now, TripleSource union, Node dataset) {
        this.old = old;
        this.now = now;
        this.dataset = dataset;
        before = Versions.of(union(old), Optional.of(dataset));
        after = Versions.of(union, Optional.of(dataset));
        labels = Labels.of(List.of(dataset), union, now);
    }

    /** Returns the record of the newer publication; empty if it describes no dataset. */
    public static Optional<VersionRecord> between(Publication old, Publication now) {
        TripleSource union = union(now);
        return Version.dataset(union, now.base()).map(dataset -> new VersionRecord(old, now, union, dataset));
    }

    private static TripleSource union(Publication publication) {
        return TripleSource.of(publication.quads().map(Quad::asTriple));
    }

    /**
     * Returns the version number that both publications state; if it is not empty, the editors have yet to change it.
     */
    public Optional<String> sameName() {
        return Optional.of(after.name()).filter(name -> !name.isEmpty() && name.equals(before.name()));
    }

    /**
     * Returns the record as a Turtle file of the newer publication.
     *
     * @param oldVersion the digest of the older publication
     * @param issued the publication date of the newer
     * @param terms returns the labels of terms that neither publication describes
     */
    public String turtle(String oldVersion, LocalDate issued, Function<Node, List<Node>> terms) {
        DifferenceReport english = new DifferenceReport(old, now, terms, Language.EN);
        List<DifferenceReport> reports = List.of(english, english.in(Language.ZH));
        Optional<Version> recorded = before.current();
        int number = before.recorded().size() + (recorded.isPresent() ? 1 : 2);
        Node previous = recorded.map(Version::iri).orElseGet(() -> iri(number - 1));
        String oldName = before.name().isEmpty() ? Integer.toString(number - 1) : before.name();
        String name = after.name().isEmpty() ? Integer.toString(number) : after.name();
        if (recorded.isEmpty()) {
            describe(previous, oldName, before.day(), reports);
            before.previous().ifPresent(earlier -> say(previous, Version.PREVIOUS, earlier));
        }
        say(previous, OWL2.versionInfo, NodeFactory.createLiteralString(oldVersion));
        describe(
                iri(number),
                name,
                Optional.of(NodeFactory.createLiteralDT(issued.toString(), XSDDatatype.XSDdate)),
                reports);
        say(iri(number), Version.PREVIOUS, previous);
        reports.forEach(
                report -> say(iri(number), Version.NOTES, report.wording().literal(String.join("\n", report.notes()))));
        return tidy(COMMENT.formatted(oldName, name, number));
    }

    private Node iri(int number) {
        return NodeFactory.createURI(now.base() + "id/version/" + number);
    }

    private void describe(Node version, String name, Optional<Node> day, List<DifferenceReport> reports) {
        say(version, RDF.type, DCAT.Dataset.asNode());
        say(version, Version.OF, dataset);
        say(version, Version.NAME, NodeFactory.createLiteralString(name));
        day.ifPresent(literal -> say(version, DCTerms.issued, literal));
        String date = day.map(Node::getLiteralLexicalForm).orElse("");
        for (Node own : labels.byNode().getOrDefault(dataset, List.of())) {
            say(
                    version,
                    DCTerms.title,
                    NodeFactory.createLiteralLang(own.getLiteralLexicalForm() + " " + name, own.getLiteralLanguage()));
        }
        for (DifferenceReport report : reports) {
            DifferenceWording words = report.wording();
            say(
                    version,
                    DCTerms.description,
                    words.literal(words.say(
                            "diff.version.description",
                            labels.name(dataset, words.language().code()).text(),
                            name,
                            day.isPresent() ? 1 : 0,
                            date)));
        }
    }

    private void say(Node version, Property property, Node value) {
        quads.add(Quad.create(Quad.defaultGraphIRI, version, property.asNode(), value));
    }

    private String tidy(String comment) {
        PrefixMap prefixes = PrefixMapFactory.create(now.prefixes());
        PREFIXES.forEach((prefix, namespace) -> {
            if (!prefixes.getMapping().containsValue(namespace)) {
                prefixes.add(prefix, namespace);
            }
        });
        String statements = new SortedTurtle(prefixes, Optional.of(now.base())).text(NamedGraphs.of(quads));
        return new TidyTurtle(now.base(), now.prefixes()).of(comment + statements);
    }
}
