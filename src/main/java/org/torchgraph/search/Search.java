package org.torchgraph.search;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.jena.graph.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.publication.settings.Presentation;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.rdf.TripleSource;

/**
 * Searches one snapshot. Its index is built once, in a thread of its own, when it is first needed. Where there are too
 * many statements to be read and the store has a text search of its own, that finds things, and the index is built only
 * for who compares names. If the store is silent meanwhile, the next search begins again.
 */
public final class Search {
    private static final Logger LOG = LoggerFactory.getLogger(Search.class);
    private static final int MAX_SUGGESTIONS = 8;

    private final Snapshot snapshot;
    private final String base;
    private final Presentation presentation;
    private final List<Facet> facets;
    private final List<QuestionText> questions;
    private CompletableFuture<ThingIndex> index;
    private CompletableFuture<Finders> finders;
    private volatile boolean byStore;

    /**
     * Prepares the search; the index is not built yet.
     *
     * @param snapshot the dataset version
     * @param base the IRI prefix of the publication's things
     * @param presentation its search fields and naming properties
     * @param questions its saved questions
     */
    public Search(Snapshot snapshot, String base, Presentation presentation, List<QuestionText> questions) {
        this.snapshot = snapshot;
        this.base = base;
        this.presentation = presentation;
        this.facets = FacetChoice.of(snapshot, base, presentation);
        this.questions = List.copyOf(questions);
    }

    /** Returns the facets in order; none if the store searches. */
    public List<Facet> facets() {
        return byStore ? List.of() : facets;
    }

    /**
     * Returns the hits of a search; empty if the index is not ready in time.
     *
     * @param wanted the search
     * @param patience how long to wait for the index
     */
    public Optional<Hits> find(SearchRequest wanted, Duration patience) {
        return wanted.filters().isEmpty()
                ? within(patience, finding()).map(made -> made.things().find(wanted))
                : within(patience, indexing()).map(things -> things.find(wanted));
    }

    /**
     * Returns a few things whose names match, with the last word as a prefix; empty if the index is not ready in time.
     *
     * @param text the text typed so far
     * @param patience how long to wait for the index
     */
    public Optional<List<Hits.Hit>> suggest(String text, Duration patience) {
        return suggest(text, 0, MAX_SUGGESTIONS, patience);
    }

    /**
     * Returns things whose names match, with the last word as a prefix; empty if the index is not ready in time.
     *
     * @param text the text typed so far
     * @param skipped the number of things that are left out at the beginning
     * @param most the number of things returned at most
     * @param patience how long to wait for the index
     */
    public Optional<List<Hits.Hit>> suggest(String text, int skipped, int most, Duration patience) {
        return within(patience, finding()).map(made -> made.things().suggest(text, skipped, most));
    }

    /**
     * Returns the things that a name may mean, the closest first; empty if the index is not ready in time.
     *
     * @param name the name as it is written somewhere
     * @param wanted tells of the stated classes of a thing whether it is looked for
     * @param everything whether parts of things and those of the classes that come late are looked for too
     * @param limit the number of things returned at most
     * @param patience how long to wait for the index
     */
    public Optional<List<MatchedThing>> match(
            String name, Predicate<List<Node>> wanted, boolean everything, int limit, Duration patience) {
        return within(patience, indexing()).map(things -> things.matcher().match(name, wanted, everything, limit));
    }

    /**
     * Returns how close a text comes to a value, from 0 to 1: to a name of a thing, or to a literal; empty if the index
     * is not ready in time.
     */
    public Optional<Double> closeness(String text, Node value, Duration patience) {
        return within(patience, indexing()).map(things -> things.matcher().closeness(text, value));
    }

    /** Returns all names of a thing, its labels first; empty if the index is not ready in time. */
    public Optional<List<Node>> names(Node thing, Duration patience) {
        return within(patience, indexing()).map(things -> things.matcher().names(thing));
    }

    /**
     * Returns the saved questions that have the words of a search, which are listed on its first page unless the search
     * has filters; empty if the index is not ready in time.
     *
     * @param wanted the search
     * @param patience how long to wait for the index
     */
    public Optional<List<QuestionHit>> findQuestions(SearchRequest wanted, Duration patience) {
        boolean first = wanted.page() == 1 && wanted.filters().isEmpty();
        return within(patience, finding()).map(made -> first ? made.questions().find(wanted.text()) : List.of());
    }

