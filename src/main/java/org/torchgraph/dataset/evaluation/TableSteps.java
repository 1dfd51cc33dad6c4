package org.torchgraph.dataset.evaluation;

import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;

/** Steps that compare the current row with a table. */
final class TableSteps {
    private TableSteps() {}

    /** The rows of a table that agree with the current one, which has their values then. */
    static final class Join implements PlanStep {
        private final RowFrame frame;
        private final NumberTable.TableSearch search;
        private final int[] slots;
        private final boolean[] isSet;

        Join(RowFrame frame, NumberTable table) {
            this.frame = frame;
            this.slots = frame.slots(table.variables());
            this.isSet = new boolean[slots.length];
            this.search = table.new TableSearch(frame, slots);
        }

        @Override
        public void open() {
            search.begin();
        }

        @Override
        public boolean next() {
            close();
            int row = search.next();
            if (row < 0) {
                return false;
            }
            for (int column = 0; column < slots.length; column++) {
                if (frame.get(slots[column]) == Evaluation.UNBOUND) {
                    frame.set(slots[column], search.cell(row, column));
                    isSet[column] = true;
                }
            }
            return true;
        }

        @Override
        public void close() {
            for (int column = 0; column < slots.length; column++) {
                if (isSet[column]) {
                    frame.clear(slots[column]);
                    isSet[column] = false;
                }
            }
        }
    }

    /** The rows of a step with which no row of a table agrees that shares a variable with it. */
    static final class Minus extends Selection {
        private final NumberTable.TableSearch search;

        /** @param common the variables that are compared */
        Minus(RowFrame frame, PlanStep inner, NumberTable table, List<Var> common) {
            super(frame, inner);
            this.search = table
            .new TableSearch(
                    frame,
                    table.variables().stream()
                            .mapToInt(variable -> common.contains(variable) ? frame.slot(variable) : -1)
                            .toArray());
        }

        @Override
        boolean isSelected() {
            search.begin();
            for (int row = search.next(); row >= 0; row = search.next()) {
                if (search.shares(row)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Returns the rows of a table that agree with the current one and satisfy conditions with it. */
    static PlanStep joinIf(RowFrame frame, NumberTable table, Expr[] conditions) {
        PlanStep join = new Join(frame, table);
        return conditions.length == 0 ? join : new RowSteps.Filter(frame, join, conditions);
    }
}
