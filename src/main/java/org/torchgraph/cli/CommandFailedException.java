package org.torchgraph.cli;

/** The command was understood and could not be done: exit 1. */
public final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CommandFailedException(String message) {
        super(message);
    }
}
