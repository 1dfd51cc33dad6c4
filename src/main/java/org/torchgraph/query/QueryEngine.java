package org.torchgraph.query;

/** Runs queries over a dataset of this process or at a remote endpoint. */
public interface QueryEngine {

    /** Returns the limits of a query. */
    Limits limits();

    /**
     * Runs one query and waits until its result has been read completely.
     *
     * @param deadline the deadline, which several queries may share
     * @throws QueryFailedException of any kind, at the deadline at the latest
     */
    <T> T query(QueryRequest request, ResultReader<T> reader, Deadline deadline);

    /** Runs one query with the complete time of the limits. */
    default <T> T query(QueryRequest request, ResultReader<T> reader) {
        return query(request, reader, deadline());
    }

    /** Returns the deadline of a query that starts now. */
    default Deadline deadline() {
        return Deadline.in(limits().time());
    }
}
