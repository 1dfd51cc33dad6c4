package org.torchgraph.dataset.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.guard.QueryFailures;

/**
 * A query or an update, shared by its own thread, which performs it, and the caller's, which awaits it.
 *
 * @param <T> the type of the result
 */
abstract class BoundedTask<T> {
    private final Limits limits;
    private final Deadline deadline;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private volatile Runnable abort = () -> {};

    /** Creates a task, which is not yet started. */
    BoundedTask(Limits limits, Deadline deadline) {
        this.limits = limits;
        this.deadline = deadline;
    }

    /** Computes the result; called once, in the thread of the task. */
    abstract T result() throws Exception;

    /** Releases what a result holds that comes after the deadline. */
    void discard(T late) throws Exception {
        if (late instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }

    /** Performs the task with the result or a failure; never throws. */
    final void perform() {
        try {
            T value = result();
            if (!answer.complete(value)) {
                discard(value);
            }
        } catch (Throwable e) {
            // Errors too: a stack overflow or lack of memory in this thread is a failure of the query.
            answer.completeExceptionally(failure(e));
        }
    }

    /** Returns the result by the deadline. */
    final T await() {
        try {
            return answer.get(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            cancel();
            return resultOrFailure();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancel();
            return resultOrFailure();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    /**
     * Releases the caller and asks the task to stop. The thread is not interrupted, because that would close the files
     * of an on-disk store for every other reader.
     */
    final void cancel() {
        answer.completeExceptionally(QueryFailures.outOfTime(limits));
        cancelled.set(true);
        // In a separate thread, because it may wait for a query that is still being planned.
        Thread aborting = new Thread(abort, "query-abort");
        aborting.setDaemon(true);
        aborting.start();
    }

    /** Sets what a cancellation does besides. */
    final void onCancel(Runnable stop) {
        abort = stop;
    }

    /** Returns whether the task was cancelled, which Jena and the guards look at. */
    final AtomicBoolean cancelled() {
        return cancelled;
    }

    final Limits limits() {
        return limits;
    }

    final long millisLeft() {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline.nanosLeft()));
    }

    /** Returns the result if it came before the cancellation. */
    private T resultOrFailure() {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw failure(e.getCause());
        }
    }

    /** Returns the failure that a fault in the thread of the task is for the caller. */
    QueryFailedException failure(Throwable cause) {
        return QueryFailures.ofRun(cause, limits);
    }
}
