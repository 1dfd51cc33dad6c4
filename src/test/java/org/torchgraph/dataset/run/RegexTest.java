package org.torchgraph.dataset.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.query.Sample;
import org.torchgraph.query.Table;

class RegexTest {
    private static final int MILLIS = 150;

    private final QueriedData data = Sample.policies();

    /** HARD stands for a match that would take years, on a label of 60 letters. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { :b :label ?l FILTER(HARD) }",
                "SELECT * { :b :label ?l FILTER(1 = 1 && !HARD) }",
                "SELECT * { :b :label ?l BIND(HARD AS ?x) }",
                "SELECT (HARD AS ?x) { :b :label ?l }",
                "SELECT (SUM(IF(HARD, 1, 2)) AS ?x) { :b :label ?l }",
                "SELECT ?l { :b :label ?l } GROUP BY ?l HAVING (HARD)",
                "SELECT ?l { :b :label ?l } GROUP BY ?l HAVING (COUNT(*) > 0) (HARD)",
                "SELECT (COUNT(*) AS ?n) { :b :label ?l } GROUP BY (HARD)",
                "SELECT ?l { { :b :label ?l } UNION { :a :label ?l } } ORDER BY (HARD)",
                "SELECT * { { SELECT ?l { :b :label ?l FILTER(HARD) } } }",
                "SELECT * { { SELECT (MAX(HARD) AS ?x) { :b :label ?l } } }",
                "SELECT * { :b :year ?y FILTER EXISTS { :b :label ?l FILTER(HARD) } }",
                "SELECT * { :b :year ?y FILTER NOT EXISTS { { SELECT * { :b :label ?l FILTER(HARD) } } } }",
                "SELECT (EXISTS { :b :label ?l FILTER(HARD) } AS ?x) {}",
                "SELECT * { :b :year ?y OPTIONAL { :b :label ?l FILTER(HARD) } }",
                "SELECT * { ?b :year ?y MINUS { ?b :label ?l FILTER(HARD) } }",
                "SELECT * { GRAPH ?g { :b :label ?l FILTER(HARD) } }",
                "SELECT * { { :b :label ?l FILTER(HARD) } UNION {} }",
                "ASK { :b :label ?l FILTER(HARD) }",
                "CONSTRUCT WHERE { :b :label ?l } HAVING (HARD)",
                "CONSTRUCT { :x :y ?x } WHERE { :b :label ?l BIND(HARD AS ?x) }",
                "DESCRIBE ?b { ?b :label ?l FILTER(HARD) }",
            })
    void hard_regex_stops_at_the_deadline(String text) {
        stops(text.replace("HARD", "REGEX(?l, \"^(.*a){12}$\")"));
        stops(text.replace("HARD", "(\"x\" = REPLACE(?l, \"^(.*a){12}$\", \"\"))"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REGEX(?l, \"^(a*)*\\\\1\\\\1c$\")",
                "REGEX(?l, ?pattern)",
                "REGEX(?l, \"^(.*A){12}$\", \"i\")",
                "<http://www.w3.org/2005/xpath-functions#matches>(?l, \"^(.*a){12}$\")",
                "\"\" = <http://www.w3.org/2005/xpath-functions#replace>(?l, ?pattern, \"\")",
                "<http://www.w3.org/ns/sparql#regex>(?l, \"^(.*a){12}$\")",
                "\"\" = <http://www.w3.org/ns/sparql#replace>(?l, ?pattern, \"\")",
                "REGEX(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\", \"^(.*a){12}$\")",
            })
    void every_form_of_hard_regex_stops(String hard) {
        stops("SELECT * { BIND(\"^(.*a){12}$\" AS ?pattern) :b :label ?l FILTER(" + hard + ") }");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`REGEX('abc', 'B')`,false",
                "`REGEX('abc', 'B', 'i')`,true",
                "`REGEX('a.c', 'a.c', 'q')`,true",
                "`REGEX('abc', 'a.c', 'q')`,false",
                "`REGEX('a\\nb', '^b$', 'm')`,true",
                "`REGEX('a\\nb', 'a.b')`,false",
                "`REGEX('a\\nb', 'a.b', 's')`,true",
                "`REGEX('ab', 'a b', 'x')`,true",
                "`REGEX('火炬计划', '火.')`,true",
                "`REGEX('火炬'@zh, '火')`,true",
                "`REGEX(1, '1')`,",
                "`REGEX('a', '(')`,",
                "`REGEX('a', 'a', 'z')`,",
                "`REGEX('a', CONCAT('(', ''))`,",
                "`REPLACE('abcab', 'b', 'Z')`,aZcaZ",
                "`REPLACE('abcab', 'B', 'Z', 'i')`,aZcaZ",
                "`REPLACE('abc', '(b)', '[$1]')`,a[b]c",
                "`REPLACE('abc', 'x', 'y')`,abc",
                "`REPLACE('a.c', '.', 'y', 'q')`,ayc",
                "`REPLACE('', '.*', 'x')`,x",
                "`REPLACE('abc', '.*', 'x')`,x",
                "`REPLACE('abc', 'b', '$9')`,",
                "`LANG(REPLACE('abc'@en, 'b', 'x'))`,en",
                "`LANG(REPLACE('abc'@en, 'x', 'y'))`,en",
            })
    void regex_and_replace_are_those_of_sparql(String expression, String value) {
        QueryExecutor runs = new QueryExecutor(Sample.limits(5_000));
        Table table;
        try {
            table = runs.over(data).query(Sample.query("SELECT (" + expression + " AS ?x) {}"), ResultReaders.table(1));
        } catch (QueryFailedException e) {
            // a constant pattern that is no regular expression is told at once
            assertThat(e.kind()).isEqualTo(QueryFailedException.FailureKind.SYNTAX);
            assertThat(value).isNull();
            return;
        }
        if (value == null) {
            assertThat(table.rows().get(0).get(0)).isNull();
        } else {
            assertThat(table.rows().get(0).get(0).getLiteralLexicalForm()).isEqualTo(value);
        }
    }

    @Test
    void many_hard_regexes_leave_no_thread_behind() throws InterruptedException {
        QueryExecutor runs = new QueryExecutor(Sample.limits(MILLIS));
        for (int i = 0; i < 8; i++) {
            catchThrowableOfType(QueryFailedException.class, () -> runs.over(data)
                    .query(
                            Sample.query("ASK { ?b :label ?l FILTER REGEX(?l, '^(.*a){12}$') }"),
                            ResultReaders.table(1)));
        }
        for (int i = 0; i < 750 && runs.running() > 0; i++) {
            Thread.sleep(20);
        }
        assertThat(runs.running()).isZero();
    }

    private void stops(String text) {
        try (QueryExecutor runs = new QueryExecutor(Sample.limits(MILLIS))) {
            long start = System.nanoTime();
            QueryFailedException failure = catchThrowableOfType(QueryFailedException.class, () -> runs.over(data)
                    .query(Sample.query(text), ResultReaders.table(9)));
            assertThat(failure).as(text).isNotNull();
            assertThat(failure.kind()).as(text).isEqualTo(QueryFailedException.FailureKind.OUT_OF_TIME);
            while (runs.running() > 0) {
                assertThat(Duration.ofNanos(System.nanoTime() - start)).as(text).isLessThan(Duration.ofSeconds(15));
                Thread.onSpinWait();
            }
        }
    }
}
