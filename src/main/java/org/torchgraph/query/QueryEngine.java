package org.torchgraph.query;

/** Answers queries: a dataset of this process, or an endpoint elsewhere. */
public interface QueryEngine {

    /** Returns what one query may cost here. */
    Limits limits();

    /**
     * Runs one query, waits for its answer and reads that whole.
     *
     * @param deadline which several queries may share
     * @throws QueryFailedException of any kind, at the deadline at the latest
     */
    <T> T query(QueryRequest request, ResultReader<T> reader, Deadline deadline);

    /** Runs one query that has all the time of the limits to itself. */
    default <T> T query(QueryRequest request, ResultReader<T> reader) {
        return query(request, reader, deadline());
    }

    /** Returns the moment by which a query that is asked now is answered. */
    default Deadline deadline() {
        return Deadline.in(limits().time());
    }
}
