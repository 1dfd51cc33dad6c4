package org.torchgraph.server.query;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Claim;
import org.torchgraph.model.Labels;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryEngine;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultFormat;
import org.torchgraph.query.ResultReader;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.query.SpooledResult;
import org.torchgraph.query.Table;
import org.torchgraph.query.empty.EmptyResultExplanation;
import org.torchgraph.query.guard.QueryParsing;
import org.torchgraph.query.guard.VolatileFunctions;
import org.torchgraph.question.BadParameterException;
import org.torchgraph.question.Question;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.SingleFlight;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.chart.AmountColumns;
import org.torchgraph.site.chart.LabelledCsv;
import org.torchgraph.site.chart.TableWithEvidence;
import org.torchgraph.site.question.QuestionResult;
import org.torchgraph.site.words.Reader;
import org.torchgraph.site.words.TermRenderer;

/** Puts queries to the data of an edition, and says in the terms of HTTP why one gave no answer. */
public final class QueryService {
    /** Rows of a table on a page; the downloads have all. */
    private static final int ROWS_ON_A_PAGE = 1000;

    private static final int MOST_NODES_KEPT = 100_000;

    private final Limits limits;
    /** Tables of pages, which are the same in every language. */
    private final SingleFlight<TableKey, Table> tables = new SingleFlight<>(
            MOST_NODES_KEPT, table -> 1 + table.rows().size() * table.columns().size());

    private record TableKey(String version, QueryRequest query) {}

    public QueryService(Limits limits) {
        this.limits = limits;
    }

    private QueryEngine engine(PublishedVersion edition) {
        return edition.description().snapshot();
    }

    /** Returns the moment by which a request that came now is answered. */
    Deadline deadline() {
        return Deadline.in(limits.time());
    }

    /**
     * Runs one query of a request.
     *
     * @param end of {@link #deadline()}, which all queries of the request share
     * @throws ProblemException when the query is refused or fails
     */
    <T> T ask(PublishedVersion edition, QueryRequest query, ResultReader<T> reader, Deadline end) {
        try {
            return engine(edition).query(query, reader, end);
        } catch (QueryFailedException failure) {
            throw problem(failure).exception();
        }
    }

    /** Which part of a query leaves no rows. */
    EmptyResultExplanation whyEmpty(PublishedVersion edition, QueryRequest query) {
        try {
            return EmptyResultExplanation.of(engine(edition), query);
        } catch (QueryFailedException failure) {
            throw problem(failure).exception();
        }
    }

    /** The first rows of a saved query's answer, with what they rest on and the names of all that they name. */
    QuestionResult.Rows read(PublishedVersion edition, Question question, QueryRequest query, Deadline end) {
        Table table = VolatileFunctions.areCalledBy(question.query())
                ? ask(edition, query, ResultReaders.table(ROWS_ON_A_PAGE), end)
                : table(edition, query, end);
        Map<Node, Claim> worth = edition.resources().provenanceOf(table.column(TableWithEvidence.EVIDENCE));
        List<Node> named = Stream.concat(
                        table.iris().stream(), worth.values().stream().flatMap(Claim::named))
                .distinct()
                .toList();
        Labels units = edition.resources().units(AmountColumns.symbols(table));
        return new QuestionResult.Rows(table, worth, units, edition.resources().labels(named));
    }

    /** The first rows of an answer that is the same in each run. */
    private Table table(PublishedVersion edition, QueryRequest query, Deadline end) {
        return tables.get(
                new TableKey(edition.snapshot().version(), query),
                end,
                () -> ask(edition, query, ResultReaders.table(ROWS_ON_A_PAGE), end));
    }

    /** What is said of a table that has more rows than are shown. */
    static Map<String, String> limit(Table table) {
        return table.complete()
                ? Map.of()
                : Map.of(Reply.RESULT_LIMIT, Integer.toString(table.rows().size()));
    }

    /** All triples of an answer. */
    List<Triple> triples(PublishedVersion edition, QueryRequest query, Deadline end) {
        return ask(edition, query, ResultReaders.tripleList(limits.answerRows()), end);
    }

    /** All rows of an answer, written. */
    SpooledResult rows(PublishedVersion edition, QueryRequest query, ResultFormat format, Deadline end) {
        return ask(edition, query, ResultReaders.bytes(format, limits.answerBytes()), end);
    }

    /** All rows of an answer, written for a spreadsheet, with names in a language. */
    SpooledResult labelled(PublishedVersion edition, QueryRequest query, Language language, Deadline end) {
        ResultReader<Table> rows = ResultReaders.whole(ResultFormat.CSV, limits.answerRows());
        ResultReader<SpooledResult> written = running -> {
            Table table = rows.read(running);
            Labels labels = edition.resources().labels(table.iris());
            TermRenderer wording = new TermRenderer(labels, edition.site().links(), Reader.of(language));
            LabelledCsv csv = new LabelledCsv(table, edition.site().headings(), wording);
            return SpooledResult.written(limits.answerBytes(), csv::write);
        };
        return ask(edition, query, written, end);
    }

    /** What form of query it is, before it is run: the form decides in which formats there is an answer. */
    static Query parsed(QueryRequest query) {
        try {
            return QueryParsing.checked(query.text(), query.base());
        } catch (QueryFailedException failure) {
            throw problem(failure).exception();
        }
    }

    /** A saved query with its parameters bound. */
    static QueryRequest request(PublishedVersion edition, Question question, Map<String, String> values) {
        try {
            return question.prepare(values, edition.base());
        } catch (BadParameterException bad) {
            throw Problem.of(Problem.ProblemKind.BAD_PARAMETER, bad.message())
                    .about(bad.name())
                    .exception();
        }
    }

    private static Problem problem(QueryFailedException failure) {
        Problem problem = Problem.of(
                switch (failure.kind()) {
                    case SYNTAX, TOO_DEEP -> Problem.ProblemKind.BAD_QUERY;
                    case TOO_LONG -> Problem.ProblemKind.TOO_LARGE;
                    case SERVICE_REFUSED -> Problem.ProblemKind.SERVICE_REFUSED;
                    case FUNCTION_REFUSED -> Problem.ProblemKind.FORBIDDEN;
                    case OUT_OF_TIME -> Problem.ProblemKind.OUT_OF_TIME;
                    case OUT_OF_BUDGET -> Problem.ProblemKind.OUT_OF_BUDGET;
                    case NOT_EXPRESSIBLE -> Problem.ProblemKind.NOT_ACCEPTABLE;
                    case BUSY -> Problem.ProblemKind.BUSY;
                    case FAILED -> Problem.ProblemKind.INTERNAL;
                },
                failure.message());
        return failure.line() > 0 ? problem.at(failure.line(), failure.column()) : problem;
    }
}
