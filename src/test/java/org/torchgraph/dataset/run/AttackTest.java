package org.torchgraph.dataset.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.torchgraph.query.QueryFailedException.FailureKind.OUT_OF_BUDGET;
import static org.torchgraph.query.QueryFailedException.FailureKind.OUT_OF_TIME;
import static org.torchgraph.query.QueryFailedException.FailureKind.TOO_LONG;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryFailedException.FailureKind;
import org.torchgraph.query.ResultFormat;
import org.torchgraph.query.ResultReader;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.query.Sample;
import org.torchgraph.query.Table;

/** Queries meant to do harm end in a failure of the right kind by the deadline, and others run on. */
class AttackTest {
    private static final int MILLIS = 700;
    /** Without a deadline none of these ends; what it takes to be told so on a busy machine is no matter here. */
    private static final Duration AT_LAST = Duration.ofSeconds(15);

    private static final QueriedData CLIQUE = Sample.clique(60);

    @AutoClose
    private final QueryExecutor runs = new QueryExecutor(Sample.limits(MILLIS));

    @AfterEach
    void others_run_on_and_no_thread_is_left() throws InterruptedException {
        for (int i = 0; i < 1500 && runs.running() > 0; i++) {
            Thread.sleep(10);
        }
        assertThat(runs.running()).isZero();
        Table answer =
                runs.over(Sample.policies()).query(Sample.query("SELECT ?y { :a :year ?y }"), ResultReaders.table(10));
        assertThat(answer.rows()).hasSize(1);
    }

    @Test
    void cartesian_product_is_out_of_time_or_budget() {
        String text = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
        assertThat(failure(CLIQUE, text, ResultReaders.bytes(ResultFormat.JSON, 8 << 20)))
                .isIn(OUT_OF_BUDGET, OUT_OF_TIME);
        assertThat(failure(CLIQUE, text, ResultReaders.bytes(ResultFormat.JSON, Long.MAX_VALUE)))
                .isEqualTo(OUT_OF_TIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
                "SELECT DISTINCT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
                "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY DESC(?i) ?a",
                "SELECT ?a (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?a ?d ?g",
                "SELECT (GROUP_CONCAT(STR(?a)) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
                "SELECT * { ?a (((:k*)*)*)* ?b . ?c (((:k*)*)*)* ?d . ?e (:k*)* ?f }",
                "SELECT (COUNT(*) AS ?n) { ?a :k/:k/:k/:k/:k/:k/:k/:k ?b }",
                "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a = ?nothing) }",
                "CONSTRUCT { ?a :q ?g } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(CONCAT(STR(?a), STR(?d), STR(?g)) = \"\") }",
                "DESCRIBE ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(CONCAT(STR(?a), STR(?d), STR(?g)) = \"\") }",
            })
    void endless_query_is_out_of_time(String text) {
        assertThat(failure(CLIQUE, text, ResultReaders.table(1_000_000))).isIn(OUT_OF_TIME, OUT_OF_BUDGET);
    }

    @Test
    void closures_of_closures_over_a_clique_end_in_time() {
        runOrFail(CLIQUE, "SELECT (COUNT(*) AS ?n) { ?a (((:k*)*)*)* ?b }");
    }

    @Test
    void path_along_a_long_ring_is_followed_whole() {
        QueryExecutor patient = new QueryExecutor(Sample.limits(15_000));
        Table table = patient.over(Sample.ring(20_000))
                .query(Sample.query("SELECT (COUNT(*) AS ?n) { :0 :p* ?x }"), ResultReaders.table(1));
        assertThat(table.rows().get(0).get(0).getLiteralLexicalForm()).isEqualTo("20000");
    }

    @Test
    void all_pairs_along_a_long_ring_are_out_of_time() {
        assertThat(failure(Sample.ring(20_000), "SELECT (COUNT(*) AS ?n) { ?a :p* ?x }", ResultReaders.table(1)))
                .isIn(OUT_OF_TIME, FailureKind.TOO_DEEP);
    }

    @Test
    void text_of_a_megabyte_is_too_long() {
        assertThat(failure(CLIQUE, "ASK {} # " + "x".repeat(1 << 20), ResultReaders.table(1)))
                .isEqualTo(TOO_LONG);
        assertThat(failure(CLIQUE, "ASK {}" + " UNION {}".repeat(50_000), ResultReaders.table(1)))
                .isEqualTo(TOO_LONG);
    }

