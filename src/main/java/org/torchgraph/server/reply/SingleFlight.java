package org.torchgraph.server.reply;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;

/**
 * A cache that computes each value once, however many threads ask for it at the same time: the first one computes, the
 * others wait for its result. Failures are not kept.
 *
 * @param <K> what the value follows from
 * @param <V> the value
 */
public final class SingleFlight<K, V> {
    /** Longer than any request waits; half of the range, so that time differences do not overflow. */
    private static final long NEVER = Long.MAX_VALUE / 2;

    private final Storage<V> storage;
    private final AsyncCache<K, Result<V>> flights;

    /** The result of a computation: a value or a failure. */
    private record Result<V>(V value, Throwable failure) {}

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
    }

    public SingleFlight(long maximumWeight, Storage<V> storage) {
        this.storage = storage;
        this.flights = Caffeine.newBuilder()
                .maximumWeight(maximumWeight)
                .weigher((K key, Result<V> result) ->
                        result.failure() == null && storage.isKept(result.value()) ? storage.weight(result.value()) : 0)
                .buildAsync();
    }

    /**
     * Returns the value, computed here unless it is cached or being computed.
     *
     * <p>If the other computation ran out of time or found no query slot, the value is computed again while there is
     * time, because its deadline was another.
     *
     * @param end the deadline for waiting, in {@link System#nanoTime()}
     * @throws ProblemException if the computation fails or the deadline isTemporary
     */
    public V get(K key, long end, Supplier<V> work) {
        return get(key, end, end, work);
    }

    /**
     * Returns the value like {@link #get}, for computations that need not have a deadline. The first wait is unlimited,
     * because the computation was requested earlier and so ends earlier.
     */
    V getPatiently(K key, long end, Supplier<V> work) {
        return get(key, System.nanoTime() + NEVER, end, work);
    }

    private V get(K key, long firstEnd, long end, Supplier<V> work) {
        long until = firstEnd;
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
            if (failure != null && !(isTemporary(failure) && System.nanoTime() - end < 0)) {
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
            own.complete(new Result<>(null, failure));
            throw failure;
        }
        if (!storage.isKept(value)) {
            flights.asMap().remove(key, own);
        }
        own.complete(new Result<>(value, null));
        return value;
    }

    /** Returns the value; empty if the computation failed, or if the value was closed before it could be held. */
    private Optional<V> await(CompletableFuture<Result<V>> flight, long until) {
        // Held by the computing thread before that can close the value.
        CompletableFuture<Optional<V>> held =
                flight.thenApply(result -> result.failure() == null && storage.hold(result.value())
                        ? Optional.of(result.value())
                        : Optional.empty());
        try {
            return held.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return heldOrRefusal(held, Problem.ProblemKind.OUT_OF_TIME);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return heldOrRefusal(held, Problem.ProblemKind.BUSY);
        } catch (ExecutionException bug) {
            throw unchecked(bug.getCause());
        }
    }

    private Optional<V> heldOrRefusal(CompletableFuture<Optional<V>> held, Problem.ProblemKind kind) {
        if (held.cancel(false)) {
            throw Problem.of(kind, Code.ANSWER_LATE).exception();
        }
        return held.join();
    }

    /** Returns whether the failure is temporary. */
    private static boolean isTemporary(Throwable failure) {
        return failure instanceof ProblemException refused
                && (refused.problem().kind() == Problem.ProblemKind.OUT_OF_TIME
                        || refused.problem().kind() == Problem.ProblemKind.BUSY);
    }

    private static RuntimeException unchecked(Throwable failure) {
        return failure instanceof RuntimeException unchecked ? unchecked : new CompletionException(failure);
    }
}
