package org.torchgraph.question;

import org.torchgraph.messages.Message;
import org.torchgraph.messages.MessageException;

/** Signals a parameter value with which a question cannot be asked. */
public final class BadParameterException extends MessageException {
    private static final long serialVersionUID = 1L;

    private final String name;

    BadParameterException(String name, Message message) {
        super(message, null);
        this.name = name;
    }

    /** Returns the name of the parameter, without {@code ?}. */
    public String name() {
        return name;
    }
}
