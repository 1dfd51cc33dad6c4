package org.torchgraph.dataset.evaluation;

import java.util.Set;
import java.util.function.Function;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_BNode;
import org.apache.jena.sparql.expr.E_DateTimeDay;
import org.apache.jena.sparql.expr.E_DateTimeMonth;
import org.apache.jena.sparql.expr.E_DateTimeYear;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.VariableNotBoundException;
import org.apache.jena.sparql.function.FunctionEnv;
import org.torchgraph.dataset.numbered.DatePart;
import org.torchgraph.query.QueryFailedException;

/** ARQ's expressions, in which variables read the slots of a frame, and patterns are steps over the same frame. */
final class PlacedExpressions {
    private PlacedExpressions() {}

    /**
     * Returns an expression over a frame.
     *
     * @param pattern plans the pattern of {@code EXISTS}
     */
    static Expr over(RowFrame frame, Expr expression, Function<Op, PlanStep> pattern) {
        return RememberedValues.in(ExprTransformer.transform(new Placing(frame, pattern), expression), frame);
    }

    /** Returns whether a row passes; an error is none. */
    static boolean isSatisfied(Expr condition, RowFrame frame) {
        try {
            return condition.isSatisfied(frame, frame.evaluation().context());
        } catch (QueryCancelledException | QueryFailedException end) {
            throw end;
        } catch (RuntimeException error) {
            // Some of ARQ's comparisons throw what is no error of an expression; ARQ drops the row, too.
            return false;
        }
    }

    /** Returns the value of an expression for the row, or null after an error. */
    static NodeValue value(Expr expression, RowFrame frame) {
        try {
            return expression.eval(frame, frame.evaluation().context());
        } catch (ExprException error) {
            return null;
        }
    }

    /** Returns the number of the value of an expression for the row. */
    static int number(Expr expression, RowFrame frame) {
        if (expression instanceof SlotVariable variable) {
            return frame.get(variable.slot);
        }
        NodeValue value = value(expression, frame);
        return value == null ? Evaluation.UNBOUND : frame.evaluation().number(value.asNode());
    }

    private static final class Placing extends ExprTransformCopy {
        private final RowFrame frame;
        private final Function<Op, PlanStep> pattern;

        Placing(RowFrame frame, Function<Op, PlanStep> pattern) {
            this.frame = frame;
            this.pattern = pattern;
        }

        @Override
        public Expr transform(ExprVar variable) {
            return new SlotVariable(variable.asVar(), frame, frame.slot(variable.asVar()));
        }

        /** Leaves {@code BNODE} to ARQ, where it knows one row from another by their objects. */
        @Override
        public Expr transform(ExprFunction1 function, Expr argument) {
            if (function instanceof E_BNode.BNode1) {
                throw new NotPlannedException();
            }
            DatePart part = function instanceof E_DateTimeYear
                    ? DatePart.YEAR
                    : function instanceof E_DateTimeMonth
                            ? DatePart.MONTH
                            : function instanceof E_DateTimeDay ? DatePart.DAY : null;
            return part != null && argument instanceof SlotVariable variable
                    ? new PlacedPart(part, variable)
                    : super.transform(function, argument);
        }

        @Override
        public Expr transform(ExprFunctionOp function, ExprList arguments, Op op) {
            return switch (function) {
                case E_Exists exists -> new Existence(pattern.apply(exists.getGraphPattern()), true);
                case E_NotExists absent -> new Existence(pattern.apply(absent.getGraphPattern()), false);
                default -> throw new NotPlannedException();
            };
        }
    }

    /** A variable whose value is read from its slot. */
    static final class SlotVariable extends ExprVar {
        private final RowFrame frame;
        private final int slot;

        SlotVariable(Var variable, RowFrame frame, int slot) {
            super(variable);
            this.frame = frame;
            this.slot = slot;
        }

        int slot() {
            return slot;
        }

        @Override
        public NodeValue eval(Binding row, FunctionEnv environment) {
            return frame.evaluation().value(bound());
        }

        NodeValue part(DatePart part) {
            return frame.evaluation().part(part, bound());
        }

        private int bound() {
            int number = frame.get(slot);
            if (number == Evaluation.UNBOUND) {
                throw new VariableNotBoundException("Not bound: variable " + varNode);
            }
            return number;
        }
    }

    /** A part of the date in a slot. */
    static final class PlacedPart extends FrameExpression {
        private final DatePart part;
        private final SlotVariable variable;

        PlacedPart(DatePart part, SlotVariable variable) {
            super(part.name());
            this.part = part;
            this.variable = variable;
        }

        int slot() {
            return variable.slot;
        }

        @Override
        public NodeValue eval(FunctionEnv environment) {
            return variable.part(part);
        }

        @Override
        public Set<Var> getVarsMentioned() {
            return variable.getVarsMentioned();
        }
    }

    /** Whether steps have a row that agrees with the current one. */
    private static final class Existence extends FrameExpression {
        private final PlanStep step;
        private final boolean isWanted;

        Existence(PlanStep step, boolean isWanted) {
            super(isWanted ? "exists" : "notexists");
            this.step = step;
            this.isWanted = isWanted;
        }

        @Override
        public NodeValue eval(FunctionEnv environment) {
            step.open();
            boolean exists = step.next();
            if (exists) {
                step.close();
            }
            return NodeValue.booleanReturn(exists == isWanted);
        }
    }
}
