package org.torchgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

    private static JsonObject read(Problem problem) {
        try (var reader = Json.createReader(new StringReader(problem.toJson(Mount.ROOT)))) {
            return reader.readObject();
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_has_its_place_on_the_about_page(Problem.Kind kind) {
        JsonObject json = read(Problem.of(kind, "Why."));
        assertThat(json.keySet()).containsExactly("type", "title", "status", "detail");
        assertThat(json.getString("type")).matches("/about#[a-z]+(-[a-z]+)*");
        assertThat(json.getInt("status")).isBetween(400, 504);
        assertThat(kind.title()).isNotBlank().doesNotEndWith(".");
    }

    @Test
    void titles_tell_kinds_apart() {
        assertThat(Stream.of(Problem.Kind.values()).map(Problem.Kind::title)).doesNotHaveDuplicates();
    }

    @Test
    void detail_of_any_text_stays_one_json_string() {
        String detail = "Line 1: \"}\n</script>\u0000\u2028 高新区 🔥 \\";
        assertThat(read(Problem.of(Problem.Kind.BAD_QUERY, detail)).getString("detail"))
                .isEqualTo(detail);
    }

    @Test
    void place_and_parameter_are_members() {
        JsonObject json =
                read(Problem.of(Problem.Kind.BAD_PARAMETER, "No.").at(3, 14).about("year"));
        assertThat(json.getInt("line")).isEqualTo(3);
        assertThat(json.getInt("column")).isEqualTo(14);
        assertThat(json.getString("parameter")).isEqualTo("year");
    }

    @Test
    void nothing_in_it_begins_an_element() {
        Problem problem = Problem.of(Problem.Kind.GONE, "<script>").about("<b>").replacedBy("urn:x:<i>");
        assertThat(problem.toJson(Mount.ROOT)).doesNotContain("<");
        assertThat(read(problem).getString("detail")).isEqualTo("<script>");
        assertThat(read(problem).getString("successor")).isEqualTo("urn:x:<i>");
    }

    @Test
    void not_acceptable_names_what_is_offered() {
        Problem problem = Problem.notAcceptable(List.of("text/turtle", "text/html"));
        assertThat(problem.detail()).isEqualTo("Offered are text/turtle, text/html.");
        assertThat(read(problem).getJsonArray("offered")).hasSize(2);
    }

    @Test
    void method_not_allowed_names_the_methods() {
        Problem problem = Problem.methodNotAllowed("PUT", List.of("GET", "HEAD"));
        assertThat(problem.kind().status()).isEqualTo(405);
        assertThat(problem.allow()).containsExactly("GET", "HEAD");
        assertThat(problem.detail()).isEqualTo("PUT is not supported here; use GET, HEAD.");
    }

    @Test
    void exception_carries_its_problem() {
        Problem problem = Problem.of(Problem.Kind.NOT_FOUND, "Nothing here.");
        assertThat(problem.exception().problem()).isSameAs(problem);
        assertThat(problem.exception()).hasMessage("NOT_FOUND: Nothing here.").hasNoCause();
    }
}
