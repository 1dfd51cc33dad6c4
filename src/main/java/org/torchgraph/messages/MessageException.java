package org.torchgraph.messages;

/** Signals a failure whose reason is a message; logs have it in English. */
public class MessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Message message;

    protected MessageException(Message message, Throwable cause) {
        super(message.in(Language.EN), cause);
        this.message = message;
    }

    /** Returns the reason. */
    public final Message message() {
        return message;
    }
}
