package org.torchgraph.cli;

/** The command cannot be done as it was asked: exit 2. */
final class WrongUse extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongUse(String message) {
        super(message);
    }
}
