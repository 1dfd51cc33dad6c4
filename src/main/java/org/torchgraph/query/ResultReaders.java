package org.torchgraph.query;

import java.io.IOException;
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
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.sparql.resultset.RDFOutput;
import org.torchgraph.messages.Code;

/**
 * The readers of results, each for every query form. The triples of CONSTRUCT or DESCRIBE become rows of subject,
 * predicate and object; rows become triples of the result set vocabulary of the W3C tests.
 */
public final class ResultReaders {
    private static final Var SUBJECT = Var.alloc("subject");
    private static final Var PREDICATE = Var.alloc("predicate");
    private static final Var OBJECT = Var.alloc("object");
    private static final Var ANSWER = Var.alloc("answer");

    private ResultReaders() {}

    /** Returns whether a query yields rows, including the one row of ASK, and not triples. */
    public static boolean areRows(Query query) {
        return query.isSelectType() || query.isAskType();
    }

    /**
     * Reads the first rows, for a page. ASK yields one row with a boolean.
     *
     * @param maxRows the number of rows to read; the table states whether there are more
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
     * Reads all rows and checks that a format can express them.
     *
     * @param format the format
     * @param maxRows the limit, beyond which the query fails with {@link QueryFailedException} of kind OUT_OF_BUDGET
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
     * Serialises all rows.
     *
     * @param format the format
     * @param budget the limit in bytes, beyond which the query fails with {@link QueryFailedException} of kind
     *     OUT_OF_BUDGET; a term that the format cannot express fails it with NOT_EXPRESSIBLE
     */
    public static ResultReader<SpooledResult> bytes(ResultFormat format, long budget) {
        RowSetWriter writer = writer(format);
        return running -> SpooledResult.written(budget, out -> {
            if (running.getQuery().isAskType()) {
                writer.write(out, running.ask(), running.getContext());
            } else {
                writer.write(out, ExpressibleRows.of(rows(running, budget), format), running.getContext());
            }
        });
    }

    /**
     * Serialises a table.
     *
     * @param budget the limit in bytes, see {@link #bytes}
     */
    public static SpooledResult bytes(Table table, ResultFormat format, long budget) throws IOException {
        List<Var> columns = table.columns().stream().map(Var::alloc).toList();
        Iterator<Binding> rows =
                table.rows().stream().map(row -> binding(columns, row)).iterator();
        RowSetWriter writer = writer(format);
        return SpooledResult.written(
                budget, out -> writer.write(out, RowSetStream.create(columns, rows), ARQ.getContext()));
    }

    private static RowSetWriter writer(ResultFormat format) {
        return format == ResultFormat.JSON
                ? new JsonRows()
                : RowSetWriterRegistry.getFactory(format.lang()).create(format.lang());
    }

    private static Binding binding(List<Var> columns, List<Node> row) {
        BindingBuilder binding = Binding.builder();
        for (int column = 0; column < columns.size(); column++) {
            if (row.get(column) != null) {
                binding.add(columns.get(column), row.get(column));
            }
        }
        return binding.build();
    }

    /**
     * Reads all triples, with the prefixes of the query.
     *
     * @param maxTriples the limit, beyond which the query fails with {@link QueryFailedException} of kind OUT_OF_BUDGET
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

    /** Returns a reader of all triples as a list, limited like {@link #triples}. */
    public static ResultReader<List<Triple>> tripleList(long maxTriples) {
        ResultReader<Graph> graph = triples(maxTriples);
        return running -> graph.read(running).find().toList();
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

    /** A graph of limited size. */
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
