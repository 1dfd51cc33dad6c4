package org.torchgraph.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.SKOS;
import org.torchgraph.rdf.TripleCounts;
import org.torchgraph.rdf.TripleSource;

/**
 * A source that is cited ({@code dct:source}) or that evidence points into ({@code oa:hasSource}).
 *
 * @param source the IRI of the source
 * @param citations the number of statements that cite it
 * @param notes what the editors note about it, as literals
 */
public record CitedSource(Node source, long citations, List<Node> notes) {

    /** Returns all sources, the most cited first. */
    static List<CitedSource> in(TripleSource data) {
        boolean haveNotes = data.contains(Node.ANY, SKOS.note.asNode(), Node.ANY);
        return data.counted().map(CitedSource::counted).orElseGet(() -> read(data)).entrySet().stream()
                .map(entry -> new CitedSource(
                        entry.getKey(), entry.getValue(), haveNotes ? notes(data, entry.getKey()) : List.of()))
                .sorted(Comparator.comparing(CitedSource::citations).reversed().thenComparing(cited -> cited.source()
                        .getURI()))
                .toList();
    }

    private static Stream<Node> properties() {
        return Stream.of(DCTerms.source.asNode(), OA.hasSource.asNode());
    }

    private static Map<Node, Long> read(TripleSource data) {
        return properties()
                .flatMap(property -> data.find(Node.ANY, property, Node.ANY))
                .map(Triple::getObject)
                .filter(Node::isURI)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static Map<Node, Long> counted(TripleCounts counts) {
        return properties()
                .flatMap(property -> counts.objects(property).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
    }

    private static List<Node> notes(TripleSource data, Node source) {
        return data.objects(source, SKOS.note.asNode())
                .filter(Node::isLiteral)
                .sorted(Comparator.comparing(Node::getLiteralLexicalForm))
                .toList();
    }
}
