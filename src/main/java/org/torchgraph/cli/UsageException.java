package org.torchgraph.cli;

/** The command cannot be done as it was asked: exit 2. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UsageException(String message) {
        super(message);
    }
}
