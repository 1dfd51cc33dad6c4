package org.torchgraph.dataset.numbered;

/** Stable sorting of rows by a column of numbers, in time that grows with rows and terms. */
final class Sorting {
    private Sorting() {}

    /** Returns where the rows of each number begin, and at the end how many rows there are. */
    static int[] starts(int[] column, int numbers) {
        int[] starts = new int[numbers + 1];
        for (int number : column) {
            starts[number + 1]++;
        }
        for (int i = 0; i < numbers; i++) {
            starts[i + 1] += starts[i];
        }
        return starts;
    }

    /** Returns rows, given in some order, in the order of a column; those with the same number stay as they were. */
    static int[] by(int[] column, int numbers, int[] rows) {
        int[] next = starts(column, numbers);
        int[] sorted = new int[rows.length];
        for (int row : rows) {
            sorted[next[column[row]]++] = row;
        }
        return sorted;
    }

    /** Returns the rows from 0. */
    static int[] rows(int count) {
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = i;
        }
        return rows;
    }

    /** Returns the numbers of a column in the order of rows. */
    static int[] take(int[] column, int[] rows) {
        int[] taken = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = column[rows[i]];
        }
        return taken;
    }

    /** Returns the first index from {@code from} up to {@code to} whose number is at least that which is sought. */
    static int firstFrom(int[] sorted, int from, int to, int sought) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = low + high >>> 1;
            if (sorted[middle] < sought) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