    @Test
    void thousands_of_patterns_are_too_long() {
        String path = ":k/".repeat(500) + ":k";
        for (String pattern : List.of(
                ":0 " + ":k/".repeat(20_000) + ":k ?x",
                ("?x " + path + " ?y . ").repeat(10),
                "?x :k ?y . ".repeat(3_000))) {
            assertThat(failure(CLIQUE, "SELECT ?x { " + pattern + "}", ResultReaders.table(1)))
                    .isEqualTo(TOO_LONG);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000, 10_000, 32_000})
    void deep_brackets_are_answered_or_told(int depth) {
        runOrFail(CLIQUE, "SELECT (" + "(".repeat(depth) + "1" + ")".repeat(depth) + " AS ?one) {}");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000, 10_000, 30_000})
    void deep_groups_are_answered_or_told(int depth) {
        runOrFail(CLIQUE, "ASK " + "{".repeat(depth) + "}".repeat(depth));
        runOrFail(CLIQUE, "SELECT ?x { BIND(" + "!".repeat(depth) + "true AS ?x) }");
    }

    @Test
    void long_chains_are_answered_or_told() {
        runOrFail(CLIQUE, "ASK { {}" + " UNION {}".repeat(7_000) + "}");
        runOrFail(CLIQUE, "SELECT ?x {" + " OPTIONAL { ?x :k ?x }".repeat(2_900) + "}");
        runOrFail(CLIQUE, "SELECT ?x { :0 " + ":k/".repeat(1_900) + ":k ?x }");
        runOrFail(CLIQUE, "SELECT ?x { :0 " + ":k|".repeat(20_000) + ":k ?x }");
        runOrFail(CLIQUE, "SELECT (1" + "+1".repeat(30_000) + " AS ?x) {}");
        runOrFail(CLIQUE, "SELECT (true" + "||true".repeat(10_000) + " AS ?x) {}");
    }

    @Test
    void many_values_are_answered() {
        StringBuilder values = new StringBuilder("SELECT ?x { VALUES ?x {");
        for (int i = 0; i < 10_000; i++) {
            values.append(' ').append(i);
        }
        Table table = runs.over(CLIQUE).query(Sample.query(values + "} }"), ResultReaders.table(20_000));
        assertThat(table.rows()).hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONCAT(?v,?v)",
                "REPLACE(?v, \".\", \"$0$0\")",
                "<http://www.w3.org/2005/xpath-functions#concat>(?v,?v)",
                "<http://www.w3.org/2005/xpath-functions#replace>(?v, \".\", \"$0$0\")",
                "<http://www.w3.org/ns/sparql#concat>(?v,?v)",
                "<http://www.w3.org/ns/sparql#replace>(?v, \".\", \"$0$0\")",
            })
    void strings_that_double_are_out_of_budget(String doubling) {
        StringBuilder text = new StringBuilder("SELECT (STRLEN(?v40) AS ?n) { BIND(\"aaaaaaaa\" AS ?v0)");
        for (int i = 0; i < 40; i++) {
            text.append(" BIND(")
                    .append(doubling.replace("?v", "?v" + i))
                    .append(" AS ?v")
                    .append(i + 1)
                    .append(')');
        }
        assertThat(budgetFailure(text + "}")).isEqualTo(OUT_OF_BUDGET);
    }

    @ParameterizedTest
    @CsvSource({"7, ?v * ?v", "7.5, ?v * ?v", "'7', '<http://www.w3.org/ns/sparql#multiply>(?v, ?v)'"})
    void numbers_that_square_are_out_of_budget(String number, String square) {
        StringBuilder text = new StringBuilder("SELECT ?v40 { BIND(" + number + " AS ?v0)");
        for (int i = 0; i < 40; i++) {
            text.append(" BIND(" + square.replace("?v", "?v" + i) + " AS ?v" + (i + 1) + ")");
        }
        assertThat(budgetFailure(text + "}")).isEqualTo(OUT_OF_BUDGET);
    }

    /** With time enough, however busy the machine, to come to the budget. */
    private static FailureKind budgetFailure(String text) {
        try (QueryExecutor patient = new QueryExecutor(Sample.limits(15_000))) {
            return catchThrowableOfType(QueryFailedException.class, () -> patient.over(CLIQUE)
                            .query(Sample.query(text), ResultReaders.table(1)))
                    .kind();
        }
    }

    private FailureKind failure(QueriedData snapshot, String text, ResultReader<?> reader) {
        long start = System.nanoTime();
        QueryFailedException failure = catchThrowableOfType(
                QueryFailedException.class, () -> runs.over(snapshot).query(Sample.query(text), reader));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_LAST);
        assertThat(failure).as("a failure").isNotNull();
        assertThat(failure.getMessage()).endsWith(".").doesNotContain("\n");
        return failure.kind();
    }

    private void runOrFail(QueriedData snapshot, String text) {
        long start = System.nanoTime();
        String outcome;
        try {
            Table table = runs.over(snapshot).query(Sample.query(text), ResultReaders.table(10));
            outcome = table.rows().size() + " rows";
        } catch (QueryFailedException e) {
            outcome = e.kind().name();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_LAST);
        assertThat(outcome).isNotEqualTo("FAILED");
    }
}
