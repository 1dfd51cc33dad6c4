package org.torchgraph.publication;

import java.util.List;
import org.torchgraph.messages.Message;
import org.torchgraph.messages.MessageException;

/** Signals that a folder is no publication or that its base is unknown. */
public final class MissingPublicationException extends MessageException {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    MissingPublicationException(Message message) {
        this(message, List.of());
    }

    /** @param faults because of which the base is unknown */
    MissingPublicationException(Message message, List<Fault> faults) {
        super(message, null);
        this.faults = List.copyOf(faults);
    }

    /** Returns the errors of the catalogue because of which the base is unknown; empty for any other reason. */
    public List<Fault> faults() {
        return faults;
    }
}
