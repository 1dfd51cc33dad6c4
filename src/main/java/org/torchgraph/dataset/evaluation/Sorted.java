package org.torchgraph.dataset.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.util.NodeCmp;

/**
 * The rows of a step in the order of sort keys, all or the first of them. Rows that these leave equal are in the order
 * of their terms by the names of the variables, as in ARQ.
 */
final class Sorted implements PlanStep {
    private final RowFrame frame;
    private final PlanStep inner;
    private final List<SortKey> sortKeys;
    private final int[] slots;
    private final int[] slotsByName;
    private final long limit;
    private final Comparator<SortedRow> order = this::compare;
    private List<SortedRow> rows;
    private int index;

    /**
     * One key of the order.
     *
     * @param key of a row
     * @param isDescending whether the greatest comes first
     */
    record SortKey(Expr key, boolean isDescending) {}

    /**
     * @param numbers of the slots
     * @param keys values of the sort keys, null where a row has none; the numbers of their terms stand beside, or
     *     {@link Evaluation#UNBOUND} where these are not known
     */
    private record SortedRow(int[] numbers, NodeValue[] keys, int[] keyNumbers) {}

    /**
     * @param slots of all variables that the rows have
     * @param limit how many rows are wanted at most
     */
    Sorted(RowFrame frame, PlanStep inner, List<SortKey> sortKeys, int[] slots, long limit) {
        this.frame = frame;
        this.inner = inner;
        this.sortKeys = sortKeys;
        this.slots = slots;
        this.slotsByName = IntStream.range(0, slots.length)
                .boxed()
                .sorted(Comparator.comparing(i -> frame.variable(slots[i]).getName()))
                .mapToInt(i -> i)
                .toArray();
        this.limit = limit;
    }

    @Override
    public void open() {
        rows = limit == Long.MAX_VALUE ? all() : first();
        rows.sort(order);
        index = 0;
    }

    private List<SortedRow> all() {
        List<SortedRow> all = new ArrayList<>();
        inner.open();
        while (inner.next()) {
            frame.evaluation().step();
            all.add(kept(row()));
        }
        return all;
    }

    private List<SortedRow> first() {
        PriorityQueue<SortedRow> greatestFirst = new PriorityQueue<>(order.reversed());
        inner.open();
        while (inner.next()) {
            frame.evaluation().step();
            if (greatestFirst.size() == limit && (limit == 0 || isBehind(greatestFirst.peek()))) {
                continue;
            }
            SortedRow row = row();
            if (greatestFirst.size() < limit) {
                greatestFirst.add(kept(row));
            } else if (compare(row, greatestFirst.peek()) < 0) {
                greatestFirst.poll();
                greatestFirst.add(kept(row));
            }
        }
        return new ArrayList<>(greatestFirst);
    }

    /** Returns whether the first key alone tells that the current row comes after another. */
    private boolean isBehind(SortedRow other) {
        SortKey first = sortKeys.get(0);
        int order = BindingComparator.compareNodesRaw(PlacedExpressions.value(first.key(), frame), other.keys[0]);
        return first.isDescending() ? order < 0 : order > 0;
    }

    private SortedRow kept(SortedRow row) {
        for (int number : row.numbers()) {
            frame.evaluation().keep(number);
        }
        return row;
    }

    private SortedRow row() {
        int[] numbers = new int[slots.length];
        frame.copy(slots, numbers);
        NodeValue[] keys = new NodeValue[sortKeys.size()];
        int[] keyNumbers = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            Expr key = sortKeys.get(i).key();
            keyNumbers[i] = key instanceof PlacedExpressions.SlotVariable variable
                    ? frame.get(variable.slot())
                    : Evaluation.UNBOUND;
            keys[i] = PlacedExpressions.value(key, frame);
        }
        return new SortedRow(numbers, keys, keyNumbers);
    }

    private int compare(SortedRow one, SortedRow other) {
        frame.evaluation().step();
        for (int i = 0; i < sortKeys.size(); i++) {
            if (one.keyNumbers[i] != other.keyNumbers[i] || one.keyNumbers[i] == Evaluation.UNBOUND) {
                int order = BindingComparator.compareNodesRaw(one.keys[i], other.keys[i]);
                if (order != 0) {
                    return sortKeys.get(i).isDescending() ? -order : order;
                }
            }
        }
        for (int i : slotsByName) {
            if (one.numbers[i] != other.numbers[i]) {
                int order = NodeCmp.compareRDFTerms(node(one.numbers[i]), node(other.numbers[i]));
                if (order != 0) {
                    return order;
                }
            }
        }
        return 0;
    }

    private Node node(int number) {
        return number == Evaluation.UNBOUND ? null : frame.evaluation().node(number);
    }

    @Override
    public boolean next() {
        if (index >= rows.size()) {
            close();
            return false;
        }
        int[] numbers = rows.get(index++).numbers();
        for (int i = 0; i < slots.length; i++) {
            frame.set(slots[i], numbers[i]);
        }
        return true;
    }

    @Override
    public void close() {
        for (int slot : slots) {
            frame.clear(slot);
        }
        rows = List.of();
    }
}
