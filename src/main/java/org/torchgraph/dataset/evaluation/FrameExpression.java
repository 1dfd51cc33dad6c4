package org.torchgraph.dataset.evaluation;

import java.util.Set;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction0;

/** An expression that reads the frame itself. It belongs to one plan, so that no other is equal to it. */
abstract class FrameExpression extends ExprFunction0 {
    FrameExpression(String name) {
        super(name);
    }

    /** Returns the variables that it reads; none for a pattern, whose variables are its own. */
    @Override
    public Set<Var> getVarsMentioned() {
        return Set.of();
    }

    @Override
    public final Expr copy() {
        return this;
    }

    @Override
    public final boolean equals(Expr other, boolean bySyntax) {
        return other == this;
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(this);
    }
}
