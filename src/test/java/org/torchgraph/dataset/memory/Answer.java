package org.torchgraph.dataset.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;

/** What a query answers. */
sealed interface Answer {

    /** @param rows in their order; without a value null */
    record Rows(List<Var> columns, List<Binding> rows) implements Answer {

        List<List<Node>> cells() {
            return rows.stream()
                    .map(row -> {
                        List<Node> cells = new ArrayList<>();
                        columns.forEach(column -> cells.add(row.get(column)));
                        return cells;
                    })
                    .toList();
        }

        @Override
        public String toString() {
            return cells().stream()
                    .map(row -> "\n  " + row)
                    .collect(Collectors.joining("", rows.size() + " rows of " + columns, ""));
        }
    }

    record Triples(Graph graph) implements Answer {}

    record Truth(boolean value) implements Answer {}

    /** Signals that a query is more than the test wants to wait for. */
    final class TooMuchException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static Answer read(QueryExec running, int most) {
        Query query = running.getQuery();
        if (query.isAskType()) {
            return new Truth(running.ask());
        }
        if (query.isConstructType()) {
            return new Triples(running.construct());
        }
        if (query.isDescribeType()) {
            return new Triples(running.describe());
        }
        RowSet found = running.select();
        List<Binding> rows = new ArrayList<>();
        while (found.hasNext()) {
            if (rows.size() == most) {
                throw new TooMuchException();
            }
            rows.add(found.next());
        }
        return new Rows(List.copyOf(found.getResultVars()), rows);
    }
}
