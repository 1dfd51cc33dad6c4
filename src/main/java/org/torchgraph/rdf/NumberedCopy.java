package org.torchgraph.rdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A copy of triples whose terms have no numbers where they are stored. It takes twelve bytes for each beside the terms.
 */
final class NumberedCopy implements TripleNumbers {
    private static final int ABSENT = -1;
    private static final int COLUMNS = 3;

    private final Map<Node, Integer> numbers = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private int[] rows = new int[1024 * COLUMNS];
    private int end;

    /** Reads triples once. */
    NumberedCopy(TripleSource source) {
        source.find().forEach(this::add);
    }

    private void add(Triple triple) {
        if (end == rows.length) {
            rows = Arrays.copyOf(rows, rows.length + rows.length / (2 * COLUMNS) * COLUMNS);
        }
        rows[end++] = given(triple.getSubject());
        rows[end++] = given(triple.getPredicate());
        rows[end++] = given(triple.getObject());
    }

    private int given(Node term) {
        Integer known = numbers.putIfAbsent(term, nodes.size());
        if (known == null) {
            nodes.add(term);
            return nodes.size() - 1;
        }
        return known;
    }

    @Override
    public int termCount() {
        return nodes.size();
    }

    @Override
    public Node node(int number) {
        return nodes.get(number);
    }

    @Override
    public int number(Node term) {
        return numbers.getOrDefault(term, ABSENT);
    }

    @Override
    public void read(TripleVisitor visitor) {
        for (int at = 0; at < end; at += COLUMNS) {
            visitor.triple(rows[at], rows[at + 1], rows[at + 2]);
        }
    }
}
