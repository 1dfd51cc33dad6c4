package org.torchgraph.model;

import java.util.function.Supplier;

/** A value that is computed on first use and kept. */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> work;
    private T value;

    public Lazy(Supplier<T> work) {
        this.work = work;
    }

    @Override
    public synchronized T get() {
        if (value == null) {
            value = work.get();
        }
        return value;
    }
}
