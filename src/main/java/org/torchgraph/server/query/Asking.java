package org.torchgraph.server.query;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Language;
import org.torchgraph.question.BadParameter;
import org.torchgraph.question.Question;
import org.torchgraph.resource.Claim;
import org.torchgraph.resource.Labels;
import org.torchgraph.server.edition.Edition;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.SingleFlight;
import org.torchgraph.site.answer.Amounts;
import org.torchgraph.site.answer.LabelledCsv;
import org.torchgraph.site.answer.Vouched;
import org.torchgraph.site.question.Outcome;
import org.torchgraph.site.words.Reader;
import org.torchgraph.site.words.Wording;
import org.torchgraph.sparql.Answer;
import org.torchgraph.sparql.AnswerReader;
import org.torchgraph.sparql.Answers;
import org.torchgraph.sparql.QueryFailure;
import org.torchgraph.sparql.QueryRequest;
import org.torchgraph.sparql.ResultFormat;
import org.torchgraph.sparql.Table;
import org.torchgraph.sparql.empty.WhyEmpty;
import org.torchgraph.sparql.run.QueryRuns;
import org.torchgraph.sparql.run.QueryText;
import org.torchgraph.sparql.run.VolatileFunctions;

/** Puts queries to the data of an edition, and says in the terms of HTTP why one gave no answer. */
public final class Asking {
    /** Rows of a table on a page; the downloads have all. */
    private static final int ROWS_ON_A_PAGE = 1000;

    private static final int MOST_NODES_KEPT = 100_000;

    private final QueryRuns runs;
    /** Tables of pages, which are the same in every language. */
    private final SingleFlight<Asked, Table> tables = new SingleFlight<>(
            MOST_NODES_KEPT, table -> 1 + table.rows().size() * table.columns().size());

    private record Asked(String version, QueryRequest query) {}

    public Asking(QueryRuns runs) {
        this.runs = runs;
    }

    /** By when a request that came now is answered. */
    long deadline() {
        return runs.deadline();
    }

    /**
     * Runs one query of a request.
     *
     * @param end of {@link #deadline()}, which all queries of the request share
     * @throws ProblemException when the query is refused or fails
     */
    <T> T ask(Edition edition, QueryRequest query, AnswerReader<T> reader, long end) {
        try {
            return runs.run(edition.description().snapshot(), query, reader, end);
        } catch (QueryFailure failure) {
            throw problem(failure).exception();
        }
    }

    /** Which part of a query leaves no rows. */
    WhyEmpty whyEmpty(Edition edition, QueryRequest query) {
        try {
            return WhyEmpty.of(runs, edition.description().snapshot(), query);
        } catch (QueryFailure failure) {
            throw problem(failure).exception();
        }
    }

    /** The first rows of a saved query's answer, with what they rest on and the names of all that they name. */
    Outcome.Rows read(Edition edition, Question question, QueryRequest query, long end) {
        Table table = VolatileFunctions.areCalledBy(question.query())
                ? ask(edition, query, Answers.table(ROWS_ON_A_PAGE), end)
                : table(edition, query, end);
        Map<Node, Claim> worth = edition.resources().worth(table.column(Vouched.EVIDENCE));
        List<Node> named = Stream.concat(
                        table.iris().stream(), worth.values().stream().flatMap(Claim::named))
                .distinct()
                .toList();
        Labels units = edition.resources().units(Amounts.symbols(table));
        return new Outcome.Rows(table, worth, units, edition.resources().labels(named));
    }

    /** The first rows of an answer that is the same in each run. */
    private Table table(Edition edition, QueryRequest query, long end) {
        return tables.get(
                new Asked(edition.snapshot().version(), query),
                end,
                () -> ask(edition, query, Answers.table(ROWS_ON_A_PAGE), end));
    }

    /** What is said of a table that has more rows than are shown. */
    static Map<String, String> limit(Table table) {
        return table.complete()
                ? Map.of()
                : Map.of(Reply.RESULT_LIMIT, Integer.toString(table.rows().size()));
    }

    /** All triples of an answer. */
    List<Triple> triples(Edition edition, QueryRequest query, long end) {
        Graph graph = ask(edition, query, Answers.triples(runs.limits().answerRows()), end);
        return graph.find().toList();
    }

    /** All rows of an answer, written. */
    Answer rows(Edition edition, QueryRequest query, ResultFormat format, long end) {
        return ask(edition, query, Answers.bytes(format, runs.limits().answerBytes()), end);
    }

    /** All rows of an answer, written for a spreadsheet, with names in a language. */
    Answer labelled(Edition edition, QueryRequest query, Language language, long end) {
        AnswerReader<Table> rows = Answers.whole(ResultFormat.CSV, runs.limits().answerRows());
        AnswerReader<Answer> written = running -> {
            Table table = rows.read(running);
            Labels labels = edition.resources().labels(table.iris());
            Wording wording = new Wording(labels, edition.site().links(), Reader.of(language));
            LabelledCsv csv = new LabelledCsv(table, edition.site().headings(), wording);
            return Answer.written(runs.limits().answerBytes(), csv::write);
        };
        return ask(edition, query, written, end);
    }

    /** What form of query it is, before it is run: the form decides in which formats there is an answer. */
    static Query parsed(QueryRequest query) {
        try {
            return QueryText.checked(query.text(), query.base());
        } catch (QueryFailure failure) {
            throw problem(failure).exception();
        }
    }

    /** A saved query with its parameters bound. */
    static QueryRequest request(Edition edition, Question question, Map<String, String> values) {
        try {
            return question.prepare(values, edition.base());
        } catch (BadParameter bad) {
            throw Problem.of(Problem.Kind.BAD_PARAMETER, bad.message())
                    .about(bad.name())
                    .exception();
        }
    }

    private static Problem problem(QueryFailure failure) {
        Problem problem = Problem.of(
                switch (failure.kind()) {
                    case SYNTAX, TOO_DEEP -> Problem.Kind.BAD_QUERY;
                    case TOO_LONG -> Problem.Kind.TOO_LARGE;
                    case SERVICE_REFUSED -> Problem.Kind.SERVICE_REFUSED;
                    case FUNCTION_REFUSED -> Problem.Kind.FORBIDDEN;
                    case OUT_OF_TIME -> Problem.Kind.OUT_OF_TIME;
                    case OUT_OF_BUDGET -> Problem.Kind.OUT_OF_BUDGET;
                    case NOT_SAYABLE -> Problem.Kind.NOT_ACCEPTABLE;
                    case BUSY -> Problem.Kind.BUSY;
                    case FAILED -> Problem.Kind.INTERNAL;
                },
                failure.message());
        return failure.line() > 0 ? problem.at(failure.line(), failure.column()) : problem;
    }
}
