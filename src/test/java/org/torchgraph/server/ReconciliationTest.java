package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** The Reconciliation Service API 0.2, with requests in the forms that OpenRefine sends. */
class ReconciliationTest {
    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
    private static final String ID = "http://example.org/id/";
    private static final String DEF = "http://example.org/def#";

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void start(@TempDir Path root) {
        site = TestSite.of(
                        PublicationFolder.in(root)
                                .turtle(
                                        "ontology/core.ttl",
                                        """
                                        <def> a owl:Ontology .
                                        ex:Town a owl:Class ; rdfs:label "Town"@en , "城"@zh ; rdfs:subClassOf ex:Place .
                                        ex:Place a owl:Class ; rdfs:label "Place"@en .
                                        ex:Law a owl:Class ; rdfs:label "Law"@en .
                                        ex:region a rdf:Property ; rdfs:label "region"@en , "地区"@zh .
                                        ex:people a rdf:Property ; rdfs:label "people"@en .
                                        """)
                                .turtle(
                                        "data/towns.ttl",
                                        """
                                        <id/harbour> a ex:Town ; rdfs:label "Harbour Town"@en , "港城"@zh ;
                                            skos:altLabel "Old Haven"@en ; ex:region <id/north> ; ex:people 1200 ;
                                            dct:created "1988-05-10"^^xsd:date .
                                        <id/newton-n> a ex:Town ; rdfs:label "Newton"@en ; ex:region <id/north> .
                                        <id/newton-s> a ex:Town ; rdfs:label "Newton"@en ; ex:region <id/south> ; ex:people 2.5 .
                                        <id/newton-law> a ex:Law ; rdfs:label "Newton"@en ; dct:identifier "国发〔2020〕7号" .
                                        <id/north> a ex:Place ; rdfs:label "the North"@en .
                                        <id/fort> a ex:RuinedPlace ; rdfs:label "Old Fort"@en .
                                        <id/south> a ex:Place ; rdfs:label "the South"@en .
                                        """)
                                .read(),
                        TestSite.seconds(20))
                .searchable();
    }

    private static JsonObject read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private static JsonObject get(String path) {
        return read(site.get(path));
    }

    private static HttpResponse<String> send(String parameter, String json) {
        return site.post("/reconcile", FORM, parameter + "=" + PercentEncoding.value(json));
    }

    private static List<String> ids(JsonArray array) {
        return array.getValuesAs(JsonObject.class).stream()
                .map(one -> one.getString("id").replace(ID, ""))
                .toList();
    }

    private static JsonArray candidates(String query) {
        return read(send("queries", "{\"q0\":" + query + "}"))
                .getJsonObject("q0")
                .getJsonArray("result");
    }

