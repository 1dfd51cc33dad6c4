package org.torchgraph.dataset.memory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.engine.main.StageGenerator;
import org.apache.jena.sparql.engine.main.solver.PatternMatchData;
import org.apache.jena.sparql.engine.ref.QueryEngineRef;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.torchgraph.query.guard.Guards;

/** Asks Jena's own engines over Jena's own graphs, with the operators of the guards. */
final class PlainArq {
    static final int MAX_ROWS = 20_000;
    private static final int MAX_STEPS = 200_000;

    private final DatasetGraph data = new DatasetGraphMapLink(GraphMemFactory.createGraphMemIndexedSet());
    private final AtomicInteger steps = new AtomicInteger();

    PlainArq(List<Quad> quads) {
        for (Quad quad : quads) {
            if (!data.containsGraph(quad.getGraph())) {
                data.addGraph(quad.getGraph(), GraphMemFactory.createGraphMemIndexedSet());
            }
            data.getGraph(quad.getGraph()).add(quad.asTriple());
            data.getDefaultGraph().add(quad.asTriple());
        }
    }

    DatasetGraph data() {
        return data;
    }

    /** Returns what the engine that everyone uses answers. */
    Answer answer(Query query, Map<Var, Node> bindings) {
        return answer(query, bindings, QueryEngineMain.getFactory());
    }

    /** Returns what the engine answers that evaluates the algebra as it is defined. */
    Answer byDefinition(Query query, Map<Var, Node> bindings) {
        return answer(query, bindings, QueryEngineRef.getFactory());
    }

    private Answer answer(Query query, Map<Var, Node> bindings, QueryEngineFactory factory) {
        steps.set(0);
        DatasetGraph counted = new CountedData();
        DatasetGraph chosen = query.hasDatasetDescription()
                ? DynamicDatasets.dynamicDataset(query.getDatasetDescription(), counted, false)
                : counted;
        QueryEngineRegistry registry = new QueryEngineRegistry();
        registry.add(new Engine(factory, bindings));
        try (QueryExec exec = QueryExec.dataset(chosen)
                .query(query)
                .set(ARQConstants.registryQueryEngines, registry)
                .set(ARQ.propertyFunctions, false)
                // Jena's own fails when the first row has a term at the place of the property that is no IRI.
                .set(ARQ.stageGenerator, (StageGenerator) (pattern, input, context) ->
                        PatternMatchData.execute(context.getActiveGraph(), pattern, input, null, context))
                .timeout(5, TimeUnit.SECONDS)
                .build()) {
            return Answer.read(exec, MAX_ROWS);
        }
    }

    /** Jena's, for a query whose values are known of some variables. */
    private static final class Engine implements QueryEngineFactory {
        private final QueryEngineFactory factory;
        private final Binding values;

        Engine(QueryEngineFactory factory, Map<Var, Node> bindings) {
            BindingBuilder builder = Binding.builder();
            bindings.forEach(builder::add);
            this.factory = factory;
            this.values = builder.build();
        }

        @Override
        public boolean accept(Query query, DatasetGraph data, Context context) {
            return true;
        }

        @Override
        public Plan create(Query query, DatasetGraph data, Binding none, Context context) {
            Op op = Transformer.transform(
                    new TransformCopy(),
                    new ExprTransformCopy() {
                        @Override
                        public Expr transform(ExprVar variable) {
                            Node value = values.get(variable.asVar());
                            return value == null ? variable : NodeValue.makeNode(value);
                        }
                    },
                    Substitute.substitute(Algebra.compile(query), values));
            return factory.create(Guards.guarded(op, new AtomicBoolean(), Set.of()), data, values, context);
        }

        @Override
        public boolean accept(Op op, DatasetGraph data, Context context) {
            return true;
        }

        @Override
        public Plan create(Op op, DatasetGraph data, Binding input, Context context) {
            return factory.create(op, data, input, context);
        }
    }

    /** The data, which refuse a query that reads too many triples; a missing graph is empty and stays missing. */
    private final class CountedData extends DatasetGraphWrapper implements DatasetGraphWrapperView {

        CountedData() {
            super(data);
        }

        @Override
        public Graph getDefaultGraph() {
            return new CountedGraph(super.getDefaultGraph());
        }

        @Override
        public Graph getUnionGraph() {
            return new CountedGraph(super.getUnionGraph());
        }

        @Override
        public Graph getGraph(Node name) {
            return containsGraph(name) ? new CountedGraph(super.getGraph(name)) : Graph.emptyGraph;
        }
    }

    private final class CountedGraph extends GraphWrapper {

        CountedGraph(Graph graph) {
            super(graph);
        }

        @Override
        public ExtendedIterator<Triple> find(Triple pattern) {
            return counted(super.find(pattern));
        }

        @Override
        public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
            return counted(super.find(subject, predicate, object));
        }

        private ExtendedIterator<Triple> counted(ExtendedIterator<Triple> found) {
            step();
            return found.mapWith(triple -> {
                step();
                return triple;
            });
        }

        private void step() {
            if (steps.incrementAndGet() > MAX_STEPS) {
                throw new Answer.TooMuchException();
            }
        }
    }
}
