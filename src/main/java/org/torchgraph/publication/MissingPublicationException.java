package org.torchgraph.publication;

/** There is no publication where one was looked for, or its base cannot be told; the message is one sentence. */
public final class MissingPublicationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingPublicationException(String message) {
        super(message);
    }
}
