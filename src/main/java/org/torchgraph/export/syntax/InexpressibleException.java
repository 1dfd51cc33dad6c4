package org.torchgraph.export.syntax;

/** A format has no way to write some term; the message says which. */
public final class InexpressibleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InexpressibleException(String message) {
        super(message);
    }
}
