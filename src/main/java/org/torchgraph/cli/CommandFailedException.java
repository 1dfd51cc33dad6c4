package org.torchgraph.cli;

import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.messages.MessageException;

/** Signals that a command was understood and could not be done: exit 1. */
public final class CommandFailedException extends MessageException {
    private static final long serialVersionUID = 1;

    public CommandFailedException(Code code, Object... arguments) {
        this(Message.of(code, arguments));
    }

    public CommandFailedException(Message message) {
        super(message, null);
    }
}
