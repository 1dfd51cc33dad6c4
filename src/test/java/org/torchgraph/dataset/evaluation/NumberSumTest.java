package org.torchgraph.dataset.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.sparql.util.FmtUtils;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torchgraph.dataset.numbered.NumberedData;
import org.torchgraph.dataset.run.QueriedData;
import org.torchgraph.dataset.run.QueryExecutor;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.query.Sample;

class NumberSumTest {
    @AutoClose
    private final QueryExecutor executor = new QueryExecutor(Sample.limits(20_000));

    private final QueriedData data = new QueriedData(new NumberedData().build());

    /** Returns the values of a column in Turtle, "none" where a row has no value. */
    private List<String> column(String query) {
        return executor
                .over(data)
                .query(Sample.query("PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>" + query), ResultReaders.table(9))
                .rows()
                .stream()
                .map(row -> row.get(0) == null ? "none" : FmtUtils.stringForNode(row.get(0)))
                .toList();
    }

    private String value(String aggregate, String values) {
        return column("SELECT (" + aggregate + " AS ?r) { VALUES ?v { " + values + " } }")
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 2 3 | 6",
                "0.1 0.2 | 0.3",
                "1 0.50 | 1.5",
                "99999999999999999999 1 | 100000000000000000000",
                "-2147483648 -2147483648 | -4294967296",
                "1 1e0 | 2.0e0",
                "1e0 0.5 1 | 2.5e0",
                "1 'a' 2 | none",
                "1 UNDEF 2 | none",
            })
    void a_sum_is_exact_and_has_the_datatype_of_arithmetic(String values, String sum) {
        assertThat(value("SUM(?v)", values)).isEqualTo(sum);
    }

    @Test
    void the_sum_of_one_number_is_that_number_as_it_is_written() {
        assertThat(value("SUM(?v)", "'007'^^xsd:int")).isEqualTo("\"007\"^^xsd:int");
    }

    @Test
    void a_mean_is_exact_where_it_can_be() {
        assertThat(value("AVG(?v)", "1 2")).isEqualTo("1.5");
        assertThat(value("AVG(?v)", "'a' 2")).isEqualTo("none");
        assertThat(value("AVG(?v * 2)", "1 2")).isEqualTo("3.0");
    }

    @Test
    void the_sum_and_the_mean_of_no_rows_are_zero() {
        assertThat(value("SUM(?v)", "")).isEqualTo("0");
        assertThat(value("AVG(?v)", "")).isEqualTo("0");
    }

    @Test
    void each_group_has_its_own_sum() {
        assertThat(column("SELECT (SUM(?v) AS ?s) { VALUES (?g ?v) { (1 1) (2 5) (1 2) (2 'x') (3 0.5) } }"
                        + " GROUP BY ?g ORDER BY ?g"))
                .containsExactly("3", "none", "0.5");
    }
}
