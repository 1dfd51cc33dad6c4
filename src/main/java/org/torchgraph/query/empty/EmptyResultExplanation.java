package org.torchgraph.query.empty;

import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.QueryExec;
import org.torchgraph.messages.Code;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.QueryEngine;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReaders;

/**
 * The explanation of a query without rows.
 *
 * @param rows whether the query has rows after all; ASK has rows if it is true
 * @param removedBy the first part of the pattern that leaves no solution; empty if there are rows, or if every part
 *     leaves some, so that {@code HAVING}, {@code LIMIT} or {@code OFFSET} removes them
 * @param position the position of that part in the order of joining, counted from 1; 0 if there is none
 * @param parts the number of parts
 */
public record EmptyResultExplanation(boolean rows, Optional<PatternStep> removedBy, int position, int parts) {

    /**
     * Runs the query and then its first parts only. Each further part can only remove solutions, so that a binary
     * search finds the part that leaves none.
     *
     * @param engine answers the queries; all of them share the time of one query
     * @param request the query
     * @throws QueryFailedException of any kind; SYNTAX for a query that is neither SELECT nor ASK
     */
    public static EmptyResultExplanation of(QueryEngine engine, QueryRequest request) {
        Deadline deadline = engine.deadline();
        // Split in the query's thread, whose stack is large enough for deep patterns.
        Optional<PatternSteps> asked = engine.query(
                request,
                running -> hasRows(running)
                        ? Optional.empty()
                        : Optional.of(PatternSteps.of(request.text(), request.base())),
                deadline);
        if (asked.isEmpty()) {
            return new EmptyResultExplanation(true, Optional.empty(), 0, 0);
        }
        PatternSteps steps = asked.get();
        int some = 0;
        int none = steps.count() + 1;
        while (some + 1 < none) {
            int middle = (some + none) / 2;
            if (engine.query(request.withText(steps.ask(middle)), QueryExec::ask, deadline)) {
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
