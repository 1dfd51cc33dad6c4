package org.torchgraph.dataset;

import java.util.function.Function;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.QueryEngine;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReader;

/**
 * A dataset whose versions succeed each other. Each read and each query sees one version; several that belong together
 * go to one {@link #snapshot()}.
 */
public interface Dataset extends QueryEngine, AutoCloseable {

    /** Returns the current version, which does not change while it is held, whatever replaces it. */
    Snapshot snapshot();

    /** Returns the kind of store, as {@code /health} names it. */
    String kind();

    /** Reads the current version; streams of the view are read to their end before the reader returns. */
    default <T> T read(Function<? super View, T> reader) {
        return reader.apply(snapshot());
    }

    @Override
    default <T> T query(QueryRequest request, ResultReader<T> reader, Deadline deadline) {
        return snapshot().query(request, reader, deadline);
    }

    /** Cancels the queries that still run. */
    @Override
    void close();
}
