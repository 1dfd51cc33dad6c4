package org.torchgraph.site.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.messages.Messages;
import org.torchgraph.model.Labels;
import org.torchgraph.model.portion.Portion;
import org.torchgraph.model.vocabulary.Axiom;
import org.torchgraph.model.vocabulary.Constraint;
import org.torchgraph.model.vocabulary.OntologySection;
import org.torchgraph.model.vocabulary.VocabularyExcerpt;
import org.torchgraph.model.vocabulary.VocabularyExcerpt.ShownSection;
import org.torchgraph.model.vocabulary.VocabularyTerm;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.Anchors;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * The page about the vocabulary.
 *
 * @param title the title of the only ontology, or null
 * @param other its title in the other language, or null
 * @param description its description, or null
 * @param release its version, or an empty text
 * @param facts what else is stated of it
 * @param ontologies the ontologies, if they are several
 * @param diagram the diagram of the classes
 * @param wording renders terms in the language of the page
 */
public record VocabularyPage(
        RenderedTerm title,
        RenderedTerm other,
        RenderedTerm description,
        String release,
        List<HeadFact> facts,
        List<OntologyView> ontologies,
        Diagram diagram,
        TermRenderer wording) {
    /** The number of classes beyond which a diagram cannot be read. */
    private static final int MAX_DRAWN = 60;

    /**
     * An ontology with its terms.
     *
     * @param number its place, from 1
     * @param name its name, with a link to its page
     * @param description its description, or null
     * @param release its version, or an empty text
     * @param facts what else is stated of it
     * @param total the number of its terms
     * @param parameter its IRI as the value of a parameter
     * @param classes the classes that are shown
     * @param properties the properties that are shown
     * @param terms the page of the terms, or null if the page does not show any
     */
    public record OntologyView(
            int number,
            RenderedTerm name,
            RenderedTerm description,
            String release,
            List<HeadFact> facts,
            int total,
            String parameter,
            List<TermEntry> classes,
            List<TermEntry> properties,
            Portion<?> terms) {}

    /** Values that are stated of an ontology, below a message key. */
    public record HeadFact(String key, List<RenderedTerm> values) {}

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
            List<RenderedTerm> children,
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
     * Renders what a page shows of a vocabulary.
     *
     * @param frame the context of the page
     * @param vocabulary what the page shows
     * @param labels the labels of the nodes of {@link VocabularyExcerpt#named}
     */
    public static VocabularyPage of(PageContext frame, VocabularyExcerpt vocabulary, Labels labels) {
        TermRenderer wording = frame.wording(labels);
        List<ShownSection> sections = vocabulary.sections();
        List<OntologyView> views = new ArrayList<>();
        for (ShownSection section : sections) {
            views.add(view(views.size() + 1, section, wording, frame.messages()));
        }
        Optional<OntologySection> only = sections.stream()
                .map(ShownSection::section)
                .filter(section -> sections.size() == 1)
                .findFirst();
        List<VocabularyTerm> classes =
                sections.stream().flatMap(section -> section.classes().stream()).toList();
        return new VocabularyPage(
                only.flatMap(section -> wording.best(section.titles())).orElse(null),
                only.flatMap(section -> wording.other(section.titles())).orElse(null),
                only.flatMap(section -> wording.prose(section.descriptions())).orElse(null),
                only.map(OntologySection::release).orElse(""),
                only.map(section -> facts(section, wording)).orElse(List.of()),
                views,
                Diagram.of(
                        classes.size() > MAX_DRAWN && !sections.get(0).section().own() ? List.of() : classes,
                        sections.stream()
                                .flatMap(section -> section.properties().stream())
                                .toList()),
                wording);
    }

    private static OntologyView view(int number, ShownSection shown, TermRenderer wording, Messages texts) {
        OntologySection section = shown.section();
        RenderedTerm node = wording.show(section.node());
        return new OntologyView(
                number,
                wording.best(section.titles())
                        .map(title -> node.href() == null ? title : title.leadingTo(node))
                        .orElse(node),
                wording.prose(section.descriptions()).orElse(null),
                section.release(),
                facts(section, wording),
                section.terms().size(),
                PercentEncoding.value(section.node().getURI()),
                shown.classes().stream()
                        .map(term -> entry(number, term, wording, texts))
                        .toList(),
                shown.properties().stream()
                        .map(term -> entry(number, term, wording, texts))
                        .toList(),
                shown.terms().orElse(null));
    }

    private static List<HeadFact> facts(OntologySection section, TermRenderer wording) {
        return section.facts().stream()
                .map(fact -> new HeadFact(
                        fact.key(), fact.values().stream().map(wording::show).toList()))
                .toList();
    }

    /** Returns all classes that are shown. */
    public List<TermEntry> classes() {
        return ontologies.stream().flatMap(one -> one.classes().stream()).toList();
    }

    /** Returns all properties that are shown. */
    public List<TermEntry> properties() {
        return ontologies.stream().flatMap(one -> one.properties().stream()).toList();
    }

    /** Returns a term of the diagram in the language of the page. */
    public RenderedTerm shown(VocabularyTerm term) {
        return wording.show(term.node());
    }

    private static TermEntry entry(int number, VocabularyTerm term, TermRenderer wording, Messages texts) {
        return new TermEntry(
                term.name(),
                // Terms of two ontologies may have the same name.
                Anchors.of(number == 1 ? term.name() : term.name() + "-" + number),
                wording.curie(term.node()),
                term.node().getURI(),
                all(term.labels(), wording),
                all(term.definitions(), wording),
                all(term.types(), wording),
                all(term.parents(), wording),
                all(term.children(), wording),
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
