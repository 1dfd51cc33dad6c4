package org.torchgraph.dataset.evaluation;

/**
 * One step of a plan. {@link #open} begins with the row that is in the frame; each {@link #next} completes that row to
 * one of the rows of this step, until it returns false; then the frame is again as it was at the beginning. Until then,
 * nobody else changes what the step has put there. It may be opened again at any time after it was exhausted, or after
 * {@link #close}.
 */
interface PlanStep {
    void open();

    boolean next();

    /** Ends early: the frame is as it was at the beginning. */
    void close();
}
