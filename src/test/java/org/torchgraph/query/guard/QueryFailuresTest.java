package org.torchgraph.query.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torchgraph.query.QueryFailedException.FailureKind.FAILED;
import static org.torchgraph.query.QueryFailedException.FailureKind.OUT_OF_BUDGET;
import static org.torchgraph.query.QueryFailedException.FailureKind.OUT_OF_TIME;
import static org.torchgraph.query.QueryFailedException.FailureKind.SYNTAX;
import static org.torchgraph.query.QueryFailedException.FailureKind.TOO_DEEP;

import java.time.Duration;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryFailedException;

class QueryFailuresTest {
    private static final Limits LIMITS = Limits.standard().within(Duration.ofMillis(1500));

    private static QueryFailedException parsed(String query) {
        try {
            QueryFactory.create(query);
        } catch (QueryParseException wrong) {
            return QueryFailures.ofText(wrong);
        }
        throw new AssertionError("it parses: " + query);
    }

    private static QueryFailedException ran(Throwable thrown) {
        return QueryFailures.ofRun(thrown, LIMITS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * { ?s ?p } | at line 1, column 18: unexpected \"}\"",
                "SELECT * { ?s ?p | at line 1, column 16: the text ends too soon",
                "ASK { ?s no:where ?o } | at line 1, column 10: Unresolved prefixed name: no:where",
                "ASK { ?s ?p \u0001 } | at line 1, column 13: Lexical error",
                "ASK { ?s \"at line 7, column 9\" ?o } | at line 1, column 10: unexpected"
            })
    void a_text_that_does_not_parse_is_placed_and_says_what_is_unexpected(String query, String words) {
        QueryFailedException failure = parsed(query);
        assertThat(failure.kind()).isEqualTo(SYNTAX);
        assertThat(failure).hasMessageContaining(words);
        assertThat(failure.getMessage()).doesNotContain("Was expecting", "Exception", "\n");
        assertThat(failure.line()).isEqualTo(1);
    }

    @Test
    void what_the_parser_quotes_is_shortened() {
        QueryFailedException failure = parsed("ASK { ?s ?p no:" + "x".repeat(5000) + " }");
        assertThat(failure.getMessage().length()).isLessThan(400);
        assertThat(failure.getMessage()).endsWith("….");
    }

    @Test
    void a_query_that_is_cancelled_ran_out_of_its_time() {
        assertThat(ran(new QueryCancelledException()).kind()).isEqualTo(OUT_OF_TIME);
        assertThat(ran(new IllegalStateException(new QueryCancelledException())))
                .hasMessageContaining("within 1.5 s");
        assertThat(QueryFailures.outOfTime(Limits.standard().within(Duration.ofSeconds(30))))
                .hasMessageContaining("within 30 s");
    }

    @Test
    void what_the_virtual_machine_lacks_is_no_fault_of_the_program() {
        assertThat(ran(new StackOverflowError()).kind()).isEqualTo(TOO_DEEP);
        assertThat(ran(new RuntimeException(new OutOfMemoryError())).kind()).isEqualTo(OUT_OF_BUDGET);
        assertThat(QueryFailures.ofText(new RuntimeException(new StackOverflowError()))
                        .kind())
                .isEqualTo(TOO_DEEP);
    }

    @Test
    void a_query_that_cannot_be_built_is_the_clients_and_anything_else_is_not_told() {
        QueryFailedException built = ran(new QueryBuildException("too many arguments"));
        assertThat(built.kind()).isEqualTo(SYNTAX);
        assertThat(built).hasMessageContaining("too many arguments");
        QueryFailedException other = ran(new IllegalStateException("a secret of the program"));
        assertThat(other.kind()).isEqualTo(FAILED);
        assertThat(other.getMessage()).doesNotContain("secret");
    }

    @Test
    void a_failure_inside_another_exception_stays_what_it_is() {
        QueryFailedException busy = QueryFailures.busy(LIMITS);
        assertThat(ran(new IllegalStateException(busy))).isSameAs(busy);
    }
}
