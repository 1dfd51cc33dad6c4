package org.torchgraph.dataset.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.dataset.numbered.NumberedData;
import org.torchgraph.dataset.run.QueriedData;
import org.torchgraph.dataset.run.QueryExecutor;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryFailedException.FailureKind;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReader;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.query.Sample;

/** Things 0 to 19,999 with the property {@code :n} to the next, of which the last has none. */
class BriefQueriesTest {
    private static final int THINGS = 20_000;

    private final QueryExecutor executor = new QueryExecutor(Sample.limits(20_000));
    private final QueriedData data = new QueriedData(data());
    private final AtomicInteger readings = new AtomicInteger();

    private static DatasetGraph data() {
        NumberedData data = new NumberedData();
        for (int thing = 0; thing < THINGS - 1; thing++) {
            data.add(Quad.create(Sample.node("graph"), Sample.node(thing), Sample.node("n"), Sample.node(thing + 1)));
        }
        return data.build();
    }

    @AfterEach
    void end() {
        executor.close();
    }

    /** Returns whether a query was read to its end in this thread; it counts the readings that began. */
    private boolean isHere(QueryRequest query, int rows) {
        ResultReader<Thread> reader = running -> {
            readings.incrementAndGet();
            assertThat(ResultReaders.table(Integer.MAX_VALUE).read(running).rows())
                    .hasSize(rows);
            return Thread.currentThread();
        };
        return executor.over(data).query(query, reader) == Thread.currentThread();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ?o { :7 :n ?o }",
                "SELECT ?s { ?s :n/:n :7 }",
                "ASK { :7 :n :8 }",
                "SELECT * { VALUES ?s { :3 } ?s :n ?o FILTER NOT EXISTS { ?o :n :3 } }",
                "CONSTRUCT WHERE { :7 :n ?o }",
                "SELECT (COUNT(*) AS ?c) { :19000 :n* ?o }"
            })
    void a_query_that_takes_few_steps_runs_in_the_thread_of_its_asker(String query) {
        assertThat(isHere(Sample.query(query), 1)).isTrue();
        assertThat(readings).hasValue(1);
    }

    @Test
    void a_query_over_many_rows_runs_in_another_thread_and_has_each_row_once() {
        assertThat(isHere(Sample.query("SELECT * { ?s :n ?o }"), THINGS - 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?c) { :0 :n* ?o }",
                "SELECT * { :0 :n ?o FILTER EXISTS { ?o :n* :19999 } }",
                "SELECT * { :7 :n ?o FILTER REGEX(STR(?o), '8$') }",
                "SELECT (REPLACE(STR(?o), '8', '9') AS ?r) { :7 :n ?o }",
                "DESCRIBE :7",
                "SELECT * { GRAPH ?g { :7 :n ?o } }",
            })
    void a_query_whose_rows_may_take_long_runs_in_another_thread(String query) {
        assertThat(isHere(Sample.query(query), 1)).isFalse();
    }

    @Test
    void a_long_text_runs_in_another_thread() {
        assertThat(isHere(Sample.query("SELECT ?o { :7 :n ?o } #" + "x".repeat(5000)), 1))
                .isFalse();
    }

    @Test
    void a_query_in_the_thread_of_its_asker_takes_bindings() {
        QueryRequest query =
                Sample.query("SELECT ?o { ?this :n ?o }").binding(Map.of(Var.alloc("this"), Sample.node("7")));
        assertThat(isHere(query, 1)).isTrue();
    }

    @Test
    void a_failure_in_the_thread_of_the_asker_is_that_of_the_query_and_counted() {
        assertThatThrownBy(() -> executor.over(data).query(Sample.query("SELECT ?o { :7 :n ?o }"), running -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOfSatisfying(QueryFailedException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.FAILED));
        assertThat(executor.activity().failed()).containsEntry(FailureKind.FAILED, 1L);
        assertThat(executor.activity().answered()).isZero();
    }
}
