package org.torchgraph.sparql.run;

import static org.torchgraph.sparql.QueryFailure.Kind.BUSY;
import static org.torchgraph.sparql.QueryFailure.Kind.FAILED;
import static org.torchgraph.sparql.QueryFailure.Kind.OUT_OF_BUDGET;
import static org.torchgraph.sparql.QueryFailure.Kind.OUT_OF_TIME;
import static org.torchgraph.sparql.QueryFailure.Kind.SYNTAX;
import static org.torchgraph.sparql.QueryFailure.Kind.TOO_DEEP;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.expr.ExprException;
import org.torchgraph.sparql.Limits;
import org.torchgraph.sparql.QueryFailure;

/** What Jena and the virtual machine throw, told as failures of a query. */
final class Failures {
    /** Jena repeats the place in the message, and after "Was expecting" lists every token of the grammar. */
    private static final Pattern PLACE =
            Pattern.compile("(?i)(?: at )?\\[?line:? (\\d{1,9}), col(?:umn)?:? (\\d{1,9})]?[:.]? *");

    /** The parser names the kind of a token before the token itself. */
    private static final Pattern TOKEN = Pattern.compile("Encountered \" (?:\"[^\"]*\"|<\\w+>) \"(.*?) ?\"\"");

    private static final Pattern EXCEPTION = Pattern.compile("\\b(?:[a-z]+\\.)+[A-Z]\\w*(?:Exception|Error): ");
    private static final Pattern EXPECTED = Pattern.compile("(?s)\\bWas expecting.*");

    private Failures() {}

    static QueryFailure outOfTime(Limits limits) {
        double seconds = limits.time().toMillis() / 1000.0;
        return new QueryFailure(OUT_OF_TIME, "The query did not end within " + trimmed(seconds) + " s.");
    }

    static QueryFailure busy(Limits limits) {
        return new QueryFailure(
                BUSY, "All " + limits.concurrent() + " places for queries are taken; try again in a moment.");
    }

    /** Of a query that was being parsed: every complaint of Jena's is about the text. */
    static QueryFailure ofText(RuntimeException thrown) {
        if (isCausedBy(thrown, StackOverflowError.class) || isCausedBy(thrown, OutOfMemoryError.class)) {
            return ofVirtualMachine(thrown);
        }
        String message = thrown.getMessage() == null ? "" : thrown.getMessage();
        Matcher place = PLACE.matcher(message);
        if (!place.find()) {
            return new QueryFailure(SYNTAX, "The query does not parse: " + sentence(message), thrown);
        }
        // Not those of the exception, which are of the last token that was right.
        long line = Long.parseLong(place.group(1));
        long column = Math.max(1, Long.parseLong(place.group(2)));
        String where = "The query does not parse at line " + line + ", column " + column + ": ";
        return new QueryFailure(SYNTAX, where + sentence(message), line, column, thrown);
    }

    /** Of a query that was running. */
    static QueryFailure ofRun(Throwable thrown, Limits limits) {
        QueryFailure failure = ExceptionUtils.throwableOfType(thrown, QueryFailure.class);
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
            // A function with too many arguments, and the like: Jena finds it when the query is first run.
            return new QueryFailure(SYNTAX, "The query cannot be run: " + sentence("" + thrown.getMessage()), thrown);
        }
        return new QueryFailure(FAILED, "The query could not be run.", thrown);
    }

    private static QueryFailure ofVirtualMachine(Throwable thrown) {
        return isCausedBy(thrown, StackOverflowError.class)
                ? new QueryFailure(
                        TOO_DEEP, "The query nests deeper, or follows a longer path, than can be run.", thrown)
                : new QueryFailure(OUT_OF_BUDGET, "The query needs more memory than there is.", thrown);
    }

    private static boolean isCausedBy(Throwable thrown, Class<? extends Throwable> type) {
        return ExceptionUtils.indexOfType(thrown, type) >= 0;
    }

    private static String sentence(String message) {
        String said = EXPECTED.matcher(message).replaceAll("");
        said = PLACE.matcher(said).replaceAll(" ");
        said = TOKEN.matcher(said).replaceAll("unexpected \"$1\"");
        said = said.replace("Encountered \"<EOF>\"", "the text ends too soon");
        said = EXCEPTION.matcher(said).replaceAll("").replaceAll("\\s+", " ").strip();
        said = said.replace("Lexical error Encountered:", "Lexical error: found");
        String shown = said.length() <= 200 ? said : said.substring(0, 200) + "…";
        return shown.endsWith(".") ? shown : shown + ".";
    }

    private static String trimmed(double seconds) {
        return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
    }
}
