package org.torchgraph.dataset.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryFailedException.FailureKind;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReader;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.query.Sample;
import org.torchgraph.query.Table;

class QueryExecutorTest {
    private static final QueryRequest ANY = Sample.query("ASK {}");

    private final QueriedData data = Sample.policies();
    private final CountDownLatch stuck = new CountDownLatch(1);

    @Test
    void stuck_run_frees_its_asker_and_keeps_its_place() throws InterruptedException {
        try (QueryExecutor runs = new QueryExecutor(new Limits(Duration.ofMillis(300), 1000, 1, 1000, 10))) {
            assertThat(kind(runs, this::neverEnds)).isEqualTo(FailureKind.OUT_OF_TIME);
            assertThat(runs.running()).isEqualTo(1);
            assertThat(kind(runs, running -> 1)).isEqualTo(FailureKind.BUSY);
            stuck.countDown();
            awaitNone(runs);
            assertThat(runs.over(data).<Integer>query(ANY, running -> 1)).isEqualTo(1);
        }
    }

    @Test
    void one_query_does_not_wait_for_another() throws InterruptedException {
        try (QueryExecutor runs = new QueryExecutor(Sample.limits(5_000))) {
            Thread first = new Thread(() -> runs.over(data).query(ANY, this::neverEnds));
            first.start();
            while (runs.running() == 0) {
                Thread.onSpinWait();
            }
            assertThat(runs.over(data).query(ANY, ResultReaders.table(1)).rows())
                    .hasSize(1);
            stuck.countDown();
            first.join();
        }
    }

    @Test
    void answer_that_comes_late_is_closed() throws InterruptedException {
        AtomicBoolean closed = new AtomicBoolean();
        try (QueryExecutor runs = new QueryExecutor(Sample.limits(100))) {
            ResultReader<AutoCloseable> late = running -> {
                neverEnds(running);
                return () -> closed.set(true);
            };
            assertThat(kind(runs, late)).isEqualTo(FailureKind.OUT_OF_TIME);
            stuck.countDown();
            awaitNone(runs);
        }
        assertThat(closed).isTrue();
    }

    @Test
    void closing_calls_off_what_runs() throws InterruptedException {
        QueryExecutor runs = new QueryExecutor(Sample.limits(60_000));
        FailureKind[] kind = new FailureKind[1];
        Thread asking = new Thread(() -> kind[0] = kind(runs, this::neverEnds));
        asking.start();
        while (runs.running() == 0) {
            Thread.onSpinWait();
        }
        runs.close();
        asking.join(2_000);
        stuck.countDown();
        assertThat(kind[0]).isEqualTo(FailureKind.OUT_OF_TIME);
    }

    @Test
    void interrupted_asker_goes_free_and_stays_interrupted() {
        try (QueryExecutor runs = new QueryExecutor(Sample.limits(60_000))) {
            Thread.currentThread().interrupt();
            assertThat(kind(runs, this::neverEnds)).isIn(FailureKind.BUSY, FailureKind.OUT_OF_TIME);
            assertThat(Thread.interrupted()).isTrue();
            stuck.countDown();
        }
    }

    @Test
    void errors_of_the_virtual_machine_are_failures() {
        try (QueryExecutor runs = new QueryExecutor(Sample.limits(60_000))) {
            assertThat(kind(runs, running -> deep(0))).isEqualTo(FailureKind.TOO_DEEP);
            assertThat(kind(runs, running -> new long[Integer.MAX_VALUE])).isEqualTo(FailureKind.OUT_OF_BUDGET);
            assertThat(kind(runs, running -> {
                        throw new IllegalStateException("inner detail");
                    }))
                    .isEqualTo(FailureKind.FAILED);
        }
    }

    @Test
    void inner_detail_is_not_told() {
        try (QueryExecutor runs = new QueryExecutor(Sample.limits(5_000))) {
            QueryFailedException failure = catchThrowableOfType(
                    QueryFailedException.class, () -> runs.over(data).query(ANY, running -> {
                        throw new IllegalStateException("inner detail");
                    }));
            assertThat(failure.getMessage()).isEqualTo("The query could not be run.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT * { ?a ?b } | 1 | 18 | unexpected \"}\"",
                "SELECT *~{ ?a foo:b ?c } | 2 | 6 | Unresolved prefixed name: foo:b",
                "SELECT * { ?a ?b 'x } | 1 | 22 | Lexical error: found <EOF>",
                "SELECT * { ?a ?b <line 99999999999999999999, column 1> } | 1 | 18 | unexpected",
                "SELECT * { ?a ?b bare } | 1 | 22 | bare",
                "SELECT * { ?a ?b <no blank> } | 1 | 18 | unexpected \"<\"",
                "SELECT ?x (1 AS ?x) {} | 0 | 0 | Duplicate",
                "SELECT ?x { ?a ?b ?c } GROUP BY ?a | 0 | 0 | Non-group key variable",
                "SELECT (SUM(?x) AS ?y) ?z { } | 0 | 0 | Non-group key variable",
                "SELECT * { ?a ?b ?c FILTER(REGEX(?c, '(')) } | 0 | 0 | pattern exception: Unclosed group",
                "~ | 1 | 1 | the text ends too soon",
            })
    void syntax_error_is_one_sentence_with_its_place(String text, long line, long column, String message) {
        try (QueryExecutor runs = new QueryExecutor(Sample.limits(5_000))) {
            QueryFailedException failure = catchThrowableOfType(QueryFailedException.class, () -> runs.over(data)
                    .query(QueryRequest.of(text.replace('~', '\n'), Sample.BASE), ResultReaders.table(1)));
            assertThat(failure.kind()).isEqualTo(FailureKind.SYNTAX);
            assertThat(failure.getMessage())
                    .startsWith("The query does not parse")
                    .contains(message)
                    .endsWith(".")
                    .doesNotContain("\n", "Was expecting", "Exception");
            assertThat(failure.line()).isEqualTo(line);
            assertThat(failure.column()).isEqualTo(column);
        }
    }

    @Test
    void relative_iris_are_resolved_against_the_base() {
        try (QueryExecutor runs = new QueryExecutor(Sample.limits(5_000))) {
            Table table = runs.over(data)
                    .query(QueryRequest.of("SELECT ?y { <a> <year> ?y }", Sample.BASE), ResultReaders.table(9));
            assertThat(table.rows()).hasSize(1);
        }
    }

    private Object neverEnds(Object running) {
        boolean open = false;
        while (!open) {
            try {
                stuck.await();
                open = true;
            } catch (InterruptedException e) {
                // a thread that does not heed
            }
        }
        return running;
    }

    private static int deep(int depth) {
        return depth == Integer.MAX_VALUE ? 0 : 1 + deep(depth + 1);
    }

    private FailureKind kind(QueryExecutor runs, ResultReader<?> reader) {
        return catchThrowableOfType(
                        QueryFailedException.class, () -> runs.over(data).query(ANY, reader))
                .kind();
    }

    private static void awaitNone(QueryExecutor runs) throws InterruptedException {
        for (int i = 0; i < 1500 && runs.running() > 0; i++) {
            Thread.sleep(10);
        }
        assertThat(runs.running()).isZero();
    }
}
