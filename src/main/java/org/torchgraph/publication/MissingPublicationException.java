package org.torchgraph.publication;

/** Signals that a folder is no publication or that its base is unknown; the message is one sentence. */
public final class MissingPublicationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingPublicationException(String message) {
        super(message);
    }
}
