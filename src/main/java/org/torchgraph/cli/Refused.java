package org.torchgraph.cli;

/** The command was understood and could not be done: exit 1. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
        super(message);
    }
}
