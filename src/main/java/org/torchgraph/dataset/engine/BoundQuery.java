package org.torchgraph.dataset.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.ARQException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.syntax.PatternVars;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/** Writes values into a query in the place of variables, so that every engine takes it. */
public final class BoundQuery {
    private BoundQuery() {}

    /**
     * Returns the query with the values; empty if it assigns one of the variables itself, and so cannot be written with
     * a value in its place.
     */
    public static Optional<Query> of(Query query, Map<Var, Node> bindings) {
        if (bindings.isEmpty()) {
            return Optional.of(query);
        }
        try {
            Query whole = QueryTransformOps.transform(query, new ElementTransformCopyBase(true));
            each(whole, BoundQuery::prepare);
            Query bound = QueryTransformOps.replaceVars(whole, bindings);
            each(bound, BoundQuery::mend);
            return Optional.of(bound);
        } catch (ARQException assigned) {
            return Optional.empty();
        }
    }

    /**
     * Returns the query with the values, of which those that it assigns itself are compared with what it assigns; empty
     * if one of these cannot be seen from outside of the pattern.
     */
    static Optional<Query> compared(Query query, Map<Var, Node> bindings) {
        Query bound = query;
        List<Var> assigned = new ArrayList<>();
        for (Map.Entry<Var, Node> binding : bindings.entrySet()) {
            Optional<Query> written = of(bound, Map.of(binding.getKey(), binding.getValue()));
            bound = written.orElse(bound);
            if (written.isEmpty()) {
                assigned.add(binding.getKey());
            }
        }
        if (!PatternVars.vars(bound.getQueryPattern()).containsAll(assigned)) {
            return Optional.empty();
        }
        Query whole = bound.cloneQuery();
        ElementGroup pattern = PatternQueries.group(bound.getQueryPattern());
        assigned.forEach(variable -> pattern.addElement(
                new ElementFilter(new E_Equals(new ExprVar(variable), NodeValue.makeNode(bindings.get(variable))))));
        whole.setQueryPattern(pattern);
        return Optional.of(whole);
    }

    /** Changes a query and each query in it. */
    private static void each(Query query, Consumer<Query> change) {
        change.accept(query);
        if (query.getQueryPattern() != null) {
            ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
                @Override
                public void visit(ElementSubQuery inner) {
                    each(inner.getQuery(), change);
                }
            });
        }
    }

    /** Names the columns of a star, and joins conditions of groups, of which Jena's transformation takes the first. */
    private static void prepare(Query query) {
        query.setQueryResultStar(query.isSelectType() && query.getProject().isEmpty());
        List<Expr> having = query.getHavingExprs();
        if (having.size() > 1) {
            Expr all = having.stream().reduce(E_LogicalAnd::new).orElseThrow();
            having.clear();
            having.add(all);
        }
    }

    /**
     * Removes what a value cannot be: an order, a column that the groups assign already, and an expression of a group
     * that is constant, which Virtuoso refuses: the pattern assigns its variable instead.
     */
    private static void mend(Query query) {
        if (query.hasOrderBy()) {
            List<SortCondition> order = query.getOrderBy();
            order.removeIf(condition -> condition.getExpression().isConstant());
        }
        VarExprList keys = query.getGroupBy();
        assignConstants(query, keys);
        VarExprList columns = query.getProject();
        VarExprList before = new VarExprList(columns);
        columns.clear();
        for (Var column : before.getVars()) {
            Expr value = before.getExpr(column);
            if (value == null || keys.getVars().contains(column)) {
                columns.add(column);
            } else {
                columns.add(column, value);
            }
        }
    }

    private static void assignConstants(Query query, VarExprList keys) {
        VarExprList before = new VarExprList(keys);
        keys.clear();
        ElementGroup pattern = new ElementGroup();
        pattern.addElement(query.getQueryPattern());
        for (Var key : before.getVars()) {
            Expr value = before.getExpr(key);
            if (value == null) {
                keys.add(key);
            } else if (value.getVarsMentioned().isEmpty()) {
                // A key without a name has one that cannot be written.
                Var name = Var.isAllocVar(key)
                        ? Var.alloc(PatternQueries.unused(query).getVarName() + "_" + keys.size())
                        : key;
                pattern.addElement(new ElementBind(name, value));
                keys.add(name);
            } else {
                keys.add(key, value);
            }
        }
        if (pattern.size() > 1) {
            query.setQueryPattern(pattern);
        }
    }
}
