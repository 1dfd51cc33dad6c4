package org.torchgraph.server.query;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torchgraph.dataset.disk.StoreException;
import org.torchgraph.export.SortedGraph;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Claim;
import org.torchgraph.model.Labels;
import org.torchgraph.query.CompiledQuery;
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
import org.torchgraph.query.guard.CompiledQueries;
import org.torchgraph.question.BadParameterException;
import org.torchgraph.question.Question;
import org.torchgraph.rdf.syntax.Expressiveness;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.SingleFlight;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.Representation;
import org.torchgraph.site.chart.AmountColumns;
import org.torchgraph.site.chart.TableWithEvidence;
import org.torchgraph.site.question.QuestionResult;
import org.torchgraph.site.spreadsheet.LabelledCsv;
import org.torchgraph.site.spreadsheet.LabelledTable;
import org.torchgraph.site.spreadsheet.LabelledWorkbook;
import org.torchgraph.site.words.Reader;
import org.torchgraph.site.words.TermRenderer;

/** Runs queries over a version, and turns the failure of a query into an HTTP problem. */
public final class QueryService {
    /** A page shows this many rows of a table; downloads have all. */
    private static final int MAX_ROWS_ON_PAGE = 1000;

    private static final int MAX_CACHED_CELLS = 100_000;

    private static final Logger LOG = LoggerFactory.getLogger(QueryService.class);

    private final Limits limits;
    private final CompiledQueries queries;
    /** The tables of pages, which are the same in every language. */
    private final SingleFlight<TableKey, Table> tables = new SingleFlight<>(
            MAX_CACHED_CELLS, table -> 1 + table.rows().size() * table.columns().size());

    private record TableKey(String version, QueryRequest query) {}

    public QueryService(Limits limits) {
        this.limits = limits;
        this.queries = new CompiledQueries(limits);
    }

    /** Measures the cache of tables. */
    public void measure(MeterRegistry registry) {
        tables.measure(registry, "tables");
    }

    private QueryEngine engine(PublishedVersion version) {
        return version.description().snapshot();
    }

    /** Returns the moment by which a request that came now is answered. */
    public Deadline deadline() {
        return Deadline.in(limits.time());
    }

    /**
     * Runs one query of a request.
     *
     * @param end of {@link #deadline()}, which all queries of the request share
     * @throws ProblemException when the query is refused or fails
     */
    <T> T ask(PublishedVersion version, QueryRequest query, ResultReader<T> reader, Deadline end) {
        try {
            return engine(version).query(query, reader, end);
        } catch (QueryFailedException failure) {
            throw problem(failure).exception();
        }
    }

    /** Explains which part of a query leaves no rows. */
    public EmptyResultExplanation whyEmpty(PublishedVersion version, QueryRequest query) {
        try {
            return EmptyResultExplanation.of(engine(version), query);
        } catch (QueryFailedException failure) {
            throw problem(failure).exception();
        }
    }

    /** Returns the answer of a saved query as a page shows it. */
    QuestionResult outcome(PublishedVersion version, Question question, QueryRequest query, Deadline end) {
        if (question.query().isSelectType()) {
            return read(version, question, query, end);
        }
        if (question.query().isAskType()) {
            return new QuestionResult.Truth(ask(version, query, running -> running.ask(), end));
        }
        List<Triple> triples = triples(version, query, end);
        List<Node> nodes = triples.stream()
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                .filter(Node::isURI)
                .distinct()
                .toList();
        SortedGraph said = version.writer().sorted(triples);
        List<Expressiveness> syntaxes =
                Stream.of(Expressiveness.values()).filter(said::isExpressible).toList();
        return new QuestionResult.Triples(triples, version.resources().labels(nodes), syntaxes);
    }

    /**
     * Returns the first rows of the answer of a saved query, with their provenance and the names of all that they
     * mention.
     */
    QuestionResult.Rows read(PublishedVersion version, Question question, QueryRequest query, Deadline end) {
        Table table = firstRows(version, query, question.isVolatile(), end);
        try {
            return named(version, question, table);
        } catch (QueryFailedException gone) {
            throw problem(gone).exception();
        }
    }

    private static QuestionResult.Rows named(PublishedVersion version, Question question, Table table) {
        Map<Node, Claim> provenance = version.resources().provenanceOf(TableWithEvidence.cited(table, question.view()));
        List<Node> named = Stream.concat(
                        table.iris().stream(), provenance.values().stream().flatMap(Claim::named))
                .distinct()
                .toList();
        Labels units = version.resources().units(AmountColumns.symbols(table));
        return new QuestionResult.Rows(
                table, provenance, units, version.resources().labels(named));
    }

    /**
     * Returns the first rows of an answer.
     *
     * @param isVolatile whether it differs in each run
     */
    public Table firstRows(PublishedVersion version, QueryRequest query, boolean isVolatile, Deadline end) {
        return isVolatile
                ? ask(version, query, ResultReaders.table(MAX_ROWS_ON_PAGE), end)
                : table(version, query, end);
    }

