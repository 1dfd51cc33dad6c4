package org.torchgraph.dataset.remote;

import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.messages.MessageException;

/** Signals an answer that an engine has ended before its last row. */
public final class CutAnswerException extends MessageException {
    private static final long serialVersionUID = 1L;

    /** @param rows the number of rows after which the engine ends each answer */
    CutAnswerException(String rows) {
        super(Message.of(Code.ENGINE_CUT, rows), null);
    }
}
