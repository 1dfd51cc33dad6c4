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
import org.torchgraph.messages.Code;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.messages.Language;

class ProblemTest {

    private static JsonObject read(Problem problem) {
        return read(problem, Language.EN);
    }

    private static JsonObject read(Problem problem, Language language) {
        try (var reader = Json.createReader(new StringReader(problem.toJson("/about", language)))) {
            return reader.readObject();
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_has_its_place_on_the_about_page(Problem.ProblemKind kind) {
        JsonObject json = read(Problem.of(kind, Code.SERVER_FAULT));
        assertThat(json.keySet()).containsExactly("type", "title", "status", "detail", "code");
        assertThat(json.getString("type")).matches("/about#[a-z]+(-[a-z]+)*");
        assertThat(json.getInt("status")).isBetween(400, 507);
        assertThat(kind.title(Language.EN)).isNotBlank().doesNotEndWith(".");
        assertThat(kind.title(Language.ZH)).isNotBlank().doesNotEndWith("。");
    }

    @Test
    void titles_tell_kinds_apart() {
        for (Language language : InterfaceLanguages.BUNDLED.all()) {
            assertThat(Stream.of(Problem.ProblemKind.values()).map(kind -> kind.title(language)))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void detail_of_any_text_stays_one_json_string() {
        String text = "Line 1: \"}\n</script>\u0000\u2028 高新区 🔥 \\";
        assertThat(read(Problem.of(Problem.ProblemKind.NOT_FOUND, Code.NO_FILE, text))
                        .getString("detail"))
                .isEqualTo("There is no file " + text + ".");
    }

    @Test
    void it_reads_in_a_language_and_its_code_in_none() {
        Problem problem = Problem.of(Problem.ProblemKind.NOT_FOUND, Code.NO_GRAPH, "urn:x:y");
        JsonObject english = read(problem, Language.EN);
        JsonObject chinese = read(problem, Language.ZH);
        assertThat(english.getString("detail")).isEqualTo("There is no graph <urn:x:y>.");
        assertThat(chinese.getString("detail")).isEqualTo("没有图 <urn:x:y>。");
        assertThat(chinese.getString("title")).isEqualTo("没有关于它的记载");
        assertThat(chinese.getString("code"))
                .isEqualTo(english.getString("code"))
                .isEqualTo("no-graph");
        assertThat(chinese.getString("type")).isEqualTo(english.getString("type"));
    }

    @Test
    void place_and_parameter_are_members() {
        JsonObject json = read(Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.PARAMETER_REPEATED, "year")
                .at(3, 14)
                .about("year"));
        assertThat(json.getInt("line")).isEqualTo(3);
        assertThat(json.getInt("column")).isEqualTo(14);
        assertThat(json.getString("parameter")).isEqualTo("year");
    }

    @Test
    void nothing_in_it_begins_an_element() {
        Problem problem = Problem.of(Problem.ProblemKind.GONE, Code.WITHDRAWN, "<script>")
                .about("<b>")
                .replacedBy("urn:x:<i>");
        assertThat(problem.toJson("/about", Language.EN)).doesNotContain("<");
        assertThat(read(problem).getString("detail")).isEqualTo("<<script>> was withdrawn.");
        assertThat(read(problem).getString("successor")).isEqualTo("urn:x:<i>");
    }

    @Test
    void not_acceptable_names_what_is_offered() {
        Problem problem = Problem.notAcceptable(List.of("text/turtle", "text/html"));
        assertThat(problem.message().in(Language.EN)).isEqualTo("Offered are text/turtle, text/html.");
        assertThat(read(problem).getJsonArray("offered")).hasSize(2);
    }

    @Test
    void method_not_allowed_names_the_methods() {
        Problem problem = Problem.methodNotAllowed("PUT", List.of("GET", "HEAD"));
        assertThat(problem.kind().status()).isEqualTo(405);
        assertThat(problem.allow()).containsExactly("GET", "HEAD");
        assertThat(problem.message().in(Language.EN)).isEqualTo("PUT is not supported here; use GET, HEAD.");
    }

    @Test
    void exception_carries_its_problem() {
        Problem problem = Problem.of(Problem.ProblemKind.NOT_FOUND, Code.NO_GRAPH, "urn:x:y");
        assertThat(problem.exception().problem()).isSameAs(problem);
        assertThat(problem.exception())
                .hasMessage("NOT_FOUND: There is no graph <urn:x:y>.")
                .hasNoCause();
    }
}
