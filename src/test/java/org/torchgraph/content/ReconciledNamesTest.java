package org.torchgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.Checkout;
import org.torchgraph.kit.TestSite;

/** Two hundred zones, titles, document numbers and bodies, as people write them. */
class ReconciledNamesTest {
    private static final String BASE = "https://w3id.org/torchgraph/id/";
    private static final String FORM = "application/x-www-form-urlencoded";

    @AutoClose
    private static final TestSite site =
            TestSite.of(Checkout.read(), TestSite.seconds(60)).searchable();

    private record WrittenName(String type, String name, String meant) {}

    private static List<WrittenName> names() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/reconciliation/names.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(cells -> new WrittenName(cells[0], cells[1], BASE + cells[2]))
                .toList();
    }

    private static JsonObject matched(List<WrittenName> names, boolean typed) {
        JsonObjectBuilder batch = Json.createObjectBuilder();
        for (int at = 0; at < names.size(); at++) {
            JsonObjectBuilder query = Json.createObjectBuilder()
                    .add("query", names.get(at).name())
                    .add("limit", 3);
            batch.add("q" + at, typed ? query.add("type", names.get(at).type()).add("type_strict", "should") : query);
        }
        HttpResponse<String> answer = site.post(
                "/reconcile",
                FORM,
                "queries=" + PercentEncoding.value(batch.build().toString()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_two_hundred_names_nineteen_in_twenty_have_the_thing_that_is_meant_first(boolean typed) throws IOException {
        List<WrittenName> names = names();
        assertThat(names).hasSize(200);
        JsonObject results = matched(names, typed);
        List<String> wrong = new ArrayList<>();
        List<String> surelyWrong = new ArrayList<>();
        for (int at = 0; at < names.size(); at++) {
            JsonArray candidates = results.getJsonObject("q" + at).getJsonArray("result");
            String first = first(results, at);
            if (!first.equals(names.get(at).meant())) {
                wrong.add(names.get(at).name() + " is not " + first);
                if (!candidates.isEmpty() && candidates.getJsonObject(0).getBoolean("match")) {
                    surelyWrong.add(names.get(at).name());
                }
            }
        }
        assertThat(wrong)
                .as("%d wrong: %s", wrong.size(), String.join("\n", wrong))
                .hasSizeLessThanOrEqualTo(10);
        if (typed) {
            assertThat(surelyWrong).isEmpty();
        }
    }

    @Test
    void of_a_thousand_names_with_marks_after_them_nineteen_in_twenty_have_the_thing_that_is_meant_first()
            throws IOException {
        List<WrittenName> thousand = new ArrayList<>();
        for (WrittenName name : names()) {
            for (String mark : List.of("", " ", "。", "?", " (x)")) {
                thousand.add(new WrittenName(name.type(), name.name() + mark, name.meant()));
            }
        }
        assertThat(thousand).hasSize(1000);
        JsonObject results = matched(thousand, true);
        assertThat(results).hasSize(1000);
        List<String> wrong = new ArrayList<>();
        for (int at = 0; at < thousand.size(); at++) {
            if (!first(results, at).equals(thousand.get(at).meant())) {
                wrong.add(thousand.get(at).name());
            }
        }
        assertThat(wrong).as(String.join("\n", wrong)).hasSizeLessThanOrEqualTo(50);
    }

    private static String first(JsonObject results, int at) {
        JsonArray candidates = results.getJsonObject("q" + at).getJsonArray("result");
        return candidates.isEmpty() ? "" : candidates.getJsonObject(0).getString("id");
    }

    @ParameterizedTest
    @CsvSource({
        "Shenzhen High-Tech Zone, zone/shenzhen",
        "Shenzhen Hi-Tech Zone, zone/shenzhen",
        "Shenzhen zone, zone/shenzhen",
        "深圳高新区, zone/shenzhen",
        "Tianjin Binhai Hi-tech park, zone/tianjin-binhai"
    })
    void the_rare_word_of_a_name_leads(String name, String meant) {
        JsonObject results = matched(List.of(new WrittenName("", name, "")), false);
        assertThat(first(results, 0)).isEqualTo(BASE + meant);
    }
}
