package org.torchgraph.cli.use;

/** The command cannot be done as it was asked: exit 2. */
public final class WrongUse extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WrongUse(String message) {
        super(message);
    }
}
