package org.torchgraph.server.write;

import org.torchgraph.messages.Message;
import org.torchgraph.messages.MessageException;

/** Signals that the file of writers cannot be used. */
public final class WritersException extends MessageException {
    private static final long serialVersionUID = 1;

    WritersException(Message message) {
        super(message, null);
    }
}
