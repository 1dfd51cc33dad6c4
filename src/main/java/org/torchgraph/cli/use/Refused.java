package org.torchgraph.cli.use;

/** The command was understood and could not be done: exit 1. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refused(String message) {
        super(message);
    }
}
