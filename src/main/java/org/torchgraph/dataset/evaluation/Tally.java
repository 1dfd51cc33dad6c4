package org.torchgraph.dataset.evaluation;

import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggAvg;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSum;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/** What is worked out over the rows of a group. */
interface Tally {
    /** Adds the current row. */
    void add(RowFrame row);

    /** Returns the result, or null if there is none. */
    Node value();

    /**
     * Returns a maker of tallies: counts of rows and variables count numbers, sums add exactly, all else is worked out
     * by ARQ.
     *
     * @param aggregator whose expressions are over the frame
     * @param named the slots of the variables that have names
     */
    static Supplier<Tally> of(Aggregator aggregator, int[] named, Evaluation evaluation) {
        Expr counted =
                aggregator.getExprList() == null || aggregator.getExprList().isEmpty()
                        ? null
                        : aggregator.getExprList().get(0);
        if (aggregator instanceof AggCount) {
            return Count::new;
        }
        if (aggregator instanceof AggCountDistinct) {
            return () -> new CountDistinct(evaluation, named);
        }
        if (counted instanceof PlacedExpressions.SlotVariable variable) {
            if (aggregator instanceof AggCountVar) {
                return () -> new CountBound(variable.slot());
            }
            if (aggregator instanceof AggCountVarDistinct) {
                return () -> new CountDistinctValues(evaluation, variable.slot());
            }
        }
        if (aggregator instanceof AggSum || aggregator instanceof AggAvg) {
            return () -> new NumberSum(counted, aggregator instanceof AggAvg);
        }
        return () -> new Accumulated(aggregator.createAccumulator());
    }

    /** The number of rows. */
    final class Count implements Tally {
        private long count;

        @Override
        public void add(RowFrame row) {
            count++;
        }

        @Override
        public Node value() {
            return NodeValue.makeInteger(count).asNode();
        }
    }

    /** The number of rows in which a variable has a value. */
    final class CountBound implements Tally {
        private final int slot;
        private long count;

        CountBound(int slot) {
            this.slot = slot;
        }

        @Override
        public void add(RowFrame row) {
            if (row.get(slot) != Evaluation.UNBOUND) {
                count++;
            }
        }

        @Override
        public Node value() {
            return NodeValue.makeInteger(count).asNode();
        }
    }

    /** The number of different values of a variable. */
    final class CountDistinctValues implements Tally {
        private final int slot;
        private final CountDistinct values;

        CountDistinctValues(Evaluation evaluation, int slot) {
            this.slot = slot;
            this.values = new CountDistinct(evaluation, new int[] {slot});
        }

        @Override
        public void add(RowFrame row) {
            if (row.get(slot) != Evaluation.UNBOUND) {
                values.add(row);
            }
        }

        @Override
        public Node value() {
            return values.value();
        }
    }

    /** The number of different rows of some slots. */
    final class CountDistinct implements Tally {
        private final int[] slots;
        private final int[] row;
        private final NumberRows seen;

        CountDistinct(Evaluation evaluation, int[] slots) {
            this.slots = slots;
            this.row = new int[slots.length];
            this.seen = new NumberRows(evaluation, slots.length);
        }

        @Override
        public void add(RowFrame frame) {
            frame.copy(slots, row);
            seen.addNew(row);
        }

        @Override
        public Node value() {
            return NodeValue.makeInteger(seen.count()).asNode();
        }
    }

    /** What an accumulator of ARQ works out. */
    final class Accumulated implements Tally {
        private final Accumulator accumulator;

        Accumulated(Accumulator accumulator) {
            this.accumulator = accumulator;
        }

        @Override
        public void add(RowFrame row) {
            accumulator.accumulate(row, row.evaluation().context());
        }

        @Override
        public Node value() {
            NodeValue value = accumulator.getValue();
            return value == null ? null : value.asNode();
        }
    }
}
