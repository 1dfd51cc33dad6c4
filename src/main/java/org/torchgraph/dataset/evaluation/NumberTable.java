package org.torchgraph.dataset.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.jena.sparql.core.Var;

/**
 * Rows that do not depend on the current one, computed when they are first wanted. They are found by the values of
 * those variables that every row has.
 */
final class NumberTable {
    private final List<Var> variables;
    private final Supplier<NumberRows> maker;
    private NumberRows rows;

    NumberTable(List<Var> variables, Supplier<NumberRows> maker) {
        this.variables = variables;
        this.maker = maker;
    }

    List<Var> variables() {
        return variables;
    }

    private NumberRows rows() {
        if (rows == null) {
            rows = maker.get();
        }
        return rows;
    }

    /** Finds, again and again, the rows that agree with the current row of a frame. */
    final class TableSearch {
        private final RowFrame frame;
        /** The slot of each column that the frame may have too; -1 where it has none. */
        private final int[] slots;

        private int[] keyColumns;
        private int[] key;
        private int[] first;
        private int[] following;
        private int at;
        private boolean isByKey;

        /** @param slots for each variable its slot, or -1 if it is not compared */
        TableSearch(RowFrame frame, int[] slots) {
            this.frame = frame;
            this.slots = slots;
        }

        /** Begins with the current row. */
        void begin() {
            if (keyColumns == null) {
                index();
            }
            isByKey = keyColumns.length > 0;
            for (int i = 0; isByKey && i < keyColumns.length; i++) {
                key[i] = frame.get(slots[keyColumns[i]]);
                isByKey = key[i] != Evaluation.UNBOUND;
            }
            at = isByKey ? first[place(key)] - 1 : 0;
        }

        /** Returns the next row that agrees, or -1. */
        int next() {
            while (at >= 0 && at < rows().count()) {
                frame.evaluation().step();
                int row = at;
                at = isByKey ? following[row] - 1 : row + 1;
                if (agrees(row)) {
                    return row;
                }
            }
            return -1;
        }

        private boolean agrees(int row) {
            for (int column = 0; column < slots.length; column++) {
                if (slots[column] >= 0) {
                    int here = frame.get(slots[column]);
                    int there = rows().cell(row, column);
                    if (here != there && here != Evaluation.UNBOUND && there != Evaluation.UNBOUND) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** Returns whether a row has a value for a variable that has one in the frame too. */
        boolean shares(int row) {
            return IntStream.range(0, slots.length)
                    .anyMatch(column -> slots[column] >= 0
                            && frame.get(slots[column]) != Evaluation.UNBOUND
                            && rows().cell(row, column) != Evaluation.UNBOUND);
        }

        private void index() {
            NumberRows all = rows();
            keyColumns = IntStream.range(0, slots.length)
                    .filter(column -> slots[column] >= 0)
                    .filter(column -> IntStream.range(0, all.count())
                            .allMatch(row -> all.cell(row, column) != Evaluation.UNBOUND))
                    .toArray();
            key = new int[keyColumns.length];
            first = new int[Integer.highestOneBit(Math.max(1, all.count())) * 2];
            following = new int[all.count()];
            // From the end, so that rows come in their order.
            for (int row = all.count() - 1; row >= 0; row--) {
                for (int i = 0; i < key.length; i++) {
                    key[i] = all.cell(row, keyColumns[i]);
                }
                int place = place(key);
                following[row] = first[place];
                first[place] = row + 1;
            }
        }

        private int place(int[] ofKey) {
            int spread = Arrays.hashCode(ofKey) * 0x9E3779B9;
            return (spread ^ spread >>> 16) & first.length - 1;
        }

        int cell(int row, int column) {
            return rows().cell(row, column);
        }
    }
}
