package org.torchgraph.query;

import java.io.IOException;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * Reads the result of a running query, in its thread and within its deadline.
 *
 * <p>It has to read the result completely, because the execution is closed afterwards. It never returns null, and makes
 * what it returns anew in each call, because a query that takes longer than expected is broken off and begun again. If
 * the deadline passes first, the returned value is closed if it is {@link AutoCloseable}.
 *
 * @param <T> the type of the result
 */
@FunctionalInterface
public interface ResultReader<T> {

    /**
     * Starts the query and reads its result.
     *
     * @param running the execution, not started yet; its {@code getQuery()} has the query form
     * @throws IOException if a buffer cannot be written
     */
    T read(QueryExec running) throws IOException;
}
