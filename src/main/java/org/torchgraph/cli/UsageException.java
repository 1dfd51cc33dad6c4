package org.torchgraph.cli;

import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.messages.MessageException;

/** Signals that a command cannot be done as it was asked: exit 2. */
public final class UsageException extends MessageException {
    private static final long serialVersionUID = 1;

    public UsageException(Code code, Object... arguments) {
        this(Message.of(code, arguments));
    }

    public UsageException(Message message) {
        super(message, null);
    }
}
