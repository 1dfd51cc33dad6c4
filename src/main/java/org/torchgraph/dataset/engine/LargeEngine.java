package org.torchgraph.dataset.engine;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.torchgraph.dataset.View;
import org.torchgraph.dataset.numbered.NumberedData;
import org.torchgraph.dataset.run.QueriedData;
import org.torchgraph.messages.Code;

/**
 * Reads parts of an engine that has too many statements to be copied.
 *
 * @param address where it is
 * @param engine has no limit of rows
 * @param sizes the number of statements of each graph
 * @param counts counts its statements
 */
record LargeEngine(String address, String base, EngineReads engine, Map<Node, Long> sizes, EngineCounts counts) {
    /**
     * The number of statements of the graphs that are copied: those of vocabularies and the catalogue, and small ones.
     */
    private static final long MOST_COPIED = 50_000;

    /** Returns the graphs that are copied, with their sizes. */
    Map<Node, Long> smallGraphs() {
        Map<Node, Long> small = new LinkedHashMap<>();
        AtomicLong left = new AtomicLong(MOST_COPIED);
        sizes.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Node, Long> graph) -> !isLeading(graph.getKey()))
                        .thenComparing(Map.Entry::getValue))
                .filter(graph -> graph.getValue() <= left.get())
                .forEach(graph -> {
                    small.put(graph.getKey(), graph.getValue());
                    left.addAndGet(-graph.getValue());
                });
        return small;
    }

    private boolean isLeading(Node graph) {
        return graph.getURI().equals(base + "graph/catalog") || graph.getURI().startsWith(base + "graph/ontology/");
    }

    /** Returns whether somebody is filling it. */
    boolean isLoading() {
        return engine.holds(
                PatternQueries.in(Var.alloc("g"), PatternQueries.pattern(Node.ANY, EngineFiller.DONE, Node.ANY)));
    }

    /**
     * Does nothing if the engine has statements below the base.
     *
     * @throws EngineException if it has none
     */
    void requireBase() {
        boolean isNamed =
                sizes.keySet().stream().anyMatch(graph -> graph.getURI().startsWith(base));
        if (!isNamed && !counts.anyBelowBase()) {
            throw new EngineException(Code.ENGINE_OTHER_BASE, address, base);
        }
    }

    /**
     * Copies the statements with some properties, and the small graphs.
     *
     * @throws EngineException if the engine gives fewer than it counts
     */
    QueriedData withProperties(Set<Node> properties, View small) {
        NumberedData data = new NumberedData();
        small.quads(Node.ANY, Node.ANY, Node.ANY).forEach(data::add);
        Set<Node> copied = Set.copyOf(small.graphNames().toList());
        Map<Node, Long> numbers = counts.properties();
        List<Node> used = properties.stream().filter(numbers::containsKey).toList();
        for (Node property : used) {
            AtomicLong got = new AtomicLong();
            engine.inPages(statements(property), row -> {
                got.incrementAndGet();
                if (sizes.containsKey(row.get("g")) && !copied.contains(row.get("g"))) {
                    data.add(Quad.create(row.get("g"), row.get("s"), property, row.get("o")));
                }
            });
            if (got.get() < numbers.get(property)) {
                throw new EngineException(Code.ENGINE_SHORT_OF, address, property, got.get(), numbers.get(property));
            }
        }
        return new QueriedData(data.build());
    }

    private static Query statements(Node property) {
        return PatternQueries.select(
                false,
                PatternQueries.in(Var.alloc("g"), Triple.create(Var.alloc("s"), property, Var.alloc("o"))),
                "g",
                "s",
                "o");
    }
}
