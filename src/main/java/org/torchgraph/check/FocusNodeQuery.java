package org.torchgraph.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpModifier;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpReduced;
import org.apache.jena.sparql.algebra.optimize.TransformFilterPlacement;
import org.apache.jena.sparql.algebra.optimize.TransformJoinStrategy;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.util.Context;

/**
 * The query of a SPARQL constraint, run once for all focus nodes instead of once for each.
 *
 * <p>SHACL (§5.3.1, appendix A) defines the solutions for a focus node as those of the query in which {@code $this} is
 * replaced by the node wherever it occurs. Jena evaluates the {@link RowOperators} for each row of their input, and
 * replaces the variables of the row wherever they occur. If a query has no other operators, its solutions for all focus
 * nodes are therefore those for an input with one row for each of them.
 */
public final class FocusNodeQuery {
    private final Query query;
    private final Op pattern;

    private FocusNodeQuery(Query query, Op pattern) {
        this.query = query;
        this.pattern = pattern;
    }

    /** Returns the query to run for all focus nodes; empty if it has to be run for each of them. */
    public static Optional<FocusNodeQuery> of(Query query) {
        if (!query.isSelectType()) {
            return Optional.empty();
        }
        Op pattern = Algebra.compile(query);
        // Whether there is a solution does not depend on these.
        while (pattern instanceof OpProject || pattern instanceof OpDistinct || pattern instanceof OpReduced) {
            pattern = ((OpModifier) pattern).getSubOp();
        }
        Op joined = Transformer.transform(
                new TransformFilterPlacement(false), Transformer.transform(new TransformJoinStrategy(), pattern));
        return RowOperators.areAllOf(joined) ? Optional.of(new FocusNodeQuery(query, joined)) : Optional.empty();
    }

    /**
     * Returns the focus nodes for which the query has a solution. Among them may be nodes for which Jena finds none
     * when it has optimized the query for that node, such as one that is not in the data, with a path of length zero.
     */
    public Set<Node> withSolutions(Graph data, Collection<Node> focusNodes) {
        Context context = ARQ.getContext().copy();
        context.set(ARQConstants.sysCurrentQuery, query);
        Context.setCurrentDateTime(context);
        ExecutionContext execution = ExecutionContext.createForGraph(data, context);
        QueryIterator rows = QueryIterPlainWrapper.create(
                focusNodes.stream()
                        .map(node -> BindingFactory.binding(RowOperators.THIS, node))
                        .iterator(),
                execution);
        QueryIterator solutions = QC.execute(pattern, rows, execution);
        try {
            Set<Node> found = new HashSet<>();
            solutions.forEachRemaining(solution -> found.add(solution.get(RowOperators.THIS)));
            return found;
        } finally {
            solutions.close();
        }
    }
}
