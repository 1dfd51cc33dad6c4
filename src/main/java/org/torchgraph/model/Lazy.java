package org.torchgraph.model;

import java.util.function.Supplier;

/** A value that is worked out when it is first asked for, and kept. */
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
