package org.torchgraph.question;

import org.torchgraph.messages.Message;
import org.torchgraph.messages.MessageException;

/** A value given to a question that it cannot be asked with. */
public final class BadParameterException extends MessageException {
    private static final long serialVersionUID = 1L;

    private final String name;

    BadParameterException(String name, Message message) {
        super(message, null);
        this.name = name;
    }

    /** The parameter, without {@code ?}. */
    public String name() {
        return name;
    }
}
