package org.torchgraph.dataset.remote;

import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.messages.MessageException;

/** Signals an answer that an engine has ended before its last row. */
public final class CutAnswerException extends MessageException {
    private static final long serialVersionUID = 1L;

    private final long rows;

    /** @param rows the number of rows after which the engine ends each answer */
    CutAnswerException(long rows) {
        super(Message.of(Code.ENGINE_CUT, Long.toString(rows)), null);
        this.rows = rows;
    }

    /** Returns the number of rows after which the engine ends each answer. */
    public long rows() {
        return rows;
    }
}
