package org.torchgraph.dataset.engine;

import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.messages.MessageException;

/** Signals an engine that does not have what is served. */
public final class EngineException extends MessageException {
    private static final long serialVersionUID = 1L;

    EngineException(Code code, Object... arguments) {
        super(Message.of(code, arguments), null);
    }
}
