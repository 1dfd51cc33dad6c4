package org.torchgraph.dataset.disk;

import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.messages.MessageException;

/** Signals that a store cannot be used, or cannot be used as asked. */
public final class StoreException extends MessageException {
    private static final long serialVersionUID = 1;

    StoreException(Throwable cause, Code code, Object... arguments) {
        super(Message.of(code, arguments), cause);
    }
}
