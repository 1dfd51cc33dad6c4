package org.torchgraph.dataset.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.Expr;

/** One row for each group of the rows of a step: the keys, and what was tallied over the group. */
final class Group implements PlanStep {
    private final RowFrame frame;
    private final PlanStep inner;
    private final List<GroupKey> keys;
    private final List<Column> columns;
    private NumberRows groups;
    private List<Tally[]> tallies;
    private int index;
    private int[] input;

    /**
     * A key.
     *
     * @param slot where it stands in the rows of this step
     * @param value of a row of the inner step
     */
    record GroupKey(int slot, Expr value) {}

    /**
     * A column of what is tallied.
     *
     * @param slot where it stands in the rows of this step
     * @param tally makes one for a group
     * @param empty the value over no rows, or null
     */
    record Column(int slot, Supplier<Tally> tally, Node empty) {}

    Group(RowFrame frame, PlanStep inner, List<GroupKey> keys, List<Column> columns) {
        this.frame = frame;
        this.inner = inner;
        this.keys = keys;
        this.columns = columns;
    }

    @Override
    public void open() {
        groups = new NumberRows(frame.evaluation(), keys.size());
        tallies = new ArrayList<>();
        int[] key = new int[keys.size()];
        inner.open();
        while (inner.next()) {
            frame.evaluation().step();
            for (int i = 0; i < key.length; i++) {
                key[i] = PlacedExpressions.number(keys.get(i).value(), frame);
            }
            int group = groups.addNew(key);
            if (group == tallies.size()) {
                tallies.add(columns.stream().map(column -> column.tally().get()).toArray(Tally[]::new));
            }
            for (Tally tally : tallies.get(group)) {
                tally.add(frame);
            }
        }
        // The variables of the rows, and those of the input, are not there in groups.
        input = frame.takeAll();
        index = 0;
    }

    @Override
    public boolean next() {
        boolean isEmptyGroup = keys.isEmpty() && tallies.isEmpty();
        if (index >= (isEmptyGroup ? 1 : tallies.size())) {
            close();
            return false;
        }
        for (int i = 0; i < keys.size(); i++) {
            frame.set(keys.get(i).slot(), groups.cell(index, i));
        }
        for (int i = 0; i < columns.size(); i++) {
            Node value = isEmptyGroup ? columns.get(i).empty() : tallies.get(index)[i].value();
            frame.set(
                    columns.get(i).slot(),
                    value == null ? Evaluation.UNBOUND : frame.evaluation().number(value));
        }
        index++;
        return true;
    }

    @Override
    public void close() {
        frame.takeAll();
        frame.putAll(input);
        tallies = List.of();
        index = Integer.MAX_VALUE;
    }
}
