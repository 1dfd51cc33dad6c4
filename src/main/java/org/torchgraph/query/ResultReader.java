package org.torchgraph.query;

import java.io.IOException;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * Makes the answer out of a running query, inside its deadline and in its thread.
 *
 * <p>It must read the results whole: nothing that hangs from the execution may be kept. What it returns is closed if
 * the deadline passes first, when it is {@link AutoCloseable}.
 *
 * @param <T> the answer
 */
@FunctionalInterface
public interface ResultReader<T> {

    /**
     * Runs and reads.
     *
     * @param running not yet started; its {@code getQuery()} tells the form
     * @throws IOException if a buffer cannot be written
     */
    T read(QueryExec running) throws IOException;
}
