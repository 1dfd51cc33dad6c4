package org.torchgraph.dataset.evaluation;

import java.util.Arrays;

/** Rows of numbers that are kept, all of the same width; of equal rows one can be found. */
final class NumberRows {
    private final Evaluation evaluation;
    private final int width;
    private int[] cells;
    private int count;
    /** Of each hash the last row, from 1, and of each row the one before it; null until rows are sought. */
    private int[] last;

    private int[] before;

    NumberRows(Evaluation evaluation, int width) {
        this.evaluation = evaluation;
        this.width = width;
        this.cells = new int[16 * Math.max(1, width)];
    }

    int count() {
        return count;
    }

    int cell(int row, int column) {
        return cells[row * width + column];
    }

    /** Copies a row. */
    void read(int row, int[] to) {
        System.arraycopy(cells, row * width, to, 0, width);
    }

    /** Adds a row at the end. */
    void add(int[] row) {
        int end = Math.multiplyExact(count + 1, width);
        if (end > cells.length) {
            cells = Arrays.copyOf(cells, Math.max(end, cells.length + (cells.length >> 1)));
        }
        System.arraycopy(row, 0, cells, count * width, width);
        count++;
        for (int number : row) {
            evaluation.keep(number);
        }
    }

    /** Returns the index of a row, which is added if it is not there: then the index is the count before. */
    int addNew(int[] row) {
        if (last == null) {
            last = new int[32];
            before = new int[16];
        }
        int hash = Arrays.hashCode(row);
        for (int i = last[spread(hash)]; i != 0; i = before[i - 1]) {
            if (isEqual(i - 1, row)) {
                return i - 1;
            }
        }
        if (count == before.length) {
            before = Arrays.copyOf(before, count * 2);
            last = new int[count * 4];
            int[] each = new int[width];
            for (int i = 0; i < count; i++) {
                read(i, each);
                link(i, Arrays.hashCode(each));
            }
        }
        add(row);
        link(count - 1, hash);
        return count - 1;
    }

    private void link(int row, int hash) {
        int place = spread(hash);
        before[row] = last[place];
        last[place] = row + 1;
    }

    private int spread(int hash) {
        int spread = hash * 0x9E3779B9;
        return (spread ^ spread >>> 16) & last.length - 1;
    }

    private boolean isEqual(int row, int[] other) {
        int from = row * width;
        return Arrays.equals(cells, from, from + width, other, 0, width);
    }
}
