package org.torchgraph.publication.settings;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.rdf.TripleSource;

/** The shapes of {@code site.ttl}: which settings there are, and what they may be. */
public final class SettingsShapes {
    private static final Node SETTINGS = Settings.term("Settings");

    /** The properties whose values only one setting may have. */
    private static final List<Node> UNIQUE = List.of(
            Settings.OF,
            Presentation.CLASS,
            Presentation.GROUP,
            Presentation.PROPERTY,
            Presentation.TERM,
            Presentation.VALUE);

    private SettingsShapes() {}

    /**
     * A setting that is none, or has a wrong value.
     *
     * @param subject the subject of the statement
     * @param property may be null, when one is missing
     * @param value may be null
     * @param code of the message
     * @param details arguments of the message after the value
     */
    public record Violation(Node subject, Node property, Node value, Code code, List<Object> details) {
        Violation(Node subject, Node property, Node value, Code code) {
            this(subject, property, value, code, List.of());
        }
    }

    /**
     * Returns the violations of some triples. A subject that is no value of another is treated as settings.
     *
     * @param root the folder of the publication, for the files that settings name
     */
    public static List<Violation> violations(TripleSource triples, Path root, InterfaceLanguages languages) {
        Stream<Triple> typed = triples.find()
                .flatMap(triple -> triples.contains(Node.ANY, Node.ANY, triple.getSubject())
                        ? Stream.of(triple)
                        : Stream.of(triple, Triple.create(triple.getSubject(), RDF.type.asNode(), SETTINGS)));
        Stream<Violation> ofShapes =
                ShaclValidator.get().validate(shapes(), TripleSource.of(typed).asGraph()).getEntries().stream()
                        .map(SettingsShapes::violation);
        List<Violation> found = ofShapes.distinct().toList();
        return found.isEmpty()
                ? Stream.of(
                                twice(triples),
                                listedTwice(triples),
                                new SettingsValues(triples, root, languages).violations())
                        .flatMap(each -> each)
                        .toList()
                : found;
    }

    private static Violation violation(ReportEntry entry) {
        Node property = entry.resultPath() instanceof P_Link link ? link.getNode() : null;
        // What is wrong with a property that a closed shape does not know is the property itself.
        boolean isUnknown = SHACL.ClosedConstraintComponent.equals(entry.sourceConstraintComponent());
        return new Violation(
                entry.focusNode(), property, isUnknown ? property : entry.value(), Code.of(entry.message()));
    }

    /** Returns a violation for each rule, class, group, property, term or value that two settings of one kind name. */
    private static Stream<Violation> twice(TripleSource triples) {
        return UNIQUE.stream()
                .flatMap(key -> triples.find(Node.ANY, key, Node.ANY))
                .filter(named -> triples.subjects(named.getPredicate(), named.getObject())
                                .count()
                        > 1)
                .map(named ->
                        new Violation(named.getSubject(), named.getPredicate(), named.getObject(), Code.SETTING_TWICE));
    }

    /** Returns a violation for each property that is more than once in the lists of layouts. */
    private static Stream<Violation> listedTwice(TripleSource triples) {
        Set<Node> seen = new HashSet<>();
        return triples.find(Node.ANY, Presentation.PROPERTIES, Node.ANY)
                .flatMap(layout -> Presentation.members(triples, layout.getObject())
                        .filter(property -> !seen.add(property))
                        .map(property -> new Violation(
                                layout.getSubject(), Presentation.PROPERTIES, property, Code.SETTING_TWICE)));
    }

    /** Returns a violation for each further base that begins with another base, or another base with it. */
    public static List<Violation> overlaps(TripleSource triples, String base) {
        return triples.find(Node.ANY, WebSettings.BASE, Node.ANY)
                .filter(set -> Stream.concat(
                                Stream.of(base),
                                triples.objects(Node.ANY, WebSettings.BASE)
                                        .filter(other -> !other.equals(set.getObject()))
                                        .map(Node::getURI))
                        .anyMatch(other -> overlap(other, set.getObject().getURI())))
                .map(set -> new Violation(
                        set.getSubject(), set.getPredicate(), set.getObject(), Code.SETTING_BASES_OVERLAP))
                .toList();
    }

    private static boolean overlap(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    private static Shapes shapes() {
        return Shapes.parse(RDFParser.source(SettingsShapes.class.getResourceAsStream("settings-shapes.ttl"))
                .lang(Lang.TURTLE)
                .toGraph());
    }
}
