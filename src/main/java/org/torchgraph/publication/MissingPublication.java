package org.torchgraph.publication;

/** There is no publication where one was looked for, or its base cannot be told; the message is one sentence. */
public final class MissingPublication extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingPublication(String message) {
        super(message);
    }
}
