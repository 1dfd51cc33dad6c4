package org.torchgraph.query.guard;

import static org.torchgraph.query.QueryFailedException.FailureKind.BUSY;
import static org.torchgraph.query.QueryFailedException.FailureKind.FAILED;
import static org.torchgraph.query.QueryFailedException.FailureKind.OUT_OF_BUDGET;
import static org.torchgraph.query.QueryFailedException.FailureKind.OUT_OF_TIME;
import static org.torchgraph.query.QueryFailedException.FailureKind.SYNTAX;
import static org.torchgraph.query.QueryFailedException.FailureKind.TOO_DEEP;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.Strings;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.expr.ExprException;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryFailedException;

/** Maps exceptions of Jena and the JVM to {@link QueryFailedException}. */
public final class QueryFailures {
    /** The position in Jena's messages, which repeat it and list every token of the grammar after "Was expecting". */
    private static final Pattern PLACE =
            Pattern.compile("(?i)(?: at )?\\[?line:? (\\d{1,9}), col(?:umn)?:? (\\d{1,9})]?[:.]? *");

    /** The unexpected token, which the parser puts after its kind. */
    private static final Pattern TOKEN = Pattern.compile("Encountered \" (?:\"[^\"]*\"|<\\w+>) \"(.*?) ?\"\"");

    private static final String END = "Encountered \"<EOF>\"";
    private static final Pattern EXCEPTION = Pattern.compile("\\b(?:[a-z]+\\.)+[A-Z]\\w*(?:Exception|Error): ");
    private static final Pattern EXPECTED = Pattern.compile("(?s)\\bWas expecting.*");

    /** The codes of Jena's messages, by their first words. */
    private static final Map<String, Code> COMPLAINTS = Map.of(
            "Lexical error Encountered: ", Code.SYNTAX_LEXICAL, "Unresolved prefixed name: ", Code.SYNTAX_PREFIX);

    private static final int MAX_QUOTED_CHARACTERS = 200;

    private QueryFailures() {}

    /** Returns the failure of a query that exceeded its deadline. */
    public static QueryFailedException outOfTime(Limits limits) {
        double seconds = limits.time().toMillis() / 1000.0;
        return new QueryFailedException(OUT_OF_TIME, Code.QUERY_TIME, trimmed(seconds));
    }

    /** Returns the failure of a query that found no free slot. */
    public static QueryFailedException busy(Limits limits) {
        return new QueryFailedException(BUSY, Code.QUERIES_BUSY, limits.concurrent());
    }

    /** Maps an exception of parsing, which is always about the text. */
    public static QueryFailedException ofText(RuntimeException thrown) {
        if (isCausedBy(thrown, StackOverflowError.class) || isCausedBy(thrown, OutOfMemoryError.class)) {
            return ofVirtualMachine(thrown);
        }
        String message = thrown.getMessage() == null ? "" : thrown.getMessage();
        // A token is quoted before the position and may look like one.
        Matcher token = TOKEN.matcher(message);
        boolean unexpected = token.lookingAt();
        Matcher place = PLACE.matcher(message);
        if (!place.find(unexpected ? token.end() : 0)) {
            return new QueryFailedException(SYNTAX, Message.of(Code.SYNTAX_UNPLACED, quoted(message)), thrown);
        }
        // The exception itself has the position of the last valid token.
        long line = Long.parseLong(place.group(1));
        long column = Math.max(1, Long.parseLong(place.group(2)));
        Message complaint = unexpected
                ? Message.of(Code.SYNTAX_UNEXPECTED, line, column, shortened(token.group(1)))
                : complaint(message, line, column);
        return new QueryFailedException(SYNTAX, complaint, line, column, thrown);
    }

    private static Message complaint(String message, long line, long column) {
        if (message.startsWith(END)) {
            return Message.of(Code.SYNTAX_ENDS, line, column);
        }
        String quoted = quoted(message);
        return COMPLAINTS.entrySet().stream()
                .filter(known -> quoted.startsWith(known.getKey()))
                .map(known -> Message.of(
                        known.getValue(),
                        line,
                        column,
                        quoted.substring(known.getKey().length())))
                .findFirst()
                .orElseGet(() -> Message.of(Code.SYNTAX, line, column, quoted));
    }

    /** Maps an exception of running. */
    public static QueryFailedException ofRun(Throwable thrown, Limits limits) {
        QueryFailedException failure = ExceptionUtils.throwableOfType(thrown, QueryFailedException.class);
        if (failure != null) {
            return failure;
        }
        if (isCausedBy(thrown, QueryCancelledException.class)) {
            return outOfTime(limits);
        }
        if (isCausedBy(thrown, StackOverflowError.class) || isCausedBy(thrown, OutOfMemoryError.class)) {
            return ofVirtualMachine(thrown);
        }
        if (thrown instanceof QueryBuildException || thrown instanceof ExprException) {
            // For example too many arguments of a function, which Jena detects only when the query runs.
            return new QueryFailedException(
                    SYNTAX, Message.of(Code.SYNTAX_RUN, quoted("" + thrown.getMessage())), thrown);
        }
        return new QueryFailedException(FAILED, Message.of(Code.QUERY_FAILED), thrown);
    }

    private static QueryFailedException ofVirtualMachine(Throwable thrown) {
        return isCausedBy(thrown, StackOverflowError.class)
                ? new QueryFailedException(TOO_DEEP, Message.of(Code.QUERY_DEPTH), thrown)
                : new QueryFailedException(OUT_OF_BUDGET, Message.of(Code.MEMORY), thrown);
    }

    private static boolean isCausedBy(Throwable thrown, Class<? extends Throwable> type) {
        return ExceptionUtils.indexOfType(thrown, type) >= 0;
    }

    /** Returns the parser's own words, which are English. */
    private static String quoted(String message) {
        String words = EXPECTED.matcher(message).replaceAll("");
        words = PLACE.matcher(words).replaceAll(" ");
        words = EXCEPTION.matcher(words).replaceAll("").replaceAll("\\s+", " ").strip();
        return shortened(Strings.CS.removeEnd(words, "."));
    }

    private static String shortened(String text) {
        return text.length() <= MAX_QUOTED_CHARACTERS ? text : text.substring(0, MAX_QUOTED_CHARACTERS) + "…";
    }

    private static String trimmed(double seconds) {
        return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
    }
}
