package org.torchgraph.dataset.evaluation;

import java.util.Arrays;

/** The rows of a step that were not there before. */
final class Distinct extends Selection {
    private final RowFrame frame;
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
        super(frame, inner);
        this.frame = frame;
        this.slots = slots;
        this.row = new int[slots.length];
        this.adjacentAlone = adjacentAlone;
    }

    @Override
    public void open() {
        seen = new NumberRows(frame.evaluation(), slots.length);
        previous = null;
        super.open();
    }

    @Override
    boolean isSelected() {
        frame.copy(slots, row);
        if (adjacentAlone) {
            boolean isNew = !Arrays.equals(row, previous);
            previous = row.clone();
            return isNew;
        }
        int count = seen.count();
        return seen.addNew(row) == count;
    }
}