    @Test
    void the_manifest_names_spaces_and_services_each_of_which_answers() {
        JsonObject manifest = get("/reconcile");
        assertThat(manifest.getJsonArray("versions").getString(0)).isEqualTo("0.2");
        assertThat(manifest.getString("identifierSpace")).isEqualTo("http://example.org/");
        assertThat(manifest.getString("schemaSpace")).isEqualTo(DEF);
        assertThat(manifest.getInt("batchSize")).isEqualTo(1000);
        assertThat(ids(manifest.getJsonArray("defaultTypes")))
                .contains(DEF + "Town")
                .doesNotContain("owl:Class");
        for (String kind : List.of("entity", "type", "property")) {
            JsonObject service = manifest.getJsonObject("suggest").getJsonObject(kind);
            assertThat(service.getString("service_url")).isEqualTo(site.url(""));
            assertThat(get(service.getString("service_path") + "?prefix=n")).containsKey("result");
        }
        String place = manifest.getJsonObject("extend")
                .getJsonObject("propose_properties")
                .getString("service_path");
        assertThat(get(place + "?type=" + PercentEncoding.value(DEF + "Town"))).containsKey("properties");
        String harbour = PercentEncoding.value(ID + "harbour");
        String preview = manifest.getJsonObject("preview").getString("url").replace("{{id}}", harbour);
        HttpResponse<String> page = site.get(preview.replace(site.url(""), ""));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Harbour Town", "Old Haven", "港城", "Town");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors *");
        String view = manifest.getJsonObject("view").getString("url").replace("{{id}}", harbour);
        assertThat(site.get(view.replace(site.url(""), "")).headers().firstValue("Location"))
                .contains("/doc/harbour");
    }

    @ParameterizedTest
    @CsvSource({
        "Harbour Town, harbour",
        "HARBOUR-TOWN, harbour",
        "港城, harbour",
        "Old Haven, harbour",
        "国发[2020]7号, newton-law",
        "国发（2020）7号, newton-law",
        "http://example.org/id/south, south"
    })
    void a_label_a_former_name_a_number_in_any_bracket_and_an_iri_are_a_match(String name, String thing) {
        JsonArray found = candidates("{\"query\":\"" + name + "\"}");
        assertThat(ids(found)).startsWith(thing);
        assertThat(found.getJsonObject(0).getBoolean("match")).isTrue();
        assertThat(found.getJsonObject(0).getJsonNumber("score").doubleValue()).isEqualTo(100);
    }

    @Test
    void a_slip_of_the_pen_is_a_candidate_but_no_match_and_nonsense_is_none() {
        JsonArray found = candidates("{\"query\":\"Harbor Twon\"}");
        assertThat(ids(found)).startsWith("harbour");
        assertThat(found.getJsonObject(0).getBoolean("match")).isFalse();
        assertThat(candidates("{\"query\":\"qqqqqqqq\"}")).isEmpty();
        assertThat(candidates("{\"query\":\"\"}")).isEmpty();
    }

    @Test
    void a_class_is_a_condition_and_its_subclasses_count() {
        assertThat(ids(candidates("{\"query\":\"Newton\"}"))).hasSize(3);
        assertThat(candidates("{\"query\":\"Newton\"}").getJsonObject(0).getBoolean("match"))
                .isFalse();
        assertThat(ids(candidates("{\"query\":\"Newton\",\"type\":\"" + DEF + "Law\",\"type_strict\":\"should\"}")))
                .containsExactly("newton-law");
        assertThat(ids(candidates("{\"query\":\"Newton\",\"type\":[\"" + DEF + "Place\"]}")))
                .containsExactlyInAnyOrder("newton-n", "newton-s");
        assertThat(ids(candidates("{\"query\":\"Newton\",\"type\":[\"" + DEF + "Law\",\"" + DEF
                        + "Town\"],\"type_strict\":\"all\"}")))
                .isEmpty();
    }

    @Test
    void properties_decide_between_namesakes_by_name_by_iri_and_alone() {
        for (String value : List.of("\"the South\"", "{\"id\":\"" + ID + "south\"}", "[1,\"the south\"]")) {
            JsonArray found = candidates(
                    "{\"query\":\"Newton\",\"properties\":[{\"pid\":\"" + DEF + "region\",\"v\":" + value + "}]}");
            assertThat(ids(found)).as(value).startsWith("newton-s");
            assertThat(found.getJsonObject(0).getBoolean("match")).isTrue();
            assertThat(found.getJsonObject(1).getBoolean("match")).isFalse();
        }
        assertThat(ids(candidates("{\"properties\":[{\"pid\":\"" + DEF + "region\",\"v\":\"the South\"}]}")))
                .containsExactly("newton-s");
    }

    @Test
    void further_columns_have_values_with_their_kinds_in_one_language() {
        JsonObject answer = read(send(
                "extend",
                "{\"ids\":[\"%sharbour\",\"%snewton-s\"],\"properties\":[{\"id\":\"%sregion\"},{\"id\":\"%speople\",\"settings\":{}},{\"id\":\"http://purl.org/dc/terms/created\"},{\"id\":\"http://www.w3.org/2000/01/rdf-schema#label\"}]}"
                        .formatted(ID, ID, DEF, DEF)));
        assertThat(answer.getJsonArray("meta").getJsonObject(0).getString("name"))
                .isEqualTo("region");
        JsonObject harbour = answer.getJsonObject("rows").getJsonObject(ID + "harbour");
        assertThat(harbour.get(DEF + "region")).hasToString("[{\"id\":\"" + ID + "north\",\"name\":\"the North\"}]");
        assertThat(harbour.get(DEF + "people")).hasToString("[{\"int\":1200}]");
        assertThat(harbour.get("http://purl.org/dc/terms/created"))
                .hasToString("[{\"date\":\"1988-05-10T00:00:00Z\"}]");
        assertThat(harbour.get("http://www.w3.org/2000/01/rdf-schema#label"))
                .hasToString("[{\"str\":\"Harbour Town\"}]");
        JsonObject newton = answer.getJsonObject("rows").getJsonObject(ID + "newton-s");
        assertThat(newton.get(DEF + "people")).hasToString("[{\"float\":2.5}]");
        assertThat(newton.get("http://purl.org/dc/terms/created")).hasToString("[]");
    }

    @Test
    void suggestions_continue_what_was_typed_and_skip_what_was_seen() {
        JsonObject found = get("/reconcile/suggest/entity?prefix=new&type=&callback=");
        assertThat(ids(found.getJsonArray("result"))).hasSize(3);
        assertThat(ids(get("/reconcile/suggest/entity?prefix=new&cursor=2").getJsonArray("result")))
                .hasSize(1);
        assertThat(ids(get("/reconcile/suggest/type?prefix=tow").getJsonArray("result")))
                .containsExactly(DEF + "Town");
        assertThat(ids(get("/reconcile/suggest/property?prefix=%E5%9C%B0").getJsonArray("result")))
                .containsExactly(DEF + "region");
        JsonObject proposed = get("/reconcile/properties?type=" + PercentEncoding.value(DEF + "Town") + "&limit=2");
        assertThat(proposed.getInt("limit")).isEqualTo(2);
        assertThat(proposed.getJsonArray("properties")).hasSize(2);
        assertThat(get("/reconcile/flyout?id=id/harbour").getString("html")).contains("<p>Harbour Town</p>");
    }

    @Test
    void other_sites_may_ask_and_an_older_client_gets_a_script() {
        HttpResponse<String> answer = send("queries", "{}");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        HttpResponse<String> preflight = site.send(
                "OPTIONS",
                "/reconcile",
                BodyPublishers.noBody(),
                "Origin",
                "https://example.org",
                "Access-Control-Request-Method",
                "POST");
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Methods")
                        .orElseThrow())
                .contains("POST");
        assertThat(site.get("/reconcile/suggest/type?prefix=tow&callback=jQuery18_1&_=17")
                        .body())
                .startsWith("/**/jQuery18_1({\"result\":[")
                .endsWith(");");
    }

    @Test
    void a_batch_of_ten_thousand_and_a_name_of_a_megabyte_are_413_in_words() {
        String many = IntStream.range(0, 10_000)
                .mapToObj(at -> "\"q" + at + "\":{\"query\":\"a\"}")
                .collect(Collectors.joining(",", "{", "}"));
        String longName = "{\"q0\":{\"query\":\"" + "x".repeat(1 << 20) + "\"}}";
        for (String body : List.of(many, longName)) {
            HttpResponse<String> refused = send("queries", body);
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(refused.body()).contains("1000").doesNotContain("Exception", "xxxxx");
        }
        assertThat(send("queries", many).body()).contains("at most 1000 queries", "this has 10000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"q0\":1}",
                "{\"q0\":{}}",
                "{\"q0\":{\"query\":1}}",
                "{\"q0\":{\"query\":\"a\",\"limit\":0}}",
                "{\"q0\":{\"query\":\"a\",\"limit\":\"x\"}}",
                "{\"q0\":{\"query\":\"a\",\"type\":[1]}}",
                "{\"q0\":{\"query\":\"a\",\"properties\":[{}]}}",
                "{\"q0\":{\"query\":\"a\",\"properties\":[{\"v\":1}]}}",
                "{\"q0\":{\"query\":\"a\",\"properties\":{\"v\":1}}}"
            })
    void what_is_no_batch_is_400_with_its_place(String json) {
        HttpResponse<String> refused = send("queries", json);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("\"code\":\"reconcile-form\"", "\"parameter\":\"queries\"");
    }

    @Test
    void an_object_nested_without_end_is_400() {
        assertThat(send("queries", "{\"a\":".repeat(50_000)).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"ids\":[1],\"properties\":[]}", "{\"ids\":[],\"properties\":[\"a\"]}"})
    void what_is_no_extension_is_400(String json) {
        assertThat(send("extend", json).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | line 1, column",
                "[] | line 1, column 1",
                "{\"q0\": nonsense} | line 1, column",
                "{\"q0\":{}}{ | line 1, column"
            })
    void what_is_no_json_is_400_with_line_and_column(String json, String place) {
        HttpResponse<String> refused = send("queries", json);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains(place, "\"parameter\":\"queries\"").doesNotContain("Exception");
    }

    @Test
    void a_batch_and_an_extension_in_one_request_are_400() {
        HttpResponse<String> refused =
                site.post("/reconcile", FORM, "queries=%7B%7D&extend=%7B%22ids%22:%5B%5D,%22properties%22:%5B%5D%7D");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"code\":\"reconcile-both\"");
    }

    @ParameterizedTest
    @CsvSource({"suggest/entity,prefix", "suggest/type,prefix", "suggest/property,prefix", "preview,id", "flyout,id"})
    void a_service_without_its_parameter_is_400(String service, String parameter) {
        HttpResponse<String> refused = site.get("/reconcile/" + service);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"code\":\"reconcile-missing\"", "\"parameter\":\"" + parameter + "\"");
        assertThat(get("/reconcile/suggest/entity?prefix=").getJsonArray("result"))
                .isEmpty();
    }

    @Test
    void a_candidate_is_named_in_the_script_of_the_query_unless_a_language_is_asked_for() {
        assertThat(candidates("{\"query\":\"Harbour Town\"}").getJsonObject(0).getString("name"))
                .isEqualTo("Harbour Town");
        assertThat(candidates("{\"query\":\"港城\"}").getJsonObject(0).getString("name"))
                .isEqualTo("港城");
        assertThat(candidates("{\"query\":\"国发〔2020〕7号\"}").getJsonObject(0).getString("name"))
                .isEqualTo("Newton");
        assertThat(read(site.post(
                                "/reconcile?lang=zh",
                                FORM,
                                "queries=" + PercentEncoding.value("{\"q0\":{\"query\":\"Old Haven\"}}")))
                        .getJsonObject("q0")
                        .getJsonArray("result")
                        .getJsonObject(0)
                        .getString("name"))
                .isEqualTo("港城");
    }

    @Test
    void a_class_without_a_label_is_named_by_the_end_of_its_iri() {
        assertThat(candidates("{\"query\":\"Old Fort\"}")
                        .getJsonObject(0)
                        .getJsonArray("type")
                        .getJsonObject(0))
                .isEqualTo(Json.createObjectBuilder()
                        .add("id", "http://example.org/def#RuinedPlace")
                        .add("name", "ruined place")
                        .build());
    }
}
