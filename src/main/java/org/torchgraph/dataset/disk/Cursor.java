package org.torchgraph.dataset.disk;

import java.lang.ref.Cleaner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.jena.util.iterator.NiceIterator;

/**
 * A read that outlasts a call. A transaction belongs to one thread, so what is not in the first part is read by a
 * thread of its own, which ends with the last part, with {@link #close()}, or when nobody refers to the cursor any
 * more.
 *
 * @param <T> the type of what is read
 */
final class Cursor<T> extends NiceIterator<T> {
    static final int PART = 1000;
    private static final Cleaner ABANDONED = Cleaner.create();
    private static final ExecutorService READERS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("store-read-", 1).factory());

    private Deque<T> part;
    private PartReader<T> rest;

    /** Reads the parts after the first. */
    static final class PartReader<T> implements Runnable {
        private final Transactions transactions;
        private final Supplier<Iterator<T>> found;
        private final BlockingQueue<Deque<T>> parts = new ArrayBlockingQueue<>(1);
        private volatile RuntimeException failure;
        private volatile boolean closed;

        PartReader(Transactions transactions, Supplier<Iterator<T>> found) {
            this.transactions = transactions;
            this.found = found;
        }

        void end() {
            closed = true;
        }

        @Override
        public void run() {
            transactions.during(this, this::read);
        }

        private void read() {
            try {
                transactions.value(() -> {
                    Iterator<T> all = found.get();
                    for (Deque<T> next = part(all); !next.isEmpty() && !closed; next = part(all)) {
                        hand(next);
                    }
                    return null;
                });
            } catch (RuntimeException failed) {
                failure = failed;
            }
            hand(new ArrayDeque<>());
        }

        private void hand(Deque<T> part) {
            try {
                while (!closed && !parts.offer(part, 100, TimeUnit.MILLISECONDS)) {
                    // The next part is not wanted yet.
                }
            } catch (InterruptedException stopped) {
                closed = true;
            }
        }
    }

    /** Begins to read. */
    static <T> Cursor<T> of(Transactions transactions, Supplier<Iterator<T>> read) {
        return transactions.value(() -> {
            Iterator<T> found = read.get();
            Deque<T> first = part(found);
            return new Cursor<>(
                    first, found.hasNext() ? new PartReader<>(transactions, after(first.size(), read)) : null);
        });
    }

    private Cursor(Deque<T> first, PartReader<T> rest) {
        this.part = first;
        this.rest = rest;
        if (rest != null) {
            ABANDONED.register(this, rest::end);
            READERS.execute(rest);
        }
    }

    /** Returns the same, begun later; nothing is written meanwhile, so that the order is the same. */
    private static <T> Supplier<Iterator<T>> after(int number, Supplier<Iterator<T>> read) {
        return () -> {
            Iterator<T> found = read.get();
            for (int skipped = 0; skipped < number; skipped++) {
                found.next();
            }
            return found;
        };
    }

    private static <T> Deque<T> part(Iterator<T> found) {
        Deque<T> part = new ArrayDeque<>();
        while (part.size() < PART && found.hasNext()) {
            part.add(found.next());
        }
        return part;
    }

    @Override
    public boolean hasNext() {
        if (part.isEmpty() && rest != null) {
            part = next(rest);
            if (part.isEmpty()) {
                RuntimeException failed = rest.failure;
                rest = null;
                if (failed != null) {
                    throw failed;
                }
            }
        }
        return !part.isEmpty();
    }

    private static <T> Deque<T> next(PartReader<T> rest) {
        try {
            return rest.parts.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return part.remove();
    }

    @Override
    public void close() {
        part.clear();
        if (rest != null) {
            rest.end();
            rest = null;
        }
    }
}
