package org.torchgraph.server;

import org.torchgraph.messages.Message;
import org.torchgraph.messages.MessageException;

/** Signals that the access log cannot be written. */
public final class AccessLogException extends MessageException {
    private static final long serialVersionUID = 1;

    AccessLogException(Message message) {
        super(message, null);
    }
}
