package org.torchgraph.check;

import java.util.Collections;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.OpVisitorByType;
import org.apache.jena.sparql.algebra.op.Op0;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;

/**
 * Decides whether a query has only operators that Jena evaluates row by row, in which case a variable of the input
 * means the same as its value: triple patterns, property paths, {@code FILTER} with or without {@code EXISTS},
 * {@code BIND}, {@code VALUES}, {@code UNION}, and joins of these that Jena too evaluates by inserting the rows of the
 * left side into the right. Excluded are above all sub-queries and aggregates, which variables do not reach from
 * outside, and {@code OPTIONAL}, {@code MINUS} and other joins.
 */
final class RowOperators extends OpVisitorByType {
    /** The variable of the focus node. */
    static final Var THIS = Var.alloc("this");

    private static final Set<Class<? extends Op>> OPERATORS = Set.of(
            OpBGP.class, OpPath.class, OpFilter.class, OpExtend.class, OpTable.class, OpUnion.class, OpSequence.class);

    /** The other variables that SHACL gives a value. */
    private static final Set<Var> GIVEN = Set.of(Var.alloc("currentShape"), Var.alloc("shapesGraph"));

    private boolean all = true;

    private RowOperators() {}

    /** Returns whether the operators of a query and of all {@code EXISTS} in it are such. */
    static boolean areAllOf(Op query) {
        RowOperators operators = new RowOperators();
        Walker.walk(query, operators, new ExprVisitorBase() {
            @Override
            public void visit(ExprVar variable) {
                operators.require(!GIVEN.contains(variable.asVar()));
            }
        });
        return operators.all;
    }

    private void require(boolean condition) {
        all &= condition;
    }

    private void requireRowOperator(Op operator) {
        require(OPERATORS.contains(operator.getClass()));
    }

    @Override
    protected void visit0(Op0 operator) {
        requireRowOperator(operator);
        require(Collections.disjoint(OpVars.mentionedVars(operator), GIVEN));
        if (operator instanceof OpBGP triples) {
            // Jena would compute the values of such a property when it optimizes the query.
            require(triples.getPattern().getList().stream()
                    .noneMatch(triple -> isPropertyFunction(triple.getPredicate())));
        } else if (operator instanceof OpTable table) {
            require(!table.getTable().getVars().contains(THIS));
        }
    }

    private static boolean isPropertyFunction(Node property) {
        return property.isURI() && PropertyFunctionRegistry.get().isRegistered(property.getURI());
    }

    @Override
    protected void visit1(Op1 operator) {
        requireRowOperator(operator);
        require(!(operator instanceof OpExtend assigned)
                || !assigned.getVarExprList().getVars().contains(THIS));
    }

    @Override
    protected void visit2(Op2 operator) {
        requireRowOperator(operator);
    }

    @Override
    protected void visitN(OpN operator) {
        requireRowOperator(operator);
    }

    @Override
    protected void visitFilter(OpFilter operator) {
        requireRowOperator(operator);
    }

    @Override
    protected void visitLeftJoin(OpLeftJoin operator) {
        requireRowOperator(operator);
    }

    @Override
    protected void visitExt(OpExt operator) {
        requireRowOperator(operator);
    }
}
