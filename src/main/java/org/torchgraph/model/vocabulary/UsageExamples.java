package org.torchgraph.model.vocabulary;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.rdf.TripleSource;

/** Selects the usage examples of a term: things with a page before parts of things, then by IRI. */
final class UsageExamples {
    private static final int MAX_EXAMPLES = 3;
    private static final Comparator<Triple> ORDER = Comparator.comparing(
                    (Triple triple) -> triple.getSubject().getURI().indexOf('#') < 0 ? 0 : 1)
            .thenComparing(triple -> triple.getSubject().getURI())
            .thenComparing(triple -> triple.getObject().toString());

    private UsageExamples() {}

    static List<VocabularyTerm.TermUse> of(TripleSource data, Node term, boolean type) {
        Stream<Triple> uses = type
                ? data.find(Node.ANY, RDF.type.asNode(), term)
                : data.find(Node.ANY, term, Node.ANY)
                        .filter(triple -> !triple.getObject().isBlank());
        return uses.filter(triple -> triple.getSubject().isURI())
                .sorted(ORDER)
                .map(triple -> new VocabularyTerm.TermUse(triple.getSubject(), type ? null : triple.getObject()))
                .limit(MAX_EXAMPLES)
                .toList();
    }
}
