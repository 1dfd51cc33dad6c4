package org.torchgraph.dataset;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.torchgraph.query.QueryEngine;
import org.torchgraph.rdf.TripleSource;

/** One dataset version that is held: it can be read and queried and does not change. Safe for several threads. */
public interface Snapshot extends View, QueryEngine {

    /** Returns the identifier of the version. */
    String version();

    /** Returns the time at which the version became the current one. */
    Instant since();

    /** Returns the accepted writes that made the version of what the store was filled with. */
    default History history() {
        return History.NONE;
    }

    /**
     * Returns the text search that the store has of its own, which may take requests to find out; empty if it has none,
     * or holds its statements so that they can be indexed here.
     *
     * @param properties those of the names that are searched
     */
    default Optional<StoreNameSearch> nameSearch(Set<Node> properties) {
        return Optional.empty();
    }

    /** Returns this version with one named graph more, which is not part of the union. */
    Snapshot with(Node name, TripleSource graph);

    /**
     * Returns this version with a description of it that queries can ask for. Views do not have it.
     *
     * @param name the name of the graph that holds the description
     * @param vocabularies the namespaces of its terms
     * @param description computes it when a query first needs it
     */
    Snapshot describedBy(Node name, Set<String> vocabularies, Supplier<TripleSource> description);
}
