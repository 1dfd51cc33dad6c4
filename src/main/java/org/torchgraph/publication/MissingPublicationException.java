package org.torchgraph.publication;

import org.torchgraph.messages.Message;
import org.torchgraph.messages.MessageException;

/** Signals that a folder is no publication or that its base is unknown. */
public final class MissingPublicationException extends MessageException {
    private static final long serialVersionUID = 1;

    MissingPublicationException(Message message) {
        super(message, null);
    }
}