    private Table table(PublishedVersion version, QueryRequest query, Deadline end) {
        return tables.get(
                new TableKey(version.snapshot().version(), query),
                end,
                () -> ask(version, query, ResultReaders.table(MAX_ROWS_ON_PAGE), end));
    }

    /** Returns the header field of a table that has more rows than are shown. */
    static Map<String, String> limit(Table table) {
        return table.complete()
                ? Map.of()
                : Map.of(Reply.RESULT_LIMIT, Integer.toString(table.rows().size()));
    }

    /** Returns all triples of an answer. */
    List<Triple> triples(PublishedVersion version, QueryRequest query, Deadline end) {
        return ask(version, query, ResultReaders.tripleList(limits.answerRows()), end);
    }

    /** Returns all rows of an answer, serialised. */
    SpooledResult rows(PublishedVersion version, QueryRequest query, ResultFormat format, Deadline end) {
        return ask(version, query, ResultReaders.bytes(format, limits.answerBytes()), end);
    }

    /** Returns all rows of a query that CSV can express. */
    Table whole(PublishedVersion version, QueryRequest query, Deadline end) {
        return ask(version, query, ResultReaders.whole(ResultFormat.CSV, limits.answerRows()), end);
    }

    /** Returns rows as plain CSV. */
    SpooledResult csv(Table table) {
        try {
            return ResultReaders.bytes(table, ResultFormat.CSV, limits.answerBytes());
        } catch (QueryFailedException tooLong) {
            throw problem(tooLong).exception();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Returns all rows of queries with the same columns as a file. */
    SpooledResult written(
            PublishedVersion version, List<QueryRequest> queries, ResultReplies.TableFile file, Deadline end) {
        Table table = queries.stream()
                .map(query -> whole(version, query, end))
                .reduce(Table::and)
                .orElseThrow();
        if (file.labels().isEmpty()) {
            return csv(table);
        }
        try {
            return SpooledResult.written(
                    limits.answerBytes(),
                    labelled(version, table, file, file.labels().get()));
        } catch (QueryFailedException tooLong) {
            throw problem(tooLong).exception();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static SpooledResult.Writer labelled(
            PublishedVersion version, Table table, ResultReplies.TableFile file, Language language) {
        Labels labels = version.resources().labels(table.iris());
        TermRenderer wording = version.site().wording(labels, Reader.of(language));
        LabelledTable named = LabelledTable.of(table, version.site().headings(), wording);
        return file.form().equals(Representation.WORKBOOK)
                ? new LabelledWorkbook(named, file.origin(), language.messages())::write
                : new LabelledCsv(named, language.numbers())::write;
    }

    /** Compiles a query before it is run, because its form decides in which formats there is an answer. */
    public CompiledQuery compiled(QueryRequest query) {
        try {
            return queries.of(query.text(), query.base());
        } catch (QueryFailedException failure) {
            throw problem(failure).exception();
        }
    }

    /** Returns a saved query with its parameters bound. */
    public static QueryRequest request(PublishedVersion version, Question question, Map<String, String> values) {
        try {
            return question.prepare(values, version.base());
        } catch (BadParameterException bad) {
            throw Problem.of(Problem.ProblemKind.BAD_PARAMETER, bad.message())
                    .about(bad.name())
                    .exception();
        }
    }

    /** Returns the problem of a query or an update that failed. */
    public static Problem problem(QueryFailedException failure) {
        if (failure.kind() == QueryFailedException.FailureKind.FAILED) {
            StoreException damaged = ExceptionUtils.throwableOfType(failure, StoreException.class);
            if (damaged == null) {
                LOG.error("a query failed", failure);
            } else {
                LOG.error("a query failed: {}", damaged.getMessage());
            }
        }
        Problem problem = Problem.of(
                switch (failure.kind()) {
                    case SYNTAX, TOO_DEEP -> Problem.ProblemKind.BAD_QUERY;
                    case TOO_LONG -> Problem.ProblemKind.TOO_LARGE;
                    case SERVICE_FAILED -> Problem.ProblemKind.SERVICE_FAILED;
                    case SERVICE_REFUSED -> Problem.ProblemKind.SERVICE_REFUSED;
                    case FUNCTION_REFUSED, UPDATE_REFUSED -> Problem.ProblemKind.FORBIDDEN;
                    case OUT_OF_TIME -> Problem.ProblemKind.OUT_OF_TIME;
                    case OUT_OF_BUDGET -> Problem.ProblemKind.OUT_OF_BUDGET;
                    case NOT_EXPRESSIBLE -> Problem.ProblemKind.NOT_ACCEPTABLE;
                    case BUSY -> Problem.ProblemKind.BUSY;
                    case STORE_FAILED -> Problem.ProblemKind.STORE_FAILED;
                    case STORE_UNREACHED -> Problem.ProblemKind.STORE_UNREACHED;
                    case STORE_LATE -> Problem.ProblemKind.STORE_LATE;
                    case FAILED -> Problem.ProblemKind.INTERNAL;
                },
                failure.message());
        return failure.line() > 0 ? problem.at(failure.line(), failure.column()) : problem;
    }
}
