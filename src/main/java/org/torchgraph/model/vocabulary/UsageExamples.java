package org.torchgraph.model.vocabulary;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.rdf.TripleSource;

/** Selects the usage examples of a term: things with a page before parts of things, then by IRI. */
final class UsageExamples {
    private static final int MAX_EXAMPLES = 3;
    private static final int MOST_SORTED = 10_000;
    private static final Comparator<Triple> ORDER = Comparator.comparing(
                    (Triple triple) -> triple.getSubject().getURI().indexOf('#') < 0 ? 0 : 1)
            .thenComparing(triple -> triple.getSubject().getURI())
            .thenComparing(triple -> triple.getObject().toString());

    private UsageExamples() {}

    /** Returns the number of the members of a class, or of the statements with a property. */
    static long count(TripleSource data, Node term, boolean type) {
        return data.counted()
                .map(counts -> (type ? counts.objects(RDF.type.asNode()) : counts.properties()).getOrDefault(term, 0L))
                .orElseGet(() -> uses(data, term, type).count());
    }

    private static Stream<Triple> uses(TripleSource data, Node term, boolean type) {
        return type ? data.find(Node.ANY, RDF.type.asNode(), term) : data.find(Node.ANY, term, Node.ANY);
    }

    /** Returns the first uses, or some of them if they are too many to be read. */
    static List<VocabularyTerm.TermUse> of(TripleSource data, Node term, boolean type) {
        boolean areTooMany = data.counted().isPresent() && count(data, term, type) > MOST_SORTED;
        Stream<Triple> uses = areTooMany
                ? data
                        .counted()
                        .orElseThrow()
                        .some(
                                type ? RDF.type.asNode() : term,
                                type ? Optional.of(term) : Optional.empty(),
                                MAX_EXAMPLES)
                        .stream()
                : uses(data, term, type)
                        .filter(triple -> type || !triple.getObject().isBlank());
        return uses.filter(triple -> triple.getSubject().isURI())
                .sorted(ORDER)
                .map(triple -> new VocabularyTerm.TermUse(triple.getSubject(), type ? null : triple.getObject()))
                .limit(MAX_EXAMPLES)
                .toList();
    }
}
