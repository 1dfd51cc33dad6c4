package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** What the columns of answers hold, as CSVW, Frictionless and Croissant tell it, beside the files themselves. */
class CodebookTest {
    @TempDir
    static Path root;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void start() {
        site = TestSite.of(
                PublicationFolder.in(root)
                        .turtle(
                                "ontology/core.ttl",
                                """
                                <def> a owl:Ontology .
                                <def#Kite> a owl:Class ; rdfs:label "Kite"@en , "风筝"@zh ; rdfs:comment "What flies on a line."@en , "用线放飞的东西。"@zh-Hans .
                                <def#maker> a owl:ObjectProperty ; rdfs:label "maker"@en , "制作者"@zh ; rdfs:comment "Who made it."@en .
                                """)
                        .turtle(
                                "data/kites.ttl",
                                """
                                <dataset> a <http://www.w3.org/ns/dcat#Dataset> ; void:uriSpace "http://example.org/" ; <http://purl.org/dc/terms/title> "Kites"@en ;
                                  <http://purl.org/dc/terms/description> "All kites."@en ; <http://www.w3.org/ns/dcat#version> "1.2.0" ;
                                  <http://purl.org/dc/terms/issued> "2020-01-01"^^xsd:date ; <http://purl.org/dc/terms/license> <https://creativecommons.org/licenses/by/4.0/> .
                                <http://purl.org/dc/terms/created> rdfs:label "day of making"@en .
                                <id/kite/1> a <def#Kite> ; rdfs:label "One, \\"red\\""@en ; <def#maker> <id/maker> ; ex:span 1.5 ; ex:unit "m" ; ex:tails 3 ;
                                  <http://purl.org/dc/terms/created> "2019-05-01"^^xsd:date ; ex:year "2019"^^xsd:gYear ; ex:odd 1 .
                                <id/kite/2> a <def#Kite> ; rdfs:label "Two"@en ; <def#maker> <id/maker> ; ex:span 2 ; ex:unit "m" ; ex:tails 4 ;
                                  <http://purl.org/dc/terms/created> "2020-05-01"^^xsd:date ; ex:year "2020"^^xsd:gYear ; ex:odd "x" .
                                """)
                        .write(
                                "queries/kites.rq",
                                """
                                #+ title.en: Kites
                                #+ title.zh: 风筝
                                #+ description.en: One row for each kite.
                                #+ param: least xsd:integer 0 "fewest tails"
                                #+ column: tails "how many tails it has / 尾数"
                                PREFIX ex: <http://example.org/def#>
                                SELECT ?kite ?maker ?value ?unit ?tails ?created ?year ?odd WHERE {
                                  ?kite a ex:Kite ; ex:maker ?maker ; ex:span ?value ; ex:unit ?unit ; ex:tails ?tails ; ex:year ?year ; ex:odd ?odd ;
                                    <http://purl.org/dc/terms/created> ?created .
                                  FILTER(?tails >= ?least) } ORDER BY ?kite""")
                        .write("queries/is.rq", "#+ title.en: Is there one?\nASK { ?s ?p 1 }")
                        .write("queries/now.rq", "#+ title.en: Now\nSELECT (NOW() AS ?date) {}")
                        .read(),
                TestSite.seconds(20));
    }

    private static JsonObject json(String path) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private static Map<String, JsonObject> columns(JsonObject table) {
        return table.getJsonObject("tableSchema").getJsonArray("columns").getValuesAs(JsonObject.class).stream()
                .collect(Collectors.toMap(
                        column -> column.getString("name"), column -> column, (a, b) -> a, TreeMap::new));
    }

    private static Map<String, String> byLanguage(JsonArray texts) {
        return texts.getValuesAs(JsonObject.class).stream()
                .collect(Collectors.toMap(text -> text.getString("@language"), text -> text.getString("@value")));
    }

    private static List<String> header(String path) {
        return List.of(site.get(path)
                .body()
                .replace("\uFEFF", "")
                .lines()
                .findFirst()
                .orElseThrow()
                .split(","));
    }

