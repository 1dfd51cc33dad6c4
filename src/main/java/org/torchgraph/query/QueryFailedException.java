package org.torchgraph.query;

import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.messages.MessageException;

/** Signals a query that has no result. */
public final class QueryFailedException extends MessageException {
    private static final long serialVersionUID = 1L;

    /** The reason why a query has no result. */
    public enum FailureKind {
        /** The text is not SPARQL 1.1, or calls a function wrongly; line and column give the position if known. */
        SYNTAX,
        /** The text has too many characters or patterns. */
        TOO_LONG,
        /** The text, a path or the data are nested too deep for the stack. */
        TOO_DEEP,
        /** The query calls a remote service. */
        SERVICE_REFUSED,
        /** A remote service that the query may call gives no result. */
        SERVICE_FAILED,
        /** The update reads from the web, or writes where nothing is written. */
        UPDATE_REFUSED,
        /** The query calls a function that is disabled. */
        FUNCTION_REFUSED,
        /** The deadline has passed. */
        OUT_OF_TIME,
        /** The result or an intermediate value is larger than allowed. */
        OUT_OF_BUDGET,
        /** The format cannot express the result. */
        NOT_EXPRESSIBLE,
        /** No query slot became free before the deadline. */
        BUSY,
        /** The engine that has the statements sends no answer. */
        STORE_FAILED,
        /** The engine that has the statements cannot be reached, or takes no queries. */
        STORE_UNREACHED,
        /** The engine that has the statements did not answer before the deadline. */
        STORE_LATE,
        /** Any other error; the client is not at fault. */
        FAILED;

        /** Returns whether the same query may have a result a while later. */
        public boolean isPassing() {
            return switch (this) {
                case OUT_OF_TIME, BUSY, STORE_FAILED, STORE_UNREACHED, STORE_LATE -> true;
                default -> false;
            };
        }
    }

    private final FailureKind kind;
    private final long line;
    private final long column;

    /** Creates a failure with the message of a code. */
    public QueryFailedException(FailureKind kind, Code code, Object... arguments) {
        this(kind, Message.of(code, arguments), null);
    }

    /** Creates a failure without a position. */
    public QueryFailedException(FailureKind kind, Message message, Throwable cause) {
        this(kind, message, 0, 0, cause);
    }

    /** Creates a failure with its position in the query text. */
    public QueryFailedException(FailureKind kind, Message message, long line, long column, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.line = line;
        this.column = column;
    }

    /** Returns the reason. */
    public FailureKind kind() {
        return kind;
    }

    /** Returns the line of the query text, counted from 1; 0 if unknown. */
    public long line() {
        return line;
    }

    /** Returns the column of the query text, counted from 1; 0 if unknown. */
    public long column() {
        return column;
    }
}
