package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** Who made the dataset, as the files for archives name it. */
class CreatorsTest {
    private static final String DATASET =
            """
            <dataset> a <http://www.w3.org/ns/dcat#Dataset> ; void:uriSpace "http://example.org/" ; dct:title "Kites"@en %s .
            <id/editors> a <http://xmlns.com/foaf/0.1/Organization> ; rdfs:label "Kite editors"@en , "风筝编者"@zh .
            <id/ada> a <http://xmlns.com/foaf/0.1/Person> ; rdfs:label "Ada"@en .
            """;

    @TempDir
    Path root;

    private TestSite site(String stated) {
        return TestSite.of(
                PublicationFolder.in(root)
                        .turtle("data/catalog.ttl", DATASET.formatted(stated))
                        .read(),
                TestSite.seconds(20));
    }

    private static JsonObject json(TestSite site, String path) {
        return Json.createReader(new StringReader(site.get(path).body())).readObject();
    }

    private static Map<String, JsonObject> crate(TestSite site) {
        return json(site, "/ro-crate-metadata.json").getJsonArray("@graph").getValuesAs(JsonObject.class).stream()
                .collect(Collectors.toMap(one -> one.getString("@id"), one -> one));
    }

    @Test
    void a_publisher_is_the_creator_where_none_is_stated_in_the_language_of_the_reader() {
        try (TestSite site = site("; dct:publisher <id/editors>")) {
            JsonObject cited = json(site, "/datacite.json?lang=zh");
            assertThat(cited.getJsonArray("creators").toString())
                    .isEqualTo("[{\"name\":\"风筝编者\",\"nameType\":\"Organizational\"}]");
            assertThat(cited.getJsonObject("publisher").getString("name")).isEqualTo("风筝编者");
            JsonObject croissant = json(site, "/croissant.json?lang=en");
            assertThat(croissant.getJsonArray("creator").toString())
                    .isEqualTo(
                            "[{\"@type\":\"sc:Organization\",\"name\":\"Kite editors\",\"url\":\"http://example.org/id/editors\"}]");
            assertThat(site.get("/CITATION.cff?lang=en").body())
                    .contains("authors:\n  - name: \"Kite editors\"\n")
                    .doesNotContain("- name: \"Kites\"");
            Map<String, JsonObject> crate = crate(site);
            assertThat(crate.get(site.url("/")).getJsonArray("author").toString())
                    .isEqualTo("[{\"@id\":\"http://example.org/id/editors\"}]");
            assertThat(crate.get("http://example.org/id/editors").getString("@type"))
                    .isEqualTo("Organization");
        }
    }

    @Test
    void creators_come_before_the_publisher_and_persons_are_persons() {
        try (TestSite site = site("; dct:publisher <id/editors> ; dct:creator <id/ada> , \"Bo\" , [] ")) {
            JsonObject cited = json(site, "/datacite.json?lang=en");
            assertThat(cited.getJsonArray("creators").getValuesAs(JsonObject.class))
                    .extracting(creator -> creator.getString("name") + " " + creator.getString("nameType"))
                    .containsExactlyInAnyOrder("Ada Personal", "Bo Organizational");
            assertThat(cited.getJsonObject("publisher").getString("name")).isEqualTo("Kite editors");
            assertThat(crate(site).get("http://example.org/id/ada").getString("@type"))
                    .isEqualTo("Person");
            assertThat(crate(site)).containsKey("#Bo");
        }
    }

    @Test
    void a_dataset_without_any_of_them_is_named_by_itself() {
        try (TestSite site = site("")) {
            assertThat(json(site, "/datacite.json?lang=en")
                            .getJsonArray("creators")
                            .getJsonObject(0)
                            .getString("name"))
                    .isEqualTo("Kites");
            assertThat(crate(site).get("#Kites").getString("@type")).isEqualTo("Organization");
        }
    }
}
