package org.torchgraph.site;

import java.util.List;
import org.apache.jena.graph.Node;
import org.torchgraph.resource.Labels;
import org.torchgraph.site.frame.Frame;
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
 */
public record VocabularyPage(
        Shown title, Shown other, Shown description, String release, List<Entry> classes, List<Entry> properties) {

    /** A term as it is read; labels and definitions in all languages, that of the page first. */
    public record Entry(
            String name,
            String curie,
            String iri,
            List<Shown> labels,
            List<Shown> definitions,
            List<Shown> types,
            List<Shown> parents,
            List<Shown> domains,
            List<Shown> ranges) {}

    static VocabularyPage of(Frame frame, Vocabulary vocabulary, Labels labels) {
        Wording wording = frame.wording(labels);
        return new VocabularyPage(
                wording.best(vocabulary.titles()).orElse(null),
                wording.other(vocabulary.titles()).orElse(null),
                wording.best(vocabulary.descriptions()).orElse(null),
                vocabulary.release(),
                vocabulary.classes().stream().map(term -> entry(term, wording)).toList(),
                vocabulary.properties().stream()
                        .map(term -> entry(term, wording))
                        .toList());
    }

    private static Entry entry(Vocabulary.Term term, Wording wording) {
        return new Entry(
                term.name(),
                wording.curie(term.node()),
                term.node().getURI(),
                all(term.labels(), wording),
                all(term.definitions(), wording),
                all(term.types(), wording),
                all(term.parents(), wording),
                all(term.domains(), wording),
                all(term.ranges(), wording));
    }

    private static List<Shown> all(List<Node> nodes, Wording wording) {
        return nodes.stream()
                .sorted(wording.ownLanguageFirst())
                .map(wording::show)
                .toList();
    }
}
