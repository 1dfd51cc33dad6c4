package org.torchgraph.publication.syntax;

import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;

/** Collects what is wrong in a text: messages of this program, and what Jena's parsers say in their own words. */
@FunctionalInterface
public interface FaultHandler extends ErrorHandler {

    /**
     * Takes one fault.
     *
     * @param line counted from 1, as is the column; below 1 when unknown
     */
    void fault(Message message, long line, long column);

    @Override
    default void warning(String words, long line, long column) {
        fault(Message.of(Code.FILE_SYNTAX, words), line, column);
    }

    @Override
    default void error(String words, long line, long column) {
        fault(Message.of(Code.FILE_SYNTAX, words), line, column);
    }

    @Override
    default void fatal(String words, long line, long column) {
        fault(Message.of(Code.FILE_SYNTAX, words), line, column);
        throw new RiotException(words);
    }
}
