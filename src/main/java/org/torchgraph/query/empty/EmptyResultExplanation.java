package org.torchgraph.query.empty;

import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.QueryExec;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.messages.Code;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.query.run.QueryExecutor;

/**
 * What is known of a query's lack of rows.
 *
 * @param rows whether there are any after all; an ASK has rows when it is true
 * @param removedBy the first part that leaves none; empty when each part leaves some, so that what comes after the
 *     pattern ({@code HAVING}, {@code LIMIT}, {@code OFFSET}) took them, and when there are rows
 * @param position of that part in the order of joining, counted from 1; 0 without it
 * @param parts how many there are
 */
public record EmptyResultExplanation(boolean rows, Optional<PatternStep> removedBy, int position, int parts) {

    /**
     * Asks the query, then its first parts alone. Each further part can only take solutions away, or leave them: once
     * there is none, there is none any more, so that halving finds the part.
     *
     * @param runs all questions together have the time of one query
     * @throws QueryFailedException of any kind; SYNTAX for a query that is not a SELECT or an ASK
     */
    public static EmptyResultExplanation of(QueryExecutor runs, Snapshot snapshot, QueryRequest request) {
        long end = runs.deadline();
        // Taken apart in the thread of the query, whose stack is made for deep ones.
        Optional<PatternSteps> asked = runs.run(
                snapshot,
                request,
                running -> hasRows(running)
                        ? Optional.empty()
                        : Optional.of(PatternSteps.of(request.text(), request.base())),
                end);
        if (asked.isEmpty()) {
            return new EmptyResultExplanation(true, Optional.empty(), 0, 0);
        }
        PatternSteps steps = asked.get();
        int some = 0;
        int none = steps.count() + 1;
        while (some + 1 < none) {
            int middle = (some + none) / 2;
            if (runs.run(snapshot, request.asking(steps.ask(middle)), QueryExec::ask, end)) {
                some = middle;
            } else {
                none = middle;
            }
        }
        return none > steps.count()
                ? new EmptyResultExplanation(false, Optional.empty(), 0, steps.count())
                : new EmptyResultExplanation(false, Optional.of(steps.step(none)), none, steps.count());
    }

    private static boolean hasRows(QueryExec running) {
        Query query = running.getQuery();
        if (!ResultReaders.areRows(query)) {
            throw new QueryFailedException(QueryFailedException.FailureKind.SYNTAX, Code.NOT_EXPLAINED);
        }
        return query.isAskType() ? running.ask() : running.select().hasNext();
    }
}
