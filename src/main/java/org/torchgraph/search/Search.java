package org.torchgraph.search;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torchgraph.dataset.Snapshot;

/** Searches one snapshot. Its index is made once, in a thread of its own, when it is first wanted. */
public final class Search {
    private static final Logger LOG = LoggerFactory.getLogger(Search.class);

    private final Snapshot snapshot;
    private final String base;
    private final List<Facet> facets;
    private CompletableFuture<ThingIndex> index;

    /** @param base the IRI that the publication's own IRIs begin with */
    public Search(Snapshot snapshot, String base) {
        this.snapshot = snapshot;
        this.base = base;
        this.facets = Facet.of(snapshot.data(), base);
    }

    /** What hits can be filtered by, in order. */
    public List<Facet> facets() {
        return facets;
    }

    /** What is found; empty when the index is not made within the time. */
    public Optional<Hits> find(SearchRequest wanted, Duration patience) {
        return ready(patience).map(made -> made.find(wanted));
    }

    /** A few things whose names have the words, the last of which may go on; empty as above. */
    public Optional<List<Hits.Hit>> suggest(String text, Duration patience) {
        return ready(patience).map(made -> made.suggest(text));
    }

    /** Begins to make the index, unless that was begun before. */
    public void begin() {
        begun();
    }

    private synchronized CompletableFuture<ThingIndex> begun() {
        if (index == null) {
            index = new CompletableFuture<>();
            Thread maker = new Thread(this::make, "search index");
            maker.setDaemon(true);
            maker.setPriority(Thread.MIN_PRIORITY);
            maker.start();
        }
        return index;
    }

    private void make() {
        try {
            index.complete(IndexBuild.of(snapshot.data(), base, facets));
        } catch (RuntimeException | Error failed) {
            LOG.error("The search index of version {} cannot be made", snapshot.version(), failed);
            index.completeExceptionally(failed);
        }
    }

    private Optional<ThingIndex> ready(Duration patience) {
        try {
            return Optional.of(begun().get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException notYet) {
            return Optional.empty();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("there is no search index", failed.getCause());
        }
    }
}
