package org.torchgraph.dataset.numbered;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.core.Quad;

/** Collects the statements of a version, of which those that come again are dropped. */
public final class NumberedData {
    private final NumberedTerms.Builder numbers = new NumberedTerms.Builder();
    private final List<Node> names = new ArrayList<>();
    private final NumberedTerms.Builder graphNumbers = new NumberedTerms.Builder();
    private final IntList graphs = new IntList();
    private final IntList subjects = new IntList();
    private final IntList properties = new IntList();
    private final IntList objects = new IntList();

    /** Adds a graph, which may stay empty. */
    public void addGraph(Node name) {
        if (graphNumbers.number(name) == names.size()) {
            names.add(name);
        }
    }

    /** Adds a statement of a named graph. */
    public void add(Quad quad) {
        addGraph(quad.getGraph());
        graphs.add(graphNumbers.number(quad.getGraph()));
        subjects.add(numbers.number(quad.getSubject()));
        properties.add(numbers.number(quad.getPredicate()));
        objects.add(numbers.number(quad.getObject()));
    }

    /** Returns the named graphs, with their union as default graph. All are only read. */
    public DatasetGraph build() {
        NumberedTerms terms = numbers.build();
        int[] s = subjects.toArray();
        int[] p = properties.toArray();
        int[] o = objects.toArray();
        int[] order = Sorting.rows(s.length);
        order = Sorting.by(o, terms.count(), order);
        order = Sorting.by(p, terms.count(), order);
        order = Sorting.by(s, terms.count(), order);
        // The row among different triples of each statement, in the order of triples.
        int[] rowOf = new int[s.length];
        int[] first = new int[s.length];
        int rows = 0;
        for (int i = 0; i < order.length; i++) {
            int one = order[i];
            int before = i == 0 ? one : order[i - 1];
            if (i == 0 || s[one] != s[before] || p[one] != p[before] || o[one] != o[before]) {
                first[rows++] = one;
            }
            rowOf[i] = rows - 1;
        }
        first = Arrays.copyOf(first, rows);
        TripleOrders orders =
                TripleOrders.of(terms.count(), Sorting.take(s, first), Sorting.take(p, first), Sorting.take(o, first));
        DatasetGraph data = new DatasetGraphMapLink(new NumberedGraph(terms, orders, null));
        int[] graphOf = Sorting.take(graphs.toArray(), order);
        int[] starts = Sorting.starts(graphOf, names.size());
        int[] byGraph = Sorting.by(graphOf, names.size(), Sorting.rows(order.length));
        for (int graph = 0; graph < names.size(); graph++) {
            data.addGraph(
                    names.get(graph),
                    new NumberedGraph(terms, orders, different(rowOf, byGraph, starts[graph], starts[graph + 1])));
        }
        return data;
    }

    private static int[] different(int[] rowOf, int[] order, int from, int to) {
        IntList rows = new IntList();
        for (int i = from; i < to; i++) {
            int row = rowOf[order[i]];
            if (rows.size() == 0 || rows.get(rows.size() - 1) != row) {
                rows.add(row);
            }
        }
        return rows.toArray();
    }
}
