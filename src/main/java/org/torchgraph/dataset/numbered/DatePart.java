package org.torchgraph.dataset.numbered;

import java.util.function.UnaryOperator;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;

/** A part of a date that a function of SPARQL 1.1 Query §17.4.5 returns, and that many dates share. */
public enum DatePart {
    YEAR(XSDFuncOp::getYear),
    MONTH(XSDFuncOp::getMonth),
    DAY(XSDFuncOp::getDay);

    private final UnaryOperator<NodeValue> function;

    DatePart(UnaryOperator<NodeValue> function) {
        this.function = function;
    }

    /**
     * Works the part out.
     *
     * @throws org.apache.jena.sparql.expr.ExprException if the value is no date
     */
    public NodeValue of(NodeValue date) {
        return function.apply(date);
    }
}
