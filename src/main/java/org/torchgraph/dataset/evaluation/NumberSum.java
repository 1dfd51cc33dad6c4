package org.torchgraph.dataset.evaluation;

import java.math.BigDecimal;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;

/**
 * The sum or the mean of the values of an expression. Integers and decimals are added exactly, whatever their order;
 * from the first other number on, ARQ adds.
 */
final class NumberSum implements Tally {
    private final Expr summand;
    private final boolean isMean;
    private int count;
    private boolean hasError;
    private NodeValue first;
    private long integers;
    private BigDecimal others = BigDecimal.ZERO;
    private boolean isDecimal;
    private NodeValue inexact;

    NumberSum(Expr summand, boolean isMean) {
        this.summand = summand;
        this.isMean = isMean;
    }

    @Override
    public void add(RowFrame row) {
        NodeValue value = PlacedExpressions.value(summand, row);
        if (value == null || !value.isNumber()) {
            hasError = true;
            return;
        }
        if (count == 0) {
            first = value;
        }
        if (inexact != null) {
            inexact = XSDFuncOp.numAdd(value, inexact);
        } else if (value.isInteger() && value.getInteger().bitLength() < Integer.SIZE) {
            integers += value.getInteger().intValue();
        } else if (value.isInteger() || value.isDecimal()) {
            isDecimal |= !value.isInteger();
            others = others.add(value.getDecimal());
        } else {
            inexact = count == 0 ? value : XSDFuncOp.numAdd(value, total());
        }
        count++;
    }

    private NodeValue total() {
        if (count == 1) {
            return first;
        }
        if (inexact != null) {
            return inexact;
        }
        BigDecimal exact = others.add(BigDecimal.valueOf(integers));
        return isDecimal ? NodeValue.makeDecimal(exact) : NodeValue.makeInteger(exact.toBigIntegerExact());
    }

    @Override
    public Node value() {
        if (hasError || count == 0) {
            return null;
        }
        return (isMean ? XSDFuncOp.numDivide(total(), NodeValue.makeInteger(count)) : total()).asNode();
    }
}
