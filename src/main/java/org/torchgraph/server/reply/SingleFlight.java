package org.torchgraph.server.reply;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;
import org.torchgraph.query.Deadline;

/**
 * A cache that computes each value once, however many threads ask for it at the same time: the first one computes, the
 * others wait for its result. Failures are not kept.
 *
 * @param <K> what the value follows from
 * @param <V> the value
 */
public final class SingleFlight<K, V> {
    /** Longer than any request waits. */
    private static final Duration FOREVER = Duration.ofDays(365);

    /** The problems of one request that another need not have. */
    private static final Set<Problem.ProblemKind> TEMPORARY = EnumSet.of(
            Problem.ProblemKind.OUT_OF_TIME, Problem.ProblemKind.BUSY, Problem.ProblemKind.TOO_MANY_REQUESTS);

    private final Storage<V> storage;
    private final AsyncCache<K, Result<V>> flights;

    /**
     * The result of a computation: a value or a failure.
     *
     * @param isKept whether the cache holds the value for later requests
     */
    private record Result<V>(V value, Throwable failure, boolean isKept) {}

    /**
     * How values are stored in the cache.
     *
     * @param <V> the type of the value
     */
    @FunctionalInterface
    public interface Storage<V> {
        /** Returns the weight of the value in the cache. */
        int weight(V value);

        /** Returns whether the value is cached for later requests. */
        default boolean isKept(V value) {
            return true;
        }

        /** Registers one more user of the value, in the thread that computed it; false if it is closed already. */
        default boolean hold(V value) {
            return true;
        }

        /** Ends one use of the value. The cache is a user of each value that it keeps. */
        default void release(V value) {}
    }

    public SingleFlight(long maximumWeight, Storage<V> storage) {
        this.storage = storage;
        this.flights = Caffeine.newBuilder()
                .maximumWeight(maximumWeight)
                .weigher((K key, Result<V> result) -> result.isKept() ? storage.weight(result.value()) : 0)
                .removalListener((K key, Result<V> result, RemovalCause cause) -> {
                    if (result != null && result.isKept()) {
                        storage.release(result.value());
                    }
                })
                .executor(Runnable::run)
                .recordStats()
                .buildAsync();
    }

    /**
     * Returns the value, computed here unless it is cached or being computed.
     *
     * <p>If the other computation ran out of time or found no query slot, the value is computed again while there is
     * time, because its deadline was another.
     *
     * @param end the deadline for waiting
     * @throws ProblemException if the computation fails or the deadline passes
     */
    public V get(K key, Deadline end, Supplier<V> work) {
        return get(key, end, end, work);
    }

    /**
     * Returns the value like {@link #get}, for computations that need not have a deadline. The first wait is unlimited,
     * because the computation was requested earlier and so ends earlier.
     */
    public V getPatiently(K key, Deadline end, Supplier<V> work) {
        return get(key, Deadline.in(FOREVER), end, work);
    }

    private V get(K key, Deadline firstEnd, Deadline end, Supplier<V> work) {
        Deadline until = firstEnd;
        while (true) {
            CompletableFuture<Result<V>> own = new CompletableFuture<>();
            CompletableFuture<Result<V>> flight = flights.get(key, (same, executor) -> own);
            if (flight == own) {
                return compute(key, own, work);
            }
            Optional<V> value = await(flight, until);
            if (value.isPresent()) {
                return value.get();
            }
            Throwable failure = flight.join().failure();
            if (failure != null && !(isTemporary(failure) && end.nanosLeft() > 0)) {
                throw unchecked(failure);
            }
            until = end;
        }
    }

    private V compute(K key, CompletableFuture<Result<V>> own, Supplier<V> work) {
        V value;
        try {
            value = work.get();
        } catch (RuntimeException | Error failure) {
            // Later requests compute the value again.
            flights.asMap().remove(key, own);
            own.complete(new Result<>(null, failure, false));
            throw failure;
        }
        boolean isKept = storage.isKept(value) && storage.hold(value);
        if (!isKept) {
            flights.asMap().remove(key, own);
        }
        own.complete(new Result<>(value, null, isKept));
        return value;
    }

    /** Returns the value; empty if the computation failed, or if the value was closed before it could be held. */
    private Optional<V> await(CompletableFuture<Result<V>> flight, Deadline until) {
        // Held by the computing thread before that can close the value.
        CompletableFuture<Optional<V>> held =
                flight.thenApply(result -> result.failure() == null && storage.hold(result.value())
                        ? Optional.of(result.value())
                        : Optional.empty());
        try {
            return held.get(until.nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw refused(held, Problem.ProblemKind.OUT_OF_TIME);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw refused(held, Problem.ProblemKind.BUSY);
        } catch (ExecutionException bug) {
            throw unchecked(bug.getCause());
        }
    }

    /** Returns the refusal of a request that waits no longer; a value that is held for it is released. */
    private ProblemException refused(CompletableFuture<Optional<V>> held, Problem.ProblemKind kind) {
        held.thenAccept(value -> value.ifPresent(storage::release));
        return Problem.of(kind, Code.ANSWER_LATE).exception();
    }

    /** Measures size, hits and misses of the cache under a name. */
    public void measure(MeterRegistry registry, String name) {
        CaffeineCacheMetrics.monitor(registry, flights, name);
    }

    /** Returns the sum of the weights of the values that are kept. */
    public long keptWeight() {
        return flights.synchronous()
                .policy()
                .eviction()
                .orElseThrow()
                .weightedSize()
                .orElseThrow();
    }

    /** Removes the values of some keys. Who uses one of them goes on with it. */
    public void forget(Predicate<K> keys) {
        flights.asMap().keySet().removeIf(keys);
    }

    /** Applies a function to each cached value; computations in progress are skipped. */
    public <T> List<T> kept(BiFunction<K, V, T> function) {
        List<T> results = new ArrayList<>();
        flights.synchronous().asMap().forEach((key, result) -> {
            if (result.isKept()) {
                results.add(function.apply(key, result.value()));
            }
        });
        return results;
    }

    /** Returns whether the failure is temporary. */
    private static boolean isTemporary(Throwable failure) {
        return failure instanceof ProblemException refused
                && TEMPORARY.contains(refused.problem().kind());
    }

    private static RuntimeException unchecked(Throwable failure) {
        return failure instanceof RuntimeException unchecked ? unchecked : new CompletionException(failure);
    }
}
