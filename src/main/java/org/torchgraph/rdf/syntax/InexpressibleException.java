package org.torchgraph.rdf.syntax;

import org.torchgraph.messages.Message;
import org.torchgraph.messages.MessageException;

/** Signals that a syntax has no way to write a term. */
public final class InexpressibleException extends MessageException {
    private static final long serialVersionUID = 1L;

    InexpressibleException(Message message) {
        super(message, null);
    }
}
