package org.torchgraph.export.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.dataset.View;
import org.torchgraph.export.catalogue.DatasetStatistics.ClassMembers;
import org.torchgraph.export.catalogue.DatasetStatistics.LinksetKey;
import org.torchgraph.export.catalogue.DatasetStatistics.Uses;
import org.torchgraph.rdf.TripleCounts;
import org.torchgraph.rdf.TripleCounts.CountedTerms;

/**
 * Puts together what a store has counted.
 *
 * @param counts asks the store
 */
record StatisticsOfCounts(TripleCounts counts) {

    /** Returns what is counted, and the sizes of the graphs. */
    DatasetStatistics result(View data) {
        return new DatasetStatistics(
                counts.subjects(),
                counts.objects(),
                counts.entities(),
                counts.languages().keySet(),
                counts.properties(),
                classes(),
                links(),
                data.graphNames().collect(Collectors.toMap(Function.identity(), name -> data.graph(name)
                        .orElseThrow()
                        .size())));
    }

    private Map<Node, ClassMembers> classes() {
        Map<List<Node>, Map<Node, Long>> types = last(counts.classPropertyClasses());
        Map<List<Node>, Map<Node, Long>> datatypes = last(counts.classPropertyDatatypes());
        Map<Node, Map<Node, Uses>> uses = new HashMap<>();
        counts.classProperties()
                .forEach(tally -> uses.computeIfAbsent(tally.terms().getFirst(), type -> new HashMap<>())
                        .put(
                                tally.terms().getLast(),
                                new Uses(
                                        tally.triples(),
                                        types.getOrDefault(tally.terms(), Map.of()),
                                        datatypes.getOrDefault(tally.terms(), Map.of()))));
        Map<Node, Long> members = counts.objects(RDF.type.asNode());
        return uses.entrySet().stream()
                .filter(type -> type.getKey().isURI())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        type -> new ClassMembers(
                                members.getOrDefault(type.getKey(), 0L),
                                type.getValue().values().stream()
                                        .mapToLong(Uses::triples)
                                        .sum(),
                                type.getValue())));
    }

    /** Returns tallies by all but their last term, and by that. */
    private static Map<List<Node>, Map<Node, Long>> last(List<CountedTerms> tallies) {
        return tallies.stream()
                .filter(tally -> tally.terms().getLast().isURI())
                .collect(Collectors.groupingBy(
                        tally -> tally.terms().subList(0, tally.terms().size() - 1),
                        Collectors.toMap(tally -> tally.terms().getLast(), CountedTerms::triples, Long::sum)));
    }

    private Map<LinksetKey, Long> links() {
        return counts.links().stream()
                .filter(tally -> isSite(tally.terms().getLast().getLiteralLexicalForm()))
                .collect(Collectors.toMap(
                        tally -> new LinksetKey(
                                tally.terms().getLast().getLiteralLexicalForm(),
                                tally.terms().getFirst()),
                        CountedTerms::triples,
                        Long::sum));
    }

    private static boolean isSite(String start) {
        String scheme = start.toLowerCase(Locale.ROOT);
        return start.endsWith("/") && (scheme.startsWith("http://") || scheme.startsWith("https://"));
    }
}
