package org.torchgraph.cli;

/** Signals a valid command that failed: exit code 1. */
public final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CommandFailedException(String message) {
        super(message);
    }
}
