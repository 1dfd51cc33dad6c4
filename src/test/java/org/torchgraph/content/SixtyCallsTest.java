package org.torchgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.torchgraph.kit.Checkout;
import org.torchgraph.kit.TestSite;

/** Sixty calls of an assistant, thirty in each language. */
class SixtyCallsTest {
    @AutoClose
    private static final TestSite site =
            TestSite.of(Checkout.read(), TestSite.seconds(60)).searchable();

    private record ScriptedCall(String tool, JsonObject arguments, String language, String expected) {}

    private static List<ScriptedCall> calls() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/mcp/calls.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .flatMap(cells -> Stream.of("en", "zh")
                        .map(language -> new ScriptedCall(cells[0], object(cells[1]), language, cells[2])))
                .toList();
    }

    private static JsonObject object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private static HttpResponse<String> reply(ScriptedCall call) {
        JsonObject arguments = Json.createObjectBuilder(call.arguments())
                .add("language", call.language())
                .build();
        return site.post(
                "/mcp",
                "application/json",
                Json.createObjectBuilder()
                        .add("jsonrpc", "2.0")
                        .add("id", 1)
                        .add("method", "tools/call")
                        .add(
                                "params",
                                Json.createObjectBuilder()
                                        .add("name", call.tool())
                                        .add("arguments", arguments))
                        .build()
                        .toString());
    }

    @Test
    void there_are_sixty() throws IOException {
        assertThat(calls()).hasSize(60).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void no_answer_is_without_version_or_bare_and_evidence_is_there_where_the_data_have_it(ScriptedCall call) {
        HttpResponse<String> reply = reply(call);
        assertThat(reply.statusCode()).isEqualTo(200);
        JsonObject result = object(reply.body()).getJsonObject("result");
        JsonObject content = result.getJsonObject("structuredContent");
        String text = result.getJsonArray("content").getJsonObject(0).getString("text");
        assertThat(content.getString("version"))
                .isEqualTo(reply.headers().firstValue("Torchgraph-Version").orElseThrow());
        assertThat(result.getBoolean("isError", false))
                .isEqualTo(call.expected().equals("error"));
        if (call.expected().equals("error")) {
            assertThat(content.getJsonObject("error").getString("recovery")).isNotBlank();
            return;
        }
        assertThat(content.getString("language")).isEqualTo(call.language());
        assertThat(text).contains(content.getString("version"));
        assertThat(text).contains(call.language().equals("zh") ? "的版本 " : "Version ");
        if (call.expected().equals("empty")) {
            JsonObject empty = content.getJsonObject("empty");
            assertThat(empty.getString("words")).isNotBlank();
            assertThat(empty.getString("recovery")).isNotBlank();
            assertThat(text).contains(empty.getString("words"), empty.getString("recovery"));
            return;
        }
        assertThat(content).doesNotContainKey("empty");
        assertThat(text).contains("<https://w3id.org/torchgraph/");
        if (call.expected().equals("evidence")) {
            assertThat(rests(content)).isTrue();
        }
    }

    /** Returns whether a passage or a source is named anywhere. */
    private static boolean rests(JsonValue value) {
        return switch (value) {
            case JsonObject object ->
                object.containsKey("passages")
                        || object.containsKey("sources")
                        || object.values().stream().anyMatch(SixtyCallsTest::rests);
            case JsonStructure array -> array.asJsonArray().stream().anyMatch(SixtyCallsTest::rests);
            default -> false;
        };
    }

    @Test
    void the_same_call_has_the_same_answer() throws IOException {
        ScriptedCall call = calls().get(0);
        assertThat(reply(call).body()).isEqualTo(reply(call).body());
    }

    @Test
    void each_question_answers_its_defaults_in_words_that_are_not_bare() {
        for (String name : questions()) {
            HttpResponse<String> reply = reply(new ScriptedCall(name, JsonValue.EMPTY_JSON_OBJECT, "zh", "answer"));
            JsonObject result = object(reply.body()).getJsonObject("result");
            JsonObject content = result.getJsonObject("structuredContent");
            assertThat(result.getBoolean("isError", false)).as(name).isFalse();
            boolean rows = !content.getJsonObject("answer").getJsonArray("rows").isEmpty();
            assertThat(rows || content.containsKey("empty")).as(name).isTrue();
        }
    }

    private static List<String> questions() {
        try (Stream<Path> files = Files.list(Path.of("queries"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".rq"))
                    .map(name -> name.substring(0, name.length() - 3))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
