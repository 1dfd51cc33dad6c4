package org.torchgraph.query;

import java.util.Map;

/**
 * What the queries of a dataset have come to since it was opened, and how many there are now.
 *
 * @param running the number of running queries, including those that do not stop
 * @param waiting the number of queries that wait for a slot
 * @param answered the number of queries with a result
 * @param failed the number of queries without a result, by reason
 */
public record QueryActivity(
        int running, int waiting, long answered, Map<QueryFailedException.FailureKind, Long> failed) {
    public QueryActivity {
        failed = Map.copyOf(failed);
    }
}
