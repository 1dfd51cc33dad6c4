package org.torchgraph.dataset.evaluation;

/** An operator is left to ARQ. */
final class NotPlannedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotPlannedException() {
        super("left to ARQ", null, false, false);
    }
}
