package org.torchgraph.dataset.run;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.util.Context;
import org.torchgraph.query.guard.Guards;

/**
 * Substitutes the bindings of a request in the algebra of its query, applies the guards, and passes it to the engine of
 * the dataset.
 *
 * <p>It works on the algebra because one traversal reaches every expression and pattern in all sub-queries; Jena's
 * syntax transformation skips all but the first {@code HAVING} and the arguments of aggregates. The bindings are also
 * the initial solution of the engine, so that {@code GROUP BY}, {@code BIND} and {@code VALUES} of the same variable
 * stay correct.
 */
final class GuardedEngine implements QueryEngineFactory {
    private final Function<Query, Op> algebra;
    private final Binding bindings;
    private final DescriptionScope scope;
    private final AtomicBoolean cancelled;
    private final Set<String> services;

    /**
     * Creates an engine for one query or update.
     *
     * @param algebra compiles a query, or has it compiled
     */
    GuardedEngine(
            Function<Query, Op> algebra,
            Map<Var, Node> bindings,
            DescriptionScope scope,
            AtomicBoolean cancelled,
            Set<String> services) {
        this.algebra = algebra;
        BindingBuilder values = BindingFactory.builder();
        bindings.forEach(values::add);
        this.bindings = values.build();
        this.scope = scope;
        this.cancelled = cancelled;
        this.services = services;
    }

    /** Returns a registry with this engine only. */
    QueryEngineRegistry alone() {
        QueryEngineRegistry registry = new QueryEngineRegistry();
        registry.add(this);
        return registry;
    }

    @Override
    public boolean accept(Query query, DatasetGraph data, Context context) {
        return true;
    }

    @Override
    public Plan create(Query query, DatasetGraph data, Binding none, Context context) {
        Op op = Substitute.substitute(algebra.apply(query), bindings);
        Op complete = Transformer.transform(new TransformCopy(), new Values(), op);
        return create(Guards.guarded(scope.rewriting().apply(complete), cancelled, services), data, bindings, context);
    }

    @Override
    public boolean accept(Op op, DatasetGraph data, Context context) {
        return true;
    }

    /** Creates the plan for the dataset inside a wrapper; Jena calls it again for wrapped datasets. */
    @Override
    public Plan create(Op op, DatasetGraph data, Binding input, Context context) {
        return QueryEngineRegistry.get().find(op, data, context).create(op, data, input, context);
    }

    /** Substitutes values in the arguments of aggregates, which Jena's substitution omits. */
    private final class Values extends ExprTransformCopy {

        @Override
        public Expr transform(ExprVar variable) {
            Node value = bindings.get(variable.asVar());
            return value == null ? variable : NodeValue.makeNode(value);
        }
    }
}
