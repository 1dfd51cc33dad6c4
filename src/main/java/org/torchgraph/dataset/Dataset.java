package org.torchgraph.dataset;

import java.util.Optional;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryActivity;

/**
 * A dataset whose versions succeed each other. Readers take one {@link #snapshot()} for all reads and queries that
 * belong together.
 */
public interface Dataset extends AutoCloseable {

    /** Returns the current version, which does not change while it is held, whatever replaces it. */
    Snapshot snapshot();

    /** Returns the limits of each query. */
    Limits limits();

    /** Returns what its queries have come to. */
    QueryActivity activity();

    /** Returns the kind of store, as {@code /health} names it. */
    String kind();

    /** Returns whether the store answers; empty for one in this process, which always does. */
    default Optional<Availability> availability() {
        return Optional.empty();
    }

    /** Cancels the queries that still run. */
    @Override
    void close();
}
