package org.torchgraph.publication.settings;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.messages.Code;
import org.torchgraph.rdf.TripleSource;

/** The shapes of {@code site.ttl}: which settings there are, and what they may be. */
public final class SettingsShapes {
    private static final Node SETTINGS = Settings.term("Settings");

    private SettingsShapes() {}

    /**
     * A setting that is none, or has a wrong value.
     *
     * @param subject the subject of the statement
     * @param property may be null, when one is missing
     * @param value may be null
     * @param code of the message
     */
    public record Violation(Node subject, Node property, Node value, Code code) {}

    /** Returns the violations of some triples. A subject that is no value of another is treated as settings. */
    public static List<Violation> violations(TripleSource triples) {
        Stream<Triple> typed = triples.find()
                .flatMap(triple -> triples.contains(Node.ANY, Node.ANY, triple.getSubject())
                        ? Stream.of(triple)
                        : Stream.of(triple, Triple.create(triple.getSubject(), RDF.type.asNode(), SETTINGS)));
        Stream<Violation> ofShapes =
                ShaclValidator.get().validate(shapes(), TripleSource.of(typed).asGraph()).getEntries().stream()
                        .map(SettingsShapes::violation);
        return Stream.concat(ofShapes, twice(triples)).distinct().toList();
    }

    private static Violation violation(ReportEntry entry) {
        Node property = entry.resultPath() instanceof P_Link link ? link.getNode() : null;
        return new Violation(entry.focusNode(), property, entry.value(), Code.of(entry.message()));
    }

    /** Returns a violation for each setting that names a rule which another setting also names. */
    private static Stream<Violation> twice(TripleSource triples) {
        return triples.find(Node.ANY, Settings.OF, Node.ANY)
                .filter(named ->
                        triples.subjects(Settings.OF, named.getObject()).count() > 1)
                .map(named -> new Violation(named.getSubject(), Settings.OF, named.getObject(), Code.SETTING_TWICE));
    }

    private static Shapes shapes() {
        return Shapes.parse(RDFParser.source(SettingsShapes.class.getResourceAsStream("settings-shapes.ttl"))
                .lang(Lang.TURTLE)
                .toGraph());
    }
}