    /**
     * Returns a few saved questions whose titles match, with the last word as a prefix; empty if the index is not ready
     * in time.
     *
     * @param text the text typed so far
     * @param patience how long to wait for the index
     */
    public Optional<List<QuestionHit>> suggestQuestions(String text, Duration patience) {
        return within(patience, finding()).map(made -> made.questions().suggest(text));
    }

    /** Starts building the index, if one is needed, unless that has been started; then some names are matched ahead. */
    public void begin() {
        // In a thread of its own: without one, whoever waits for the index would have to do it.
        finding().thenAcceptAsync(made -> warm(made.things()), task -> thread("names", task));
    }

    /** Begins again if the store was silent when it began; does nothing if it has not begun. */
    public synchronized void beginAgain() {
        if (finders != null && isForgotten(finders)) {
            begin();
        }
    }

    private static void warm(ThingFinder finder) {
        if (finder instanceof ThingIndex own) {
            own.matcher().warm();
        }
    }

    /** Builds the index, if one is needed, unless it is built, so that no search has to wait for it. */
    public void prepare() {
        finding().handle((made, failed) -> made).join();
    }

    /** Returns whether things can be found. */
    public synchronized boolean isReady() {
        return finders != null && finders.isDone() && !finders.isCompletedExceptionally();
    }

    private record Finders(ThingFinder things, QuestionIndex questions) {}

    private synchronized CompletableFuture<Finders> finding() {
        if (isForgotten(finders)) {
            finders = storeFinder()
                    .thenCompose(store -> store.map(CompletableFuture::completedFuture)
                            .orElseGet(() -> indexing().thenApply(things -> things)))
                    .thenApply(things -> new Finders(things, QuestionIndex.of(questions)));
        }
        return finders;
    }

    /** Returns whether something was not made yet, or because the store was silent for a while. */
    private static boolean isForgotten(CompletableFuture<?> made) {
        if (made == null) {
            return true;
        }
        QueryFailedException failed = made.isCompletedExceptionally()
                ? ExceptionUtils.throwableOfType(made.exceptionNow(), QueryFailedException.class)
                : null;
        return failed != null && failed.kind().isPassing();
    }

    /** Finds out whether the store searches, unless its statements can be read. */
    private CompletableFuture<Optional<ThingFinder>> storeFinder() {
        if (snapshot.whole().union().counted().isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        CompletableFuture<Optional<ThingFinder>> found = new CompletableFuture<>();
        thread("text search", () -> {
            try {
                TripleSource union = snapshot.whole().union();
                Optional<ThingFinder> store = snapshot.nameSearch(ThingTexts.names(union, presentation))
                        .map(names -> new StoreFinder(
                                snapshot, names, new ThingTexts(union, presentation).in(snapshot.union())));
                byStore = store.isPresent();
                found.complete(store);
            } catch (QueryFailedException silent) {
                LOG.warn("The store does not tell whether it searches by itself: {}", silent.getMessage());
                found.completeExceptionally(silent);
            } catch (RuntimeException | Error failed) {
                LOG.error("Nobody knows whether the store searches by itself", failed);
                found.complete(Optional.empty());
            }
        });
        return found;
    }

    private synchronized CompletableFuture<ThingIndex> indexing() {
        if (isForgotten(index)) {
            CompletableFuture<ThingIndex> made = new CompletableFuture<>();
            thread("search index", () -> make(made));
            index = made;
        }
        return index;
    }

    private static void thread(String name, Runnable task) {
        Thread.ofPlatform().daemon().name(name).priority(Thread.MIN_PRIORITY).start(task);
    }

    private void make(CompletableFuture<ThingIndex> made) {
        try {
            made.complete(IndexBuild.of(snapshot, base, facets, presentation));
        } catch (QueryFailedException silent) {
            LOG.warn("The search index of version {} is not made yet: {}", snapshot.version(), silent.getMessage());
            made.completeExceptionally(silent);
        } catch (RuntimeException | Error failed) {
            LOG.error("The search index of version {} cannot be made", snapshot.version(), failed);
            made.completeExceptionally(failed);
        }
    }

    private static <T> Optional<T> within(Duration patience, CompletableFuture<T> made) {
        try {
            return Optional.of(made.get(patience.toMillis(), TimeUnit.MILLISECONDS));
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
