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
    /** Longer than any request waits; half of the range, so that differences of times do not overflow. */
    private static final long NEVER = Long.MAX_VALUE / 2;

    private final Storage<V> storage;
    private final AsyncCache<K, Landing<V>> flights;

    /** What came of a computation: a value or a failure. */
    private record Landing<V>(V value, Throwable failure) {}

    /**
     * How values are kept.
     *
     * @param <V> the value
     */
    @FunctionalInterface
    public interface Storage<V> {
        /** How much of the cache the value takes. */
        int weight(V value);

        /** Whether the value is kept for those who ask later. */
        default boolean isKept(V value) {
            return true;
        }

        /** Takes the value for one more user, in the thread that computed it; false when it is closed already. */
        default boolean hold(V value) {
            return true;
        }
    }

    public SingleFlight(long maximumWeight, Storage<V> storage) {
        this.storage = storage;
        this.flights = Caffeine.newBuilder()
                .maximumWeight(maximumWeight)
                .weigher((K key, Landing<V> landing) -> landing.failure() == null && storage.isKept(landing.value())
                        ? storage.weight(landing.value())
                        : 0)
                .buildAsync();
    }

    /**
     * The value, computed here unless it is known or being computed.
     *
     * <p>When the other thread ran out of time, or found no place for its query, the value is computed again as long as
     * there is time: its deadline was not this one.
     *
     * @param end deadline for waiting, in {@link System#nanoTime()}
     * @throws ProblemException when the computation failed, or the deadline passed
     */
    public V get(K key, long end, Supplier<V> work) {
        return get(key, end, end, work);
    }

    /**
     * The same for a value whose computation need not have a deadline. The first wait has none, because whoever
     * computes was asked earlier and so ends earlier.
     */
    V getPatiently(K key, long end, Supplier<V> work) {
        return get(key, System.nanoTime() + NEVER, end, work);
    }

    private V get(K key, long firstEnd, long end, Supplier<V> work) {
        long until = firstEnd;
        while (true) {
            CompletableFuture<Landing<V>> own = new CompletableFuture<>();
            CompletableFuture<Landing<V>> flight = flights.get(key, (same, executor) -> own);
            if (flight == own) {
                return compute(key, own, work);
            }
            Optional<V> value = await(flight, until);
            if (value.isPresent()) {
                return value.get();
            }
            Throwable failure = flight.join().failure();
            if (failure != null && !(passes(failure) && System.nanoTime() - end < 0)) {
                throw unchecked(failure);
            }
            until = end;
        }
    }

    private V compute(K key, CompletableFuture<Landing<V>> own, Supplier<V> work) {
        V value;
        try {
            value = work.get();
        } catch (RuntimeException | Error failure) {
            // Whoever asks from now on tries afresh.
            flights.asMap().remove(key, own);
            own.complete(new Landing<>(null, failure));
            throw failure;
        }
        if (!storage.isKept(value)) {
            flights.asMap().remove(key, own);
        }
        own.complete(new Landing<>(value, null));
        return value;
    }

    /** Empty when there is no value: the computation failed, or its value was closed before it could be held. */
    private Optional<V> await(CompletableFuture<Landing<V>> flight, long until) {
        // Held by the thread that computes, before it can close the value itself.
        CompletableFuture<Optional<V>> seat =
                flight.thenApply(landing -> landing.failure() == null && storage.hold(landing.value())
                        ? Optional.of(landing.value())
                        : Optional.empty());
        try {
            return seat.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return seatOrRefusal(seat, Problem.ProblemKind.OUT_OF_TIME);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return seatOrRefusal(seat, Problem.ProblemKind.BUSY);
        } catch (ExecutionException bug) {
            throw unchecked(bug.getCause());
        }
    }

    private Optional<V> seatOrRefusal(CompletableFuture<Optional<V>> seat, Problem.ProblemKind kind) {
        if (seat.cancel(false)) {
            throw Problem.of(kind, Code.ANSWER_LATE).exception();
        }
        return seat.join();
    }

    /** Whether the failure is one of the moment. */
    private static boolean passes(Throwable failure) {
        return failure instanceof ProblemException refused
                && (refused.problem().kind() == Problem.ProblemKind.OUT_OF_TIME
                        || refused.problem().kind() == Problem.ProblemKind.BUSY);
    }

    private static RuntimeException unchecked(Throwable failure) {
        return failure instanceof RuntimeException unchecked ? unchecked : new CompletionException(failure);
    }
}
