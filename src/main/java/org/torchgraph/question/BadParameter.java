package org.torchgraph.question;

/** A value given to a question that it cannot be asked with. The message is one sentence for the person who asked. */
public final class BadParameter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String name;

    BadParameter(String name, String message) {
        super(message);
        this.name = name;
    }

    /** The parameter, without {@code ?}. */
    public String name() {
        return name;
    }
}
