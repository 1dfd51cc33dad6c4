package org.torchgraph.dataset.evaluation;

import java.util.stream.IntStream;
import org.apache.jena.sparql.expr.Expr;

/** Steps that look at each row of another. */
final class RowSteps {
    private RowSteps() {}

    /** The rows that satisfy conditions. */
    static final class Filter extends Selection {
        private final RowFrame frame;
        private final Expr[] conditions;

        Filter(RowFrame frame, PlanStep inner, Expr... conditions) {
            super(frame, inner);
            this.frame = frame;
            this.conditions = conditions.clone();
        }

        @Override
        boolean isSelected() {
            for (Expr condition : conditions) {
                if (!PlacedExpressions.isSatisfied(condition, frame)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The rows in which a slot has none of some terms. */
    static final class Except extends Selection {
        private final RowFrame frame;
        private final int slot;
        private final int[] excluded;

        Except(RowFrame frame, PlanStep inner, int slot, int[] excluded) {
            super(frame, inner);
            this.frame = frame;
            this.slot = slot;
            this.excluded = excluded.clone();
        }

        @Override
        boolean isSelected() {
            return IntStream.of(excluded).noneMatch(number -> number == frame.get(slot));
        }
    }

    /** The rows with one more variable. A row in which it already has another value is dropped. */
    static final class Extend implements PlanStep {
        private final RowFrame frame;
        private final Evaluation evaluation;
        private final PlanStep inner;
        private final int slot;
        private final Expr expression;
        private boolean isSet;
        /** How many terms were worked out before that of the current row. */
        private int before;

        Extend(RowFrame frame, PlanStep inner, int slot, Expr expression) {
            this.frame = frame;
            this.evaluation = frame.evaluation();
            this.inner = inner;
            this.slot = slot;
            this.expression = expression;
        }

        @Override
        public void open() {
            isSet = false;
            inner.open();
        }

        @Override
        public boolean next() {
            clear();
            while (inner.next()) {
                before = evaluation.computed();
                int number = PlacedExpressions.number(expression, frame);
                int present = frame.get(slot);
                if (present == Evaluation.UNBOUND) {
                    frame.set(slot, number);
                    isSet = true;
                    return true;
                }
                boolean agrees =
                        number == Evaluation.UNBOUND || evaluation.node(present).sameValueAs(evaluation.node(number));
                evaluation.forget(before);
                if (agrees) {
                    return true;
                }
            }
            return false;
        }

        private void clear() {
            if (isSet) {
                frame.clear(slot);
                evaluation.forget(before);
            }
            isSet = false;
        }

        @Override
        public void close() {
            clear();
            inner.close();
        }
    }
}
