package org.torchgraph.question;

/** A value given to a question that it cannot be asked with. The message is one sentence for the person who asked. */
public final class BadParameter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String value;

    BadParameter(String name, String value, String message) {
        super(message);
        this.name = name;
        this.value = value;
    }

    /** The parameter, without {@code ?}. */
    public String name() {
        return name;
    }

    /** The lexical form given. */
    public String value() {
        return value;
    }
}
