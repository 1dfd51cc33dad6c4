package org.torchgraph.model.vocabulary;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.model.portion.Portion;

/**
 * What one page shows of a vocabulary. A small one is shown whole; of a large one the terms in the publication's own
 * namespace, to whose fragments IRIs lead, and the terms of one other ontology in pages.
 *
 * @param sections all ontologies
 */
public record VocabularyExcerpt(List<ShownSection> sections) {
    private static final int MAX_WHOLE = 400;
    private static final int TERMS_ON_PAGE = 200;

    /**
     * An ontology of the vocabulary.
     *
     * @param section the ontology
     * @param terms the page of its terms that is shown; empty if it has a page of its own
     */
    public record ShownSection(OntologySection section, Optional<Portion<VocabularyTerm>> terms) {

        /** Returns the classes that are shown. */
        public List<VocabularyTerm> classes() {
            return shown().filter(Vocabulary::isClass).toList();
        }

        /** Returns the properties that are shown. */
        public List<VocabularyTerm> properties() {
            return shown().filter(term -> !Vocabulary.isClass(term)).toList();
        }

        private Stream<VocabularyTerm> shown() {
            return terms.stream().flatMap(page -> page.items().stream());
        }

        private Stream<Node> named() {
            return Stream.concat(
                    section.headNodes(), shown().flatMap(term -> Stream.concat(Stream.of(term.node()), term.named())));
        }
    }

    /** Returns a vocabulary with all of its terms. */
    public static VocabularyExcerpt whole(Vocabulary vocabulary) {
        return new VocabularyExcerpt(vocabulary.sections().stream()
                .map(section -> new ShownSection(section, all(section)))
                .toList());
    }

    /**
     * Returns what a page shows; empty if there is no such ontology or page.
     *
     * @param ontology the IRI of the ontology that is asked for; empty for the first page
     * @param page the page of its terms, from 1
     */
    public static Optional<VocabularyExcerpt> of(Vocabulary vocabulary, Optional<String> ontology, int page) {
        List<OntologySection> all = vocabulary.sections();
        int asked = ontology.map(iri -> IntStream.range(0, all.size())
                        .filter(at -> all.get(at).node().getURI().equals(iri))
                        .findFirst()
                        .orElse(-1))
                .orElse(0);
        int terms = all.stream().mapToInt(section -> section.terms().size()).sum();
        if (asked < 0) {
            return Optional.empty();
        }
        if (terms <= MAX_WHOLE && ontology.isEmpty()) {
            return page == 1 ? Optional.of(whole(vocabulary)) : Optional.empty();
        }
        OntologySection section = all.get(asked);
        Optional<Portion<VocabularyTerm>> shown =
                section.own() && page == 1 ? all(section) : Portion.of(section.terms(), page, TERMS_ON_PAGE);
        return shown.map(portion -> new VocabularyExcerpt(IntStream.range(0, all.size())
                .mapToObj(at -> new ShownSection(all.get(at), at == asked ? Optional.of(portion) : Optional.empty()))
                .toList()));
    }

    private static Optional<Portion<VocabularyTerm>> all(OntologySection section) {
        return Portion.of(section.terms(), 1, Math.max(1, section.terms().size()));
    }

    /** Returns all nodes that the page shows. */
    public List<Node> named() {
        return sections.stream().flatMap(ShownSection::named).distinct().toList();
    }
}
