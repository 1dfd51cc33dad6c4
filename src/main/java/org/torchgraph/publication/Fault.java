package org.torchgraph.publication;

import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;

/**
 * An error in a file of a publication.
 *
 * @param place its position
 * @param message names the error and how to correct it
 */
public record Fault(Location place, Message message) {

    /** Returns an error whose message is that of a code with arguments. */
    public static Fault of(Location place, Code code, Object... arguments) {
        return new Fault(place, Message.of(code, arguments));
    }

    /** Returns the line that tells of it in English. */
    @Override
    public String toString() {
        return place + ": error: " + message.in(Language.EN);
    }
}
