package org.torchgraph.dataset.disk;

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
    private final Set<Cursor.PartReader<?>> open = ConcurrentHashMap.newKeySet();

    Transactions(TransactionalSystem system) {
        this.system = system;
    }

    <T> T value(Supplier<T> read) {
        if (system.isInTransaction()) {
            return read.get();
        }
        system.begin(ReadWrite.READ);
        try {
            return read.get();
        } finally {
            system.end();
        }
    }

    /** Returns what is read; it may be read on in other threads, by one at a time. */
    <T> ExtendedIterator<T> iterator(Supplier<Iterator<T>> read) {
        return system.isInTransaction() ? WrappedIterator.create(read.get()) : Cursor.of(this, read);
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

    /** Ends the reads in other threads. */
    @Override
    public void close() {
        open.forEach(Cursor.PartReader::end);
    }
}
