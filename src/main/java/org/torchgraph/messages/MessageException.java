package org.torchgraph.messages;

/** Something could not be done; the one who wanted it is told why by a message, which logs have in English. */
public class MessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Message message;

    protected MessageException(Message message, Throwable cause) {
        super(message.in(Language.EN), cause);
        this.message = message;
    }

    /** Why. */
    public final Message message() {
        return message;
    }
}
