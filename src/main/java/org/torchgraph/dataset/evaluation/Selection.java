package org.torchgraph.dataset.evaluation;

/** Some of the rows of another step. */
abstract class Selection implements PlanStep {
    private final PlanStep inner;
    private final Evaluation evaluation;

    Selection(RowFrame frame, PlanStep inner) {
        this.inner = inner;
        this.evaluation = frame.evaluation();
    }

    /** Returns whether the current row is one of them; called once for each row. */
    abstract boolean isSelected();

    @Override
    public void open() {
        inner.open();
    }

    @Override
    public final boolean next() {
        while (inner.next()) {
            evaluation.step();
            if (isSelected()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public final void close() {
        inner.close();
    }
}
