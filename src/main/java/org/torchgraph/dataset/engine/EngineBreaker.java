package org.torchgraph.dataset.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torchgraph.messages.Code;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryFailedException.FailureKind;

/**
 * Refuses requests to an engine that gives no answer, so that readers need not wait for each of them. Meanwhile the
 * engine is tried again and again; once it answers, requests are sent as before.
 */
final class EngineBreaker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineBreaker.class);
    private static final int MOST_FAILURES = 3;
    private static final Duration BETWEEN_TRIALS = Duration.ofMillis(500);

    private final BooleanSupplier trial;
    private int failures;
    private Instant first;
    private boolean open;
    private boolean closed;
    private boolean serving;

    /** @param trial asks the engine and returns whether it answers and still has what is served */
    EngineBreaker(BooleanSupplier trial) {
        this.trial = trial;
    }

    /** @throws QueryFailedException STORE_UNREACHED while requests are refused */
    synchronized void require() {
        if (open) {
            throw new QueryFailedException(FailureKind.STORE_UNREACHED, Code.ENGINE_UNREACHED);
        }
    }

    /** Returns the time since which the engine has not answered, while requests are refused. */
    synchronized Optional<Instant> silentSince() {
        return open ? Optional.of(first) : Optional.empty();
    }

    synchronized void answered() {
        if (!open) {
            failures = 0;
        }
    }

    /** Notes a request without an answer; after several in a row requests are refused. */
    synchronized void failed() {
        if (failures++ == 0) {
            first = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        }
        if (failures >= MOST_FAILURES) {
            refuse();
        }
    }

    /** Notes that the engine is gone, so that requests are refused from now on. */
    synchronized void gone() {
        failed();
        refuse();
    }

    /** Begins to refuse requests where that is due; before, whoever starts is told of the first failure. */
    synchronized void serve() {
        serving = true;
    }

    /** Returns whether readers are served, who are not told what the log is. */
    synchronized boolean isServing() {
        return serving;
    }

    private void refuse() {
        if (serving && !open && !closed) {
            open = true;
            LOG.warn("The engine does not answer; what was read from it is served as it was.");
            Thread.ofVirtual().name("engine trial").start(this::retry);
        }
    }

    private void retry() {
        try {
            do {
                Thread.sleep(BETWEEN_TRIALS);
            } while (!isClosed() && !trial.getAsBoolean());
            resume();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void resume() {
        open = false;
        failures = 0;
        if (!closed) {
            LOG.info("The engine answers again.");
        }
    }

    /** Ends the trials. */
    @Override
    public synchronized void close() {
        closed = true;
    }
}
