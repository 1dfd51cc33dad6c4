package org.torchgraph.query;

import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.messages.MessageException;

/** A query that gave no answer. */
public final class QueryFailedException extends MessageException {
    private static final long serialVersionUID = 1L;

    /** Why there is no answer. */
    public enum FailureKind {
        /** The text is not SPARQL 1.1, or calls a function wrongly; line and column say where, if known. */
        SYNTAX,
        /** The text has more characters, or more patterns, than are read. */
        TOO_LONG,
        /** The text, the path or the data nest deeper than the stack. */
        TOO_DEEP,
        /** The query asks another service. */
        SERVICE_REFUSED,
        /** The query calls a function that is not offered. */
        FUNCTION_REFUSED,
        /** The deadline passed. */
        OUT_OF_TIME,
        /** The answer, or a value on the way to it, is larger than allowed. */
        OUT_OF_BUDGET,
        /** The format has no way to write the answer. */
        NOT_SAYABLE,
        /** No place to run in became free before the deadline. */
        BUSY,
        /** Anything else; the fault is not the asker's. */
        FAILED
    }

    private final FailureKind kind;
    private final long line;
    private final long column;

    public QueryFailedException(FailureKind kind, Code code, Object... arguments) {
        this(kind, Message.of(code, arguments), null);
    }

    public QueryFailedException(FailureKind kind, Message message, Throwable cause) {
        this(kind, message, 0, 0, cause);
    }

    public QueryFailedException(FailureKind kind, Message message, long line, long column, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.line = line;
        this.column = column;
    }

    public FailureKind kind() {
        return kind;
    }

    /** Line of the query text, counted from 1; 0 when unknown. */
    public long line() {
        return line;
    }

    /** Column of the query text, counted from 1; 0 when unknown. */
    public long column() {
        return column;
    }
}
