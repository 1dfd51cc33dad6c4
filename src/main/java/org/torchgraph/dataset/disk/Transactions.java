package org.torchgraph.dataset.disk;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.jena.dboe.transaction.txn.TransactionalSystem;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * Reads a database, which allows it in transactions only. In a thread that has one, such as that of a query, reads are
 * part of it; in any other each read is a transaction of its own.
 */
final class Transactions implements AutoCloseable {
    private final TransactionalSystem system;
    private final Path store;
    private final Set<Cursor.PartReader<?>> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param store the folder that is named if the database turns out to be damaged */
    Transactions(TransactionalSystem system, Path store) {
        this.system = system;
        this.store = store;
    }

    /**
     * Reads.
     *
     * @throws StoreException if the database is damaged
     */
    <T> T value(Supplier<T> read) {
        if (system.isInTransaction()) {
            return undamaged(read);
        }
        system.begin(ReadWrite.READ);
        try {
            return undamaged(read);
        } finally {
            system.end();
        }
    }

    /** Reads; a read of a database that is not closed fails only if its files are not as they were written. */
    private <T> T undamaged(Supplier<T> read) {
        try {
            return read.get();
        } catch (StoreException told) {
            throw told;
        } catch (RuntimeException | InternalError damaged) {
            if (closed) {
                throw damaged;
            }
            throw StoreException.damaged(store, damaged);
        }
    }

    /** Returns what is read; it may be read on in other threads, by one at a time. */
    <T> ExtendedIterator<T> iterator(Supplier<Iterator<T>> read) {
        return system.isInTransaction() ? new Undamaged<>(value(read)) : Cursor.of(this, read);
    }

    /** Reads in this thread until a reader has come to its end. */
    void during(Cursor.PartReader<?> reader, Runnable reading) {
        open.add(reader);
        try {
            reading.run();
        } finally {
            open.remove(reader);
        }
    }

    private final class Undamaged<T> extends WrappedIterator<T> {
        Undamaged(Iterator<T> found) {
            super(found);
        }

        @Override
        public boolean hasNext() {
            return undamaged(super::hasNext);
        }

        @Override
        public T next() {
            return undamaged(super::next);
        }
    }

    /** Ends the reads in other threads. */
    @Override
    public void close() {
        closed = true;
        open.forEach(Cursor.PartReader::end);
    }
}
