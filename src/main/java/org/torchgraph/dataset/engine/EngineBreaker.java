package org.torchgraph.dataset.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.torchgraph.messages.Code;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryFailedException.FailureKind;

/**
 * Refuses requests to an engine for a short while after several have had no answer, so that readers need not wait for
 * each of them. The next one after that is sent again.
 */
final class EngineBreaker {
    private static final int MOST_FAILURES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final AtomicInteger failures = new AtomicInteger();
    private volatile long pausedUntil = System.nanoTime();

    /** @throws QueryFailedException STORE_UNREACHED while requests are refused */
    void require() {
        if (failures.get() >= MOST_FAILURES && System.nanoTime() - pausedUntil < 0) {
            throw new QueryFailedException(FailureKind.STORE_UNREACHED, Code.ENGINE_UNREACHED);
        }
    }

    void answered() {
        failures.set(0);
    }

    void failed() {
        pausedUntil = System.nanoTime() + PAUSE.toNanos();
        failures.incrementAndGet();
    }
}
