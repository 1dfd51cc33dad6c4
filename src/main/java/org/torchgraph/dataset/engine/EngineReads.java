package org.torchgraph.dataset.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.syntax.Element;
import org.torchgraph.dataset.remote.CutAnswerException;
import org.torchgraph.messages.Code;
import org.torchgraph.query.CompiledQuery;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.QueryEngine;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryFailedException.FailureKind;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.SharedDeadline;

/**
 * Reads statements from an engine by queries.
 *
 * @param engine runs the queries
 * @param mostRows the number of rows of an answer that are kept
 * @param deadline tells that of a query that starts now
 */
record EngineReads(QueryEngine engine, int mostRows, Supplier<Deadline> deadline) {
    /** The number of rows that are asked for at once of what may be long. */
    private static final long PAGE_ROWS = 200_000;

    /** Returns reads that have the complete time of a query each. */
    static EngineReads each(QueryEngine engine, int mostRows) {
        return new EngineReads(engine, mostRows, engine::deadline);
    }

    /** Returns reads for pages, which share the time of a query with all other reads for the same request. */
    static EngineReads shared(QueryEngine engine, int mostRows) {
        return new EngineReads(
                engine, mostRows, () -> SharedDeadline.within(engine.limits().time()));
    }

    static QueryRequest request(Query query) {
        return QueryRequest.of("", "urn:x-base:")
                .asking(CompiledQuery.of(query))
                .forPage();
    }

    /** Returns whether a pattern matches; as rows, because Virtuoso 7 answers ASK by rows too. */
    boolean holds(Element pattern) {
        return hasRow(PatternQueries.any(pattern));
    }

    /** Returns whether an answer has a row. */
    boolean hasRow(Query select) {
        return !rows(select).isEmpty();
    }

    /** Hands the rows of an answer on, one by one, and returns their number. */
    long rows(Query select, Consumer<Binding> each) {
        return engine.query(
                request(select), running -> Iter.count(Iter.operate(running.select(), each)), deadline.get());
    }

    /** Returns the rows of an answer, which has to have a limited number of them. */
    List<Binding> rows(Query select) {
        List<Binding> rows = new ArrayList<>();
        rows(select, row -> {
            if (rows.size() >= mostRows) {
                throw new QueryFailedException(FailureKind.OUT_OF_BUDGET, Code.ANSWER_ROWS, mostRows);
            }
            rows.add(row);
        });
        return rows;
    }

    /** Reads the rows of an answer of any length, in pages in an order of the engine. */
    void inPages(Query select, Consumer<Binding> each) {
        inPages(select, 0, Long.MAX_VALUE, each);
    }

    /**
     * Reads some rows of an answer of any length, in pages in an order of the engine.
     *
     * @param first the number of rows before them
     * @param end the number of rows up to the last of them
     */
    void inPages(Query select, long first, long end, Consumer<Binding> each) {
        long page = PAGE_ROWS;
        long from = first;
        while (from < end) {
            long asked = Math.min(page, end - from);
            Query part = select.cloneQuery();
            part.setOffset(from);
            part.setLimit(asked);
            long got;
            try {
                // An answer that is ended early says so before its first row.
                got = rows(part, each);
            } catch (QueryFailedException failed) {
                CutAnswerException cut = ExceptionUtils.throwableOfType(failed, CutAnswerException.class);
                if (cut == null || cut.rows() > asked) {
                    throw failed;
                }
                // An answer that is as long as the engine allows could be taken for one that is ended early.
                page = Math.max(1, Math.min(asked, cut.rows()) - 1);
                continue;
            }
            if (got < asked) {
                return;
            }
            from += asked;
        }
    }

    /** Returns the rows of an answer of any length. */
    List<Binding> allRows(Query select) {
        List<Binding> rows = new ArrayList<>();
        inPages(select, rows::add);
        return rows;
    }

    /** Returns the values of {@code ?s ?p ?o}. */
    Stream<Triple> triples(Query select) {
        return rows(select).stream().map(row -> Triple.create(row.get("s"), row.get("p"), row.get("o")));
    }

    /** Returns the statement that a row is, in the graph of {@code ?g}. */
    static Quad quad(Binding row) {
        return Quad.create(row.get("g"), row.get("s"), row.get("p"), row.get("o"));
    }

    /** Returns the statement that a row is, in the graph of {@code ?g}, with an object that is known. */
    static Quad quad(Binding row, Node object) {
        return Quad.create(row.get("g"), row.get("s"), row.get("p"), object);
    }

    /** Returns a number of a row. */
    static long number(Binding row, String variable) {
        return ((Number) row.get(variable).getLiteralValue()).longValue();
    }

    /** Returns the values of a variable. */
    List<Node> nodes(Query select, String variable) {
        return rows(select).stream().map(row -> row.get(variable)).toList();
    }
}
