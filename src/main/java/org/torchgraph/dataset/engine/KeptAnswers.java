package org.torchgraph.dataset.engine;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Keeps what an engine has answered, by what it was asked. Who asks the same meanwhile waits for the answer, and who
 * asks for something else does not. Failures are not kept.
 *
 * @param <K> what is asked
 * @param <V> the answer
 */
final class KeptAnswers<K, V> {
    private final AsyncCache<K, V> kept;

    /** @param limits how many answers are kept */
    KeptAnswers(Caffeine<? super K, ? super V> limits) {
        this.kept = limits.executor(Runnable::run).buildAsync();
    }

    /** Keeps all answers. */
    KeptAnswers() {
        this(Caffeine.newBuilder());
    }

    /** Returns the answer, for which the engine is asked by this thread unless it was before. */
    V get(K key, Function<K, V> ask) {
        while (true) {
            CompletableFuture<V> own = new CompletableFuture<>();
            CompletableFuture<V> asked = kept.get(key, (same, executor) -> own);
            if (asked == own) {
                return answered(key, own, ask);
            }
            V answer = asked.join();
            if (answer != null) {
                return answer;
            }
            // The time of the other was over, or its engine silent: this one asks for itself.
        }
    }

    private V answered(K key, CompletableFuture<V> own, Function<K, V> ask) {
        try {
            V answer = ask.apply(key);
            own.complete(answer);
            return answer;
        } catch (RuntimeException | Error failed) {
            // Before the others are told, so that none of them finds it again.
            kept.asMap().remove(key, own);
            own.complete(null);
            throw failed;
        }
    }

    /** Keeps an answer that another one has told. */
    void tell(K key, V answer) {
        kept.put(key, CompletableFuture.completedFuture(answer));
    }

    /** Returns the answer if it is kept. */
    Optional<V> known(K key) {
        return Optional.ofNullable(kept.synchronous().getIfPresent(key));
    }
}
