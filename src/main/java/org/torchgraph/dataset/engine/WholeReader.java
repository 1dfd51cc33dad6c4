package org.torchgraph.dataset.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.torchgraph.dataset.numbered.NumberedData;
import org.torchgraph.dataset.remote.CutAnswerException;
import org.torchgraph.messages.Code;
import org.torchgraph.query.QueryFailedException;

/**
 * Reads all statements of an engine, some graphs with one request; a graph that is longer than the answers of the
 * engine in pages. Whether they are all is told by their number.
 *
 * @param engine has no limit of rows
 * @param address where it is
 */
record WholeReader(EngineReads engine, String address) {
    /** The number of graphs of a request. */
    private static final int MOST_GRAPHS = 64;

    /**
     * Returns the graphs, with their union as default graph.
     *
     * @param sizes the number of statements of each graph
     * @throws EngineException if the engine does not give all of them
     */
    DatasetGraph read(Map<Node, Long> sizes) {
        ReadGraphs reading = new ReadGraphs(sizes, new NumberedData(), new HashMap<>());
        List<Node> graphs = List.copyOf(sizes.keySet());
        graphs.forEach(reading.data()::addGraph);
        for (int from = 0; from < graphs.size(); from += MOST_GRAPHS) {
            read(graphs.subList(from, Math.min(graphs.size(), from + MOST_GRAPHS)), reading);
        }
        DatasetGraph all = reading.data().build();
        sizes.forEach((graph, size) -> {
            long got = reading.got()
                    .computeIfAbsent(graph, paged -> Iter.count(all.find(paged, Node.ANY, Node.ANY, Node.ANY)));
            if (got < size) {
                throw new EngineException(Code.ENGINE_SHORT, address, graph, got, size);
            }
        });
        return all;
    }

    /**
     * What is read.
     *
     * @param sizes the number of statements of each graph
     * @param got the number of statements that came of each graph that is not read in pages
     */
    private record ReadGraphs(Map<Node, Long> sizes, NumberedData data, Map<Node, Long> got) {}

    private void read(List<Node> graphs, ReadGraphs into) {
        Map<Node, Long> got = new HashMap<>();
        graphs.forEach(graph -> got.put(graph, 0L));
        try {
            // An answer that is ended early says so before its first row.
            engine.rows(statements(graphs), row -> {
                Quad quad = EngineReads.quad(row);
                into.data().add(quad);
                got.merge(quad.getGraph(), 1L, Long::sum);
            });
            into.got().putAll(got);
        } catch (QueryFailedException failed) {
            CutAnswerException cut = ExceptionUtils.throwableOfType(failed, CutAnswerException.class);
            if (cut == null) {
                throw failed;
            }
            if (graphs.size() == 1) {
                readPages(graphs.getFirst(), cut.rows(), into);
            } else {
                int middle = graphs.size() / 2;
                read(graphs.subList(0, middle), into);
                read(graphs.subList(middle, graphs.size()), into);
            }
        }
    }

    /** Reads a graph in the order in which the engine has it: to sort it for each page would take too long. */
    private void readPages(Node graph, long rows, ReadGraphs into) {
        // An answer that is as long as the engine allows could be taken for one that is ended early.
        long page = Math.max(1, rows - 1);
        for (long from = 0; from < into.sizes().get(graph); from += page) {
            Query query = statements(List.of(graph));
            query.setOffset(from);
            query.setLimit(page);
            engine.rows(query, row -> into.data().add(EngineReads.quad(row)));
        }
    }

    private static Query statements(List<Node> graphs) {
        ElementGroup pattern = new ElementGroup();
        Var graph = Var.alloc("g");
        pattern.addElement(PatternQueries.values(graph, graphs));
        pattern.addElement(PatternQueries.in(graph, Triple.create(Var.alloc("s"), Var.alloc("p"), Var.alloc("o"))));
        return PatternQueries.select(false, pattern, "g", "s", "p", "o");
    }
}
