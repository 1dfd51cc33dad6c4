package org.torchgraph.site.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.torchgraph.messages.Messages;
import org.torchgraph.model.Labels;
import org.torchgraph.model.vocabulary.Axiom;
import org.torchgraph.model.vocabulary.Constraint;
import org.torchgraph.model.vocabulary.Vocabulary;
import org.torchgraph.model.vocabulary.VocabularyTerm;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.Anchors;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * The page about the ontology.
 *
 * @param title its title, or null
 * @param other its title in the other language, or null
 * @param description its description, or null
 * @param release its version, or an empty text
 * @param classes the classes by name
 * @param properties the properties by name
 * @param diagram the diagram of the classes
 * @param wording renders terms in the language of the page
 */
public record VocabularyPage(
        RenderedTerm title,
        RenderedTerm other,
        RenderedTerm description,
        String release,
        List<TermEntry> classes,
        List<TermEntry> properties,
        Diagram diagram,
        TermRenderer wording) {

    /** A term as the page shows it, with labels and definitions in all languages, that of the page first. */
    public record TermEntry(
            String name,
            String anchor,
            String curie,
            String iri,
            List<RenderedTerm> labels,
            List<RenderedTerm> definitions,
            List<RenderedTerm> types,
            List<RenderedTerm> parents,
            List<RelatedTerm> alignments,
            List<Row> rows,
            long uses,
            List<Use> examples,
            List<ShapeRule> rules,
            boolean deprecated,
            List<RenderedTerm> replacements) {}

    /**
     * The axioms of one kind.
     *
     * @param key the message key of the kind
     * @param said the axioms in words
     */
    public record Row(String key, List<RenderedTerm> said) {}

    /**
     * A term of another vocabulary with its mapping relation.
     *
     * @param relation the mapping property
     * @param term the other term
     */
    public record RelatedTerm(RenderedTerm relation, RenderedTerm term) {}

    /**
     * A usage example.
     *
     * @param subject the thing
     * @param value the value of the property, null for a class
     */
    public record Use(RenderedTerm subject, RenderedTerm value) {}

    /**
     * A shape constraint in words.
     *
     * @param on the target of the shape
     * @param path the constrained property; empty for the thing as a whole
     * @param inverse whether the path is an inverse path
     * @param demands the constraints, each in words with the terms that follow them
     * @param messages the messages of violations
     */
    public record ShapeRule(
            List<RenderedTerm> on,
            List<RenderedTerm> path,
            boolean inverse,
            List<DemandWords> demands,
            List<RenderedTerm> messages) {}

    /**
     * A constraint in words, with the terms that follow them.
     *
     * @param words the words
     * @param values the terms
     */
    public record DemandWords(String words, List<RenderedTerm> values) {}

    /**
     * Renders a vocabulary.
     *
     * @param frame the context of the page
     * @param vocabulary the vocabulary
     * @param labels the labels of the nodes of {@link Vocabulary#named}
     */
    public static VocabularyPage of(PageContext frame, Vocabulary vocabulary, Labels labels) {
        TermRenderer wording = frame.wording(labels);
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

    /** Returns a term of the diagram in the language of the page. */
    public RenderedTerm shown(VocabularyTerm term) {
        return wording.show(term.node());
    }

    private static TermEntry entry(VocabularyTerm term, TermRenderer wording, Messages texts) {
        return new TermEntry(
                term.name(),
                Anchors.of(term.name()),
                wording.curie(term.node()),
                term.node().getURI(),
                all(term.labels(), wording),
                all(term.definitions(), wording),
                all(term.types(), wording),
                all(term.parents(), wording),
                term.alignments().stream()
                        .map(link -> new RelatedTerm(wording.show(link.relation()), wording.show(link.term())))
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
        Map<String, List<RenderedTerm>> byKey = new LinkedHashMap<>();
        axioms.forEach(axiom -> byKey.computeIfAbsent(axiom.key(), none -> new ArrayList<>())
                .add(
                        axiom.classes().size() == 1
                                ? words.say(axiom.classes().get(0))
                                : words.join(axiom.between(), axiom.classes())));
        return byKey.entrySet().stream()
                .map(row -> new Row(row.getKey(), List.copyOf(row.getValue())))
                .toList();
    }

    private static ShapeRule rule(Constraint constraint, TermRenderer wording, Messages texts) {
        return new ShapeRule(
                all(constraint.on(), wording),
                all(constraint.path(), wording),
                constraint.inverse(),
                constraint.demands().stream()
                        .map(demand -> new DemandWords(
                                texts.say("def.rule." + demand.parameter()),
                                demand.values().stream().map(wording::show).toList()))
                        .toList(),
                wording.own(constraint.messages()));
    }

    private static List<RenderedTerm> all(List<Node> nodes, TermRenderer wording) {
        return nodes.stream()
                .sorted(wording.ownLanguageFirst())
                .map(wording::show)
                .toList();
    }
}
