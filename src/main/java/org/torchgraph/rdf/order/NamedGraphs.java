package org.torchgraph.rdf.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.rdf.digest.CanonicalLabels;

/**
 * The distinct statements of a dataset by graph, with the blank-node labels of {@link CanonicalLabels}.
 *
 * @param byName the statements of each graph: the default graph first, then the others by name
 * @param shared blank nodes that occur in more than one graph or name a graph
 */
public record NamedGraphs(Map<Node, List<Triple>> byName, Set<Node> shared) {

    /** Groups statements by graph after labelling their blank nodes. */
    public static NamedGraphs of(Collection<Quad> quads) {
        Map<Node, List<Triple>> byName = new TreeMap<>(
                Comparator.comparing((Node name) -> !Quad.isDefaultGraph(name)).thenComparing(TermOrder.SUBJECTS));
        for (Quad quad : CanonicalLabels.relabel(quads)) {
            byName.computeIfAbsent(quad.getGraph(), name -> new ArrayList<>()).add(quad.asTriple());
        }
        return new NamedGraphs(byName, shared(byName));
    }

    /** Returns all statements in the order of the graphs. */
    public Stream<Quad> quads() {
        return byName.entrySet().stream()
                .flatMap(graph -> graph.getValue().stream().map(triple -> Quad.create(graph.getKey(), triple)));
    }

    private static Set<Node> shared(Map<Node, List<Triple>> byName) {
        Set<Node> seen = new HashSet<>();
        Set<Node> shared = new HashSet<>();
        byName.forEach((name, triples) -> {
            Set<Node> own = new HashSet<>();
            triples.forEach(triple -> Stream.of(triple.getSubject(), triple.getObject())
                    .flatMap(CanonicalLabels::blanks)
                    .forEach(own::add));
            if (name.isBlank()) {
                shared.add(name);
            }
            own.stream().filter(blank -> !seen.add(blank)).forEach(shared::add);
        });
        return shared;
    }
}
