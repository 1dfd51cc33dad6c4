package org.torchgraph.dataset.evaluation;

import java.util.Arrays;
import java.util.Set;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprException;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;
import org.torchgraph.query.guard.VolatileFunctions;

/**
 * Parts of expressions whose values are worked out once: those without a variable for the whole query, and those of one
 * variable for each term that it has. Rows of a step often have the same term again.
 */
final class RememberedValues {
    private static final int OF_NO_SLOT = -1;
    private static final int OF_THE_ROW = -2;

    private RememberedValues() {}

    /**
     * Returns an expression that remembers values of its parts.
     *
     * @param placed whose variables read slots of the frame
     */
    static Expr in(Expr placed, RowFrame frame) {
        return VolatileFunctions.areCalledBy(placed) ? placed : remembering(placed, frame);
    }

    private static Expr remembering(Expr placed, RowFrame frame) {
        if (!(placed instanceof ExprFunction function)) {
            return placed;
        }
        int slot = slot(function);
        if (slot != OF_THE_ROW) {
            return slot == OF_NO_SLOT ? new Constant(function, frame) : new OfTerm(function, frame, slot);
        }
        return switch (function) {
            case ExprFunction1 one -> one.copy(remembering(one.getArg(), frame));
            case ExprFunction2 two -> two.copy(remembering(two.getArg1(), frame), remembering(two.getArg2(), frame));
            case ExprFunction3 three ->
                three.copy(
                        remembering(three.getArg1(), frame),
                        remembering(three.getArg2(), frame),
                        remembering(three.getArg3(), frame));
            case ExprFunctionN many ->
                many.copy(new ExprList(many.getArgs().stream()
                        .map(argument -> remembering(argument, frame))
                        .toList()));
            default -> function;
        };
    }

    /** Returns the slot of which alone an expression is a function, or one of the constants. */
    private static int slot(Expr expression) {
        return switch (expression) {
            case NodeValue constant -> OF_NO_SLOT;
            case PlacedExpressions.SlotVariable variable -> variable.slot();
            case PlacedExpressions.PlacedPart part -> part.slot();
            case ExprFunction0 other -> OF_THE_ROW;
            case ExprFunction function ->
                function.getArgs().stream().mapToInt(RememberedValues::slot).reduce(OF_NO_SLOT, RememberedValues::both);
            default -> OF_THE_ROW;
        };
    }

    private static int both(int one, int other) {
        if (one == OF_NO_SLOT || one == other) {
            return other;
        }
        return other == OF_NO_SLOT ? one : OF_THE_ROW;
    }

    /** A function of ARQ whose value is asked less often than there are rows. */
    private abstract static class Remembered extends FrameExpression {
        /** Stands for an error, which is the same again. */
        static final NodeValue ERROR = NodeValue.makeString("error");

        final RowFrame frame;
        private final ExprFunction function;

        Remembered(ExprFunction function, RowFrame frame) {
            super(function.getFunctionSymbol().getSymbol());
            this.function = function;
            this.frame = frame;
        }

        abstract NodeValue value(FunctionEnv environment);

        final NodeValue worked(FunctionEnv environment) {
            try {
                return function.eval(frame, environment);
            } catch (ExprException error) {
                return ERROR;
            }
        }

        @Override
        public final NodeValue eval(FunctionEnv environment) {
            NodeValue value = value(environment);
            if (value == ERROR) {
                throw new ExprEvalException();
            }
            return value;
        }

        @Override
        public Set<Var> getVarsMentioned() {
            return function.getVarsMentioned();
        }
    }

    private static final class Constant extends Remembered {
        private NodeValue value;

        Constant(ExprFunction function, RowFrame frame) {
            super(function, frame);
        }

        @Override
        NodeValue value(FunctionEnv environment) {
            if (value == null) {
                value = worked(environment);
            }
            return value;
        }
    }

    /** A function of the term in a slot. What it was for a term is forgotten when that of another takes its place. */
    private static final class OfTerm extends Remembered {
        private static final int FIRST_PLACES = 1 << 5;
        private static final int MOST_PLACES = 1 << 13;
        private static final int LONGEST_TEXT = 1 << 8;

        private final int slot;
        private int[] numbers = none(FIRST_PLACES);
        private NodeValue[] values = new NodeValue[FIRST_PLACES];
        private int displaced;

        OfTerm(ExprFunction function, RowFrame frame, int slot) {
            super(function, frame);
            this.slot = slot;
        }

        private static int[] none(int places) {
            int[] numbers = new int[places];
            Arrays.fill(numbers, Evaluation.UNBOUND);
            return numbers;
        }

        @Override
        NodeValue value(FunctionEnv environment) {
            int number = frame.get(slot);
            // The number of a term that is not in the data may be that of another in the next row.
            if (number == Evaluation.UNBOUND
                    || number >= frame.evaluation().terms().count()) {
                return worked(environment);
            }
            int place = number & numbers.length - 1;
            if (numbers[place] == number) {
                return values[place];
            }
            NodeValue value = worked(environment);
            if (!value.isString() || value.getString().length() <= LONGEST_TEXT) {
                keep(place, number, value);
            }
            return value;
        }

        private void keep(int place, int number, NodeValue value) {
            if (numbers[place] != Evaluation.UNBOUND
                    && ++displaced > numbers.length / 2
                    && numbers.length < MOST_PLACES) {
                displaced = 0;
                numbers = none(numbers.length * 4);
                values = new NodeValue[numbers.length];
                keep(number & numbers.length - 1, number, value);
                return;
            }
            numbers[place] = number;
            values[place] = value;
        }
    }
}
