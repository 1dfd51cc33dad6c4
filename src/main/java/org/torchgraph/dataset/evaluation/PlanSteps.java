package org.torchgraph.dataset.evaluation;

import java.util.List;

/** Steps that are made of others and keep no rows. */
final class PlanSteps {
    private PlanSteps() {}

    /** The row that is there already, once. */
    static final class Once implements PlanStep {
        private boolean isDone;

        @Override
        public void open() {
            isDone = false;
        }

        @Override
        public boolean next() {
            boolean first = !isDone;
            isDone = true;
            return first;
        }

        @Override
        public void close() {
            isDone = true;
        }
    }

    /** No row. */
    static final class Never implements PlanStep {
        @Override
        public void open() {}

        @Override
        public boolean next() {
            return false;
        }

        @Override
        public void close() {}
    }

    /** For each row of a step the rows of the next. */
    static final class Sequence implements PlanStep {
        private final PlanStep[] steps;
        private int level;

        Sequence(List<PlanStep> steps) {
            this.steps = steps.toArray(PlanStep[]::new);
        }

        @Override
        public void open() {
            level = 0;
            steps[0].open();
        }

        @Override
        public boolean next() {
            while (level >= 0) {
                if (!steps[level].next()) {
                    level--;
                } else if (level == steps.length - 1) {
                    return true;
                } else {
                    steps[++level].open();
                }
            }
            return false;
        }

        @Override
        public void close() {
            for (; level >= 0; level--) {
                steps[level].close();
            }
        }
    }

    /** The rows of one step, then those of the others. */
    static final class Union implements PlanStep {
        private final PlanStep[] steps;
        private int current;

        Union(List<PlanStep> steps) {
            this.steps = steps.toArray(PlanStep[]::new);
        }

        @Override
        public void open() {
            current = 0;
            steps[0].open();
        }

        @Override
        public boolean next() {
            while (current < steps.length) {
                if (steps[current].next()) {
                    return true;
                }
                if (++current < steps.length) {
                    steps[current].open();
                }
            }
            return false;
        }

        @Override
        public void close() {
            if (current < steps.length) {
                steps[current].close();
            }
            current = steps.length;
        }
    }

    /** For each row of a step the rows of another, or the row alone if that has none. */
    static final class Optional implements PlanStep {
        private final PlanStep left;
        private final PlanStep right;
        private boolean isInRight;
        private boolean isMatched;

        Optional(PlanStep left, PlanStep right) {
            this.left = left;
            this.right = right;
        }

        @Override
        public void open() {
            isInRight = false;
            left.open();
        }

        @Override
        public boolean next() {
            while (true) {
                if (isInRight) {
                    if (right.next()) {
                        isMatched = true;
                        return true;
                    }
                    isInRight = false;
                    if (!isMatched) {
                        return true;
                    }
                }
                if (!left.next()) {
                    return false;
                }
                right.open();
                isInRight = true;
                isMatched = false;
            }
        }

        @Override
        public void close() {
            if (isInRight) {
                right.close();
            }
            isInRight = false;
            left.close();
        }
    }

    /** The rows of a step from one on, at most so many. */
    static final class Slice implements PlanStep {
        private final PlanStep inner;
        private final long start;
        private final long length;
        private long left;
        private boolean isOpen;

        Slice(PlanStep inner, long start, long length) {
            this.inner = inner;
            this.start = start;
            this.length = length;
        }

        @Override
        public void open() {
            inner.open();
            isOpen = true;
            left = length;
            for (long skipped = 0; isOpen && skipped < start; skipped++) {
                isOpen = inner.next();
            }
        }

        @Override
        public boolean next() {
            if (!isOpen) {
                return false;
            }
            if (left-- <= 0) {
                close();
                return false;
            }
            isOpen = inner.next();
            return isOpen;
        }

        @Override
        public void close() {
            if (isOpen) {
                inner.close();
            }
            isOpen = false;
        }
    }
}
