package org.torchgraph.dataset.evaluation;

import java.util.Arrays;

/** The rows of a step that were not there before. */
final class Distinct implements PlanStep {
    private final RowFrame frame;
    private final PlanStep inner;
    private final int[] slots;
    private final int[] row;
    private final boolean adjacentAlone;
    private NumberRows seen;
    private int[] previous;

    /**
     * @param slots of the variables that count
     * @param adjacentAlone whether a row is compared with the one before it alone, as {@code REDUCED} allows
     */
    Distinct(RowFrame frame, PlanStep inner, int[] slots, boolean adjacentAlone) {
        this.frame = frame;
        this.inner = inner;
        this.slots = slots;
        this.row = new int[slots.length];
        this.adjacentAlone = adjacentAlone;
    }

    @Override
    public void open() {
        seen = new NumberRows(frame.evaluation(), slots.length);
        previous = null;
        inner.open();
    }

    @Override
    public boolean next() {
        while (inner.next()) {
            frame.evaluation().step();
            frame.copy(slots, row);
            if (isNew()) {
                return true;
            }
        }
        return false;
    }

    private boolean isNew() {
        if (adjacentAlone) {
            boolean isNew = !Arrays.equals(row, previous);
            previous = row.clone();
            return isNew;
        }
        int count = seen.count();
        return seen.addNew(row) == count;
    }

    @Override
    public void close() {
        inner.close();
    }
}
