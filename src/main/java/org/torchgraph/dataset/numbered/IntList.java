package org.torchgraph.dataset.numbered;

import java.util.Arrays;

/** A list of numbers that grows. */
public final class IntList {
    private int[] values = new int[16];
    private int size;

    /** Adds a number at the end. */
    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    /** Returns the number at a place. */
    public int get(int index) {
        return values[index];
    }

    /** Returns how many numbers there are. */
    public int size() {
        return size;
    }

    /** Returns the numbers as an array of their own. */
    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
