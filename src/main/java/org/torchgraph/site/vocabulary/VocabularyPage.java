package org.torchgraph.site.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Messages;
import org.torchgraph.resource.Labels;
import org.torchgraph.site.frame.Frame;
import org.torchgraph.site.words.Anchors;
import org.torchgraph.site.words.Shown;
import org.torchgraph.site.words.Wording;

/**
 * The ontology as a page.
 *
 * @param title or null
 * @param other title in the other language, or null
 * @param description or null
 * @param release version of the ontology, or empty
 * @param classes by name
 * @param properties by name
 * @param diagram how classes hang together
 */
public record VocabularyPage(
        Shown title,
        Shown other,
        Shown description,
        String release,
        List<Entry> classes,
        List<Entry> properties,
        Diagram diagram,
        Wording wording) {

    /** A term as it is read; labels and definitions in all languages, that of the page first. */
    public record Entry(
            String name,
            String anchor,
            String curie,
            String iri,
            List<Shown> labels,
            List<Shown> definitions,
            List<Shown> types,
            List<Shown> parents,
            List<Link> alignments,
            List<Row> rows,
            long uses,
            List<Use> examples,
            List<Rule> rules,
            boolean deprecated,
            List<Shown> replacements) {}

    /** What is said of a term, under the words of a key. */
    public record Row(String key, List<Shown> said) {}

    /** A term of another vocabulary, and how near it is. */
    public record Link(Shown relation, Shown term) {}

    /** @param value of a property, null for a class */
    public record Use(Shown subject, Shown value) {}

    /**
     * What a shape demands.
     *
     * @param on whose values are judged
     * @param path of which property; empty for the thing as a whole
     * @param demands each a few words, and the terms that follow them
     * @param messages what a violation is told with
     */
    public record Rule(List<Shown> on, List<Shown> path, boolean inverse, List<Demand> demands, List<Shown> messages) {}

    /** Words, and what they are about. */
    public record Demand(String words, List<Shown> values) {}

    /** @param labels of all that {@link Vocabulary#named} names */
    public static VocabularyPage of(Frame frame, Vocabulary vocabulary, Labels labels) {
        Wording wording = frame.wording(labels);
        return new VocabularyPage(
                wording.best(vocabulary.titles()).orElse(null),
                wording.other(vocabulary.titles()).orElse(null),
                wording.prose(vocabulary.descriptions()).orElse(null),
                vocabulary.release(),
                vocabulary.classes().stream()
                        .map(term -> entry(term, wording, frame.messages()))
                        .toList(),
                vocabulary.properties().stream()
                        .map(term -> entry(term, wording, frame.messages()))
                        .toList(),
                Diagram.of(vocabulary),
                wording);
    }

    /** A term in the diagram, in the language of the page. */
    public Shown shown(Term term) {
        return wording.show(term.node());
    }

    private static Entry entry(Term term, Wording wording, Messages texts) {
        return new Entry(
                term.name(),
                Anchors.of(term.name()),
                wording.curie(term.node()),
                term.node().getURI(),
                all(term.labels(), wording),
                all(term.definitions(), wording),
                all(term.types(), wording),
                all(term.parents(), wording),
                term.alignments().stream()
                        .map(link -> new Link(wording.show(link.relation()), wording.show(link.term())))
                        .toList(),
                rows(term.axioms(), new ClassWords(wording)),
                term.uses(),
                term.examples().stream()
                        .map(use -> new Use(
                                wording.show(use.subject()), use.value() == null ? null : wording.show(use.value())))
                        .toList(),
                term.constraints().stream()
                        .map(constraint -> rule(constraint, wording, texts))
                        .toList(),
                term.deprecated(),
                all(term.replacements(), wording));
    }

    private static List<Row> rows(List<Axiom> axioms, ClassWords words) {
        Map<String, List<Shown>> byKey = new LinkedHashMap<>();
        axioms.forEach(axiom -> byKey.computeIfAbsent(axiom.key(), none -> new ArrayList<>())
                .add(
                        axiom.classes().size() == 1
                                ? words.say(axiom.classes().get(0))
                                : words.join(axiom.between(), axiom.classes())));
        return byKey.entrySet().stream()
                .map(row -> new Row(row.getKey(), List.copyOf(row.getValue())))
                .toList();
    }

    private static Rule rule(Constraint constraint, Wording wording, Messages texts) {
        return new Rule(
                all(constraint.on(), wording),
                all(constraint.path(), wording),
                constraint.inverse(),
                constraint.demands().stream()
                        .map(demand -> new Demand(
                                texts.say("def.rule." + demand.parameter()),
                                demand.values().stream().map(wording::show).toList()))
                        .toList(),
                constraint.messages().stream()
                        .map(message -> own(message, wording))
                        .toList());
    }

    /**
     * The part of a message that is in the language of the page: Jena takes one message a shape, so that a message in
     * two languages is written Chinese first, then " / " and English.
     */
    private static Shown own(Node message, Wording wording) {
        String[] both = message.getLiteralLexicalForm().split(" / ", 2);
        boolean two = message.getLiteralLanguage().isEmpty() && both.length == 2;
        return two ? Shown.text(both[wording.language() == Language.ZH ? 0 : 1]) : wording.show(message);
    }

    private static List<Shown> all(List<Node> nodes, Wording wording) {
        return nodes.stream()
                .sorted(wording.ownLanguageFirst())
                .map(wording::show)
                .toList();
    }
}
