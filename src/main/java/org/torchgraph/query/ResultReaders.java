package org.torchgraph.query;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.sparql.resultset.RDFOutput;
import org.torchgraph.messages.Code;

/**
 * The shapes of an answer. Each takes a query of any form: the triples of a CONSTRUCT or DESCRIBE make rows of subject,
 * predicate and object; rows make triples of the result set vocabulary that the W3C tests use.
 */
public final class ResultReaders {
    private static final Var SUBJECT = Var.alloc("subject");
    private static final Var PREDICATE = Var.alloc("predicate");
    private static final Var OBJECT = Var.alloc("object");
    private static final Var ANSWER = Var.alloc("answer");

    private ResultReaders() {}

    /** Whether a query asks for rows, the one truth of an ASK among them, rather than for triples. */
    public static boolean areRows(Query query) {
        return query.isSelectType() || query.isAskType();
    }

    /**
     * The first rows, for a page. An ASK is one row with one truth value.
     *
     * @param maxRows what is beyond them is left out, and the table says so
     */
    public static ResultReader<Table> table(int maxRows) {
        return running -> table(rows(running, Integer.MAX_VALUE), maxRows);
    }

    private static Table table(RowSet found, int maxRows) {
        List<Var> columns = found.getResultVars();
        List<List<Node>> rows = new ArrayList<>();
        while (rows.size() < maxRows && found.hasNext()) {
            rows.add(row(found.next(), columns));
        }
        return new Table(Var.varNames(columns), rows, !found.hasNext());
    }

    /**
     * All rows, as a format can say them.
     *
     * @param maxRows more are a {@link QueryFailedException} OUT_OF_BUDGET
     */
    public static ResultReader<Table> whole(ResultFormat format, int maxRows) {
        return running -> {
            Table table = table(ExpressibleRows.of(rows(running, maxRows), format), maxRows);
            if (!table.complete()) {
                throw new QueryFailedException(
                        QueryFailedException.FailureKind.OUT_OF_BUDGET, Code.ANSWER_ROWS, maxRows);
            }
            return table;
        };
    }

    /**
     * All rows, written.
     *
     * @param budget most bytes; a longer answer is a {@link QueryFailedException} OUT_OF_BUDGET, one that the format
     *     cannot say is a NOT_SAYABLE
     */
    public static ResultReader<SpooledResult> bytes(ResultFormat format, long budget) {
        RowSetWriter writer = RowSetWriterRegistry.getFactory(format.lang()).create(format.lang());
        return running -> SpooledResult.written(budget, out -> {
            if (running.getQuery().isAskType()) {
                writer.write(out, running.ask(), running.getContext());
            } else {
                writer.write(out, ExpressibleRows.of(rows(running, budget), format), running.getContext());
            }
        });
    }

    /**
     * All triples, for a writer of RDF, with the prefixes of the query.
     *
     * @param maxTriples more are a {@link QueryFailedException} OUT_OF_BUDGET
     */
    public static ResultReader<Graph> triples(long maxTriples) {
        return running -> {
            Query query = running.getQuery();
            Graph graph = new BudgetedGraph(maxTriples);
            if (query.isConstructType()) {
                running.construct(graph);
            } else if (query.isDescribeType()) {
                running.describe(graph);
            } else {
                Model model = ModelFactory.createModelForGraph(graph);
                if (query.isAskType()) {
                    new RDFOutput().asRDF(model, running.ask());
                } else {
                    new RDFOutput().asRDF(model, ResultSet.adapt(running.select()), true);
                }
            }
            return graph;
        };
    }

    private static RowSet rows(QueryExec running, long maxTriples) {
        Query query = running.getQuery();
        if (query.isSelectType()) {
            return running.select();
        }
        if (query.isAskType()) {
            Node truth = NodeFactory.createLiteralDT(Boolean.toString(running.ask()), XSDDatatype.XSDboolean);
            return RowSetStream.create(
                    List.of(ANSWER),
                    List.of(BindingFactory.binding(ANSWER, truth)).iterator());
        }
        Iterator<Triple> triples = query.isConstructType()
                ? Iter.distinct(running.constructTriples())
                : running.describe(new BudgetedGraph(maxTriples)).find();
        Iterator<Binding> bindings = Iter.map(
                triples,
                t -> BindingFactory.binding(
                        SUBJECT, t.getSubject(), PREDICATE, t.getPredicate(), OBJECT, t.getObject()));
        return RowSetStream.create(List.of(SUBJECT, PREDICATE, OBJECT), bindings);
    }

    private static List<Node> row(Binding solution, List<Var> columns) {
        List<Node> row = new ArrayList<>();
        for (Var column : columns) {
            row.add(solution.get(column));
        }
        return row;
    }

    /** A graph that takes so many triples and no more. */
    private static final class BudgetedGraph extends GraphWrapper {
        private final long max;

        BudgetedGraph(long max) {
            super(GraphMemFactory.createDefaultGraph());
            this.max = max;
        }

        @Override
        public void add(Triple triple) {
            if (size() >= max && !contains(triple)) {
                throw new QueryFailedException(
                        QueryFailedException.FailureKind.OUT_OF_BUDGET, Code.ANSWER_TRIPLES, max);
            }
            super.add(triple);
        }
    }
}