    @Test
    void a_csv_file_leads_to_what_its_columns_hold() {
        HttpResponse<String> csv = site.get("/queries/kites.csv?least=4");
        assertThat(String.join(",", csv.headers().allValues("Link")))
                .contains(
                        "</queries/kites.csv-metadata.json?least=4>; rel=\"describedby\"; type=\"application/csvm+json\"");
        assertThat(String.join(",", site.get("/queries/kites.json").headers().allValues("Link")))
                .doesNotContain("csv-metadata");
        HttpResponse<String> answer = site.get("/queries/kites.csv-metadata.json?least=4");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/csvm+json");
        assertThat(answer.headers().firstValue("Torchgraph-Version")).isPresent();
        assertThat(site.get(
                                "/queries/kites.csv-metadata.json?least=4",
                                "If-None-Match",
                                answer.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        JsonObject table = json("/queries/kites.csv-metadata.json?least=4");
        assertThat(table.getString("@context")).isEqualTo("http://www.w3.org/ns/csvw");
        assertThat(table.getString("url")).isEqualTo("kites.csv?least=4");
        assertThat(byLanguage(table.getJsonArray("dc:title"))).isEqualTo(Map.of("en", "Kites", "zh", "风筝"));
        assertThat(table.getJsonObject("dc:license").getString("@id"))
                .isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(table.getJsonObject("dc:source").getString("@id"))
                .isEqualTo("http://example.org/queries/kites?least=4");
    }

    @Test
    void the_headings_of_the_file_are_among_the_titles_in_order() {
        List<String> titles = new ArrayList<>();
        json("/queries/kites.csv-metadata.json")
                .getJsonObject("tableSchema")
                .getJsonArray("columns")
                .getValuesAs(JsonObject.class)
                .forEach(column -> titles.add(column.getJsonObject("titles").getString("und")));
        assertThat(titles).isEqualTo(header("/queries/kites.csv"));
    }

    @ParameterizedTest
    @CsvSource({"zh,zh-Hans", "en,en"})
    void the_file_with_names_is_described_with_its_own_headings(String labels, String tag) {
        String path = "/queries/kites.csv?labels=" + labels;
        assertThat(String.join(",", site.get(path).headers().allValues("Link")))
                .contains("</queries/kites.csv-metadata.json?labels=" + labels + ">; rel=\"describedby\"");
        JsonObject table = json("/queries/kites.csv-metadata.json?labels=" + labels);
        assertThat(table.getString("url")).isEqualTo("kites.csv?labels=" + labels);
        assertThat(table.getJsonObject("tableSchema").getJsonArray("columns").getValuesAs(JsonObject.class))
                .extracting(column -> column.getJsonObject("titles").getString(tag))
                .isEqualTo(header(path));
        assertThat(columns(table))
                .containsKeys("kite", "kite_label", "maker_label")
                .doesNotContainKey("tails_label");
    }

    @ParameterizedTest
    @CsvSource({
        "kite,anyURI",
        "maker,anyURI",
        "value,decimal",
        "unit,string",
        "tails,integer",
        "created,date",
        "year,gYear",
        "odd,string"
    })
    void a_column_has_the_type_of_its_values(String name, String type) {
        assertThat(columns(json("/queries/kites.csv-metadata.json")).get(name).getString("datatype"))
                .isEqualTo(type);
    }

    @Test
    void a_column_tells_its_meaning_property_titles_and_unit() {
        Map<String, JsonObject> columns = columns(json("/queries/kites.csv-metadata.json"));
        assertThat(byLanguage(columns.get("kite").getJsonArray("dc:description")))
                .isEqualTo(Map.of("en", "What flies on a line.", "zh-Hans", "用线放飞的东西。"));
        assertThat(byLanguage(columns.get("maker").getJsonArray("dc:description")))
                .isEqualTo(Map.of("en", "Who made it."));
        assertThat(byLanguage(columns.get("tails").getJsonArray("dc:description")))
                .isEqualTo(Map.of("en", "how many tails it has", "zh-Hans", "尾数"));
        assertThat(byLanguage(columns.get("created").getJsonArray("dc:description")))
                .isEqualTo(Map.of("en", "day of making"));
        assertThat(columns.get("odd").get("dc:description")).isNull();
        assertThat(columns.get("maker").getString("propertyUrl")).isEqualTo("http://example.org/def#maker");
        assertThat(columns.get("kite").get("propertyUrl")).isNull();
        assertThat(columns.get("value").getString("schema:unitText")).isEqualTo("m");
        assertThat(columns.get("tails").get("schema:unitText")).isNull();
        assertThat(columns.get("maker").getJsonObject("titles"))
                .isEqualTo(Json.createObjectBuilder(Map.of("und", "maker", "en", "Maker", "zh-Hans", "制作者"))
                        .build());
    }

    @ParameterizedTest
    @CsvSource({
        "/queries/kites.csv-metadata.json?most=4,400",
        "/queries/kites.csv-metadata.json?least=few,400",
        "/queries/kites.csv-metadata.json?labels=xx,400",
        "/queries/is.csv-metadata.json,404",
        "/queries/none.csv-metadata.json,404"
    })
    void what_has_no_file_has_no_columns(String path, int status) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void a_data_package_has_each_file_that_is_the_same_in_each_run_with_its_digest_and_fields() {
        JsonObject data = json("/datapackage.json");
        assertThat(data.getString("$schema")).isEqualTo("https://datapackage.org/profiles/2.0/datapackage.json");
        assertThat(data.getString("name")).matches("[-a-z0-9._/]+");
        assertThat(data.getString("version")).isEqualTo("1.2.0");
        List<JsonObject> resources = data.getJsonArray("resources").getValuesAs(JsonObject.class);
        assertThat(resources)
                .extracting(resource -> resource.getString("name"))
                .contains("kites")
                .doesNotContain("is", "now");
        for (JsonObject resource : resources) {
            String path = resource.getString("path").substring(site.url("").length());
            String csv = site.get(path).body();
            assertThat(resource.getString("hash")).as(path).isEqualTo("sha256:" + DigestUtils.sha256Hex(csv));
            assertThat(resource.getJsonObject("schema").getJsonArray("fields").getValuesAs(JsonObject.class))
                    .extracting(field -> field.getString("name"))
                    .isEqualTo(header(path));
        }
        JsonObject kites = resources.stream()
                .filter(one -> one.getString("name").equals("kites"))
                .findFirst()
                .orElseThrow();
        assertThat(kites.getJsonObject("schema").getJsonArray("fields").getValuesAs(JsonObject.class))
                .extracting(field -> field.getString("type"))
                .containsExactly("string", "string", "number", "string", "integer", "date", "year", "string");
        assertThat(json("/datapackage.json?lang=zh").getJsonArray("resources").toString())
                .contains("\"title\":\"风筝\"", "尾数");
    }

    @Test
    void croissant_has_a_file_and_records_of_each_with_columns_that_are_there() {
        JsonObject data = json("/croissant.json");
        assertThat(data.getString("conformsTo")).isEqualTo("http://mlcommons.org/croissant/1.0");
        assertThat(data.getString("datePublished")).isEqualTo("2020-01-01");
        assertThat(data.keySet())
                .contains("@context", "@type", "name", "description", "license", "url", "creator", "version");
        Map<String, JsonObject> files = data.getJsonArray("distribution").getValuesAs(JsonObject.class).stream()
                .collect(Collectors.toMap(file -> file.getString("@id"), file -> file));
        assertThat(files).containsKey("kites.csv").doesNotContainKeys("is.csv", "now.csv");
        files.forEach((id, file) -> assertThat(file.getString("sha256"))
                .as(id)
                .isEqualTo(DigestUtils.sha256Hex(site.get("/queries/" + id).body())));
        for (JsonValue records : data.getJsonArray("recordSet")) {
            for (JsonObject field : records.asJsonObject().getJsonArray("field").getValuesAs(JsonObject.class)) {
                JsonObject source = field.getJsonObject("source");
                String file = source.getJsonObject("fileObject").getString("@id");
                assertThat(files).containsKey(file);
                assertThat(header("/queries/" + file))
                        .contains(source.getJsonObject("extract").getString("column"));
                assertThat(field.getString("dataType")).startsWith("sc:");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/datapackage.json",
                "/croissant.json",
                "/ro-crate-metadata.json",
                "/datacite.json",
                "/CITATION.cff"
            })
    void a_package_is_revalidated_and_depends_on_the_language(String path) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.headers().firstValue("Vary").orElse("")).contains("Accept-Language");
        assertThat(site.get(
                                path,
                                "If-None-Match",
                                answer.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void a_research_crate_has_a_root_and_an_entity_of_each_of_its_parts() {
        List<JsonObject> graph =
                json("/ro-crate-metadata.json").getJsonArray("@graph").getValuesAs(JsonObject.class);
        Map<String, JsonObject> byId =
                graph.stream().collect(Collectors.toMap(one -> one.getString("@id"), one -> one));
        JsonObject descriptor = byId.get("ro-crate-metadata.json");
        assertThat(descriptor.getJsonObject("conformsTo").getString("@id")).isEqualTo("https://w3id.org/ro/crate/1.2");
        JsonObject dataset = byId.get(descriptor.getJsonObject("about").getString("@id"));
        assertThat(dataset.keySet()).contains("name", "description", "datePublished", "license", "hasPart");
        assertThat(byId).containsKey(dataset.getJsonObject("license").getString("@id"));
        assertThat(dataset.getJsonArray("hasPart").getValuesAs(JsonObject.class))
                .isNotEmpty()
                .allSatisfy(part -> assertThat(byId.get(part.getString("@id")).getString("@type"))
                        .isEqualTo("File"))
                .extracting(part -> part.getString("@id"))
                .contains(site.url("/queries/kites.csv"), site.url("/export/torchgraph.ttl"));
    }

    @Test
    void data_cite_and_the_citation_file_name_title_version_date_and_licence() {
        JsonObject cited = json("/datacite.json");
        assertThat(cited.keySet())
                .contains(
                        "identifiers", "creators", "titles", "publisher", "publicationYear", "types", "schemaVersion");
        assertThat(cited.getString("publicationYear")).isEqualTo("2020");
        assertThat(cited.getJsonArray("rightsList").getJsonObject(0).getString("rightsUri"))
                .isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(site.get("/CITATION.cff").body())
                .startsWith("cff-version: 1.2.0\ntype: dataset\n")
                .contains(
                        "title: \"Example\"",
                        "version: \"1.2.0\"",
                        "date-released: \"2020-01-01\"",
                        "value: \"http://example.org/dataset\"");
    }
}
