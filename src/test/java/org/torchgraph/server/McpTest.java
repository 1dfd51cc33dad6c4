package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** The Model Context Protocol at {@code /mcp}, asked by the client of its SDK and by hand. */
class McpTest {
    private static final String JSON = "application/json";
    private static final String BASE = "http://example.org/";
    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";

    @AutoClose
    private static TestSite site;

    @AutoClose
    private static McpSyncClient client;

    @BeforeAll
    static void start(@TempDir Path root) {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            many.append("<id/lamp-%03d> a ex:Lamp ; rdfs:label \"lamp %03d\"@en ; ex:height %d .%n".formatted(i, i, i));
        }
        site = TestSite.of(
                        PublicationFolder.in(root)
                                .turtle(
                                        "ontology/core.ttl",
                                        """
                                        <def> a owl:Ontology .
                                        ex:Kite a owl:Class ; rdfs:label "Kite"@en , "风筝"@zh .
                                        ex:Lamp a owl:Class ; rdfs:label "Lamp"@en .
                                        """)
                                .turtle(
                                        "data/kites.ttl",
                                        """
                                        <id/red> a ex:Kite ; rdfs:label "red kite"@en , "红风筝"@zh ; ex:year "2020"^^xsd:gYear ;
                                            ex:maker <id/ann> .
                                        <id/blue> a ex:Kite ; rdfs:label "blue kite"@en , "蓝风筝"@zh ; ex:year "2021"^^xsd:gYear .
                                        <id/ann> a ex:Person ; rdfs:label "Ann"@en .
                                        """
                                                + many)
                                .write(
                                        "queries/kites-of.rq",
                                        """
                                        #+ title.en: Kites of a year
                                        #+ title.zh: 某年的风筝
                                        #+ description.en: One row for each kite.
                                        #+ param: year xsd:gYear 2020 "the year / 年份"
                                        PREFIX ex: <http://example.org/def#>
                                        SELECT ?kite { ?kite a ex:Kite ; ex:year ?year } ORDER BY ?kite
                                        """)
                                .write(
                                        "queries/made-by.rq",
                                        """
                                        #+ title.en: Things made by somebody
                                        #+ param: maker xsd:anyURI "" "the maker"
                                        PREFIX ex: <http://example.org/def#>
                                        SELECT ?kite ?maker { ?kite ex:maker ?maker } ORDER BY ?kite
                                        """)
                                .write(
                                        "queries/search.rq",
                                        "#+ title.en: All lamps\nPREFIX ex: <http://example.org/def#>\n"
                                                + "SELECT ?lamp { ?lamp a ex:Lamp } ORDER BY ?lamp\n")
                                .read(),
                        TestSite.seconds(20))
                .searchable();
        client = McpClient.sync(HttpClientStreamableHttpTransport.builder(site.url(""))
                        .endpoint("/mcp")
                        .build())
                .requestTimeout(Duration.ofSeconds(60))
                .build();
        client.initialize();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> content(McpSchema.CallToolResult result) {
        return (Map<String, Object>) result.structuredContent();
    }

    private static McpSchema.CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(
                McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static Map<String, Object> answer(String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = call(tool, arguments);
        assertThat(result.isError()).as(text(result)).isNotEqualTo(true);
        assertThat(content(result)).containsKey("version");
        return content(result);
    }

    private static String text(McpSchema.CallToolResult result) {
        return ((McpSchema.TextContent) result.content().get(0)).text();
    }

    private static JsonObject json(HttpResponse<String> reply) {
        try (JsonReader reader = Json.createReader(new StringReader(reply.body()))) {
            return reader.readObject();
        }
    }

    @Test
    void each_question_is_a_tool_that_only_reads_beside_the_five_of_the_program() {
        List<McpSchema.Tool> tools = client.listTools().tools();
        assertThat(tools)
                .extracting(McpSchema.Tool::name)
                .contains(
                        "search", "describe", "evidence", "compare", "sparql", "kites-of", "made-by", "question-search")
                .doesNotHaveDuplicates();
        assertThat(tools).allSatisfy(tool -> {
            assertThat(tool.annotations().readOnlyHint()).isTrue();
            assertThat(tool.title()).isNotBlank();
            assertThat(tool.description()).isNotBlank();
            assertThat(tool.inputSchema()).containsEntry("additionalProperties", false);
        });
        McpSchema.Tool kites = tools.stream()
                .filter(tool -> tool.name().equals("kites-of"))
                .findFirst()
                .orElseThrow();
        assertThat(kites.title()).isEqualTo("Kites of a year");
        assertThat(kites.description()).contains("某年的风筝");
        assertThat(kites.inputSchema().get("properties").toString())
                .contains("year={type=integer, description=the year / 年份, default=2020}", "enum=[en, de, fr, zh]");
    }

    @Test
    void an_answer_has_version_iris_and_names_in_the_asked_language() {
        Map<String, Object> english = answer("kites-of", Map.of("year", 2021));
        assertThat(english.get("answer").toString())
                .contains("{kite={iri=" + BASE + "id/blue, name=blue kite}}", "isComplete=true")
                .doesNotContain("id/red");
        assertThat(english).containsEntry("address", BASE + "queries/kites-of?year=2021");
        McpSchema.CallToolResult chinese = call("kites-of", Map.of("language", "zh"));
        assertThat(content(chinese).get("answer").toString()).contains("红风筝").doesNotContain("red kite");
        assertThat(text(chinese)).startsWith("某年的风筝").contains("红风筝 <" + BASE + "id/red>", "的版本 ");
        assertThat(content(chinese).get("version"))
                .isEqualTo(site.get("/queries/kites-of.csv")
                        .headers()
                        .firstValue("Torchgraph-Version")
                        .orElseThrow());
    }

    @Test
    void rows_that_are_left_off_are_said_and_can_be_had() {
        Map<String, Object> first = answer("question-search", Map.of());
        assertThat(first.get("answer").toString())
                .contains(
                        "rows=50, offset=0, total=120, isTotalExact=true, leftOff=70, isComplete=false",
                        "nextOffset=50")
                .contains("id/lamp-049")
                .doesNotContain("id/lamp-050");
        assertThat(text(call("question-search", Map.of()))).contains("50 rows after the first 0, of 120");
        assertThat(answer("question-search", Map.of("offset", 100, "limit", 200))
                        .get("answer")
                        .toString())
                .contains("id/lamp-100", "id/lamp-119")
                .doesNotContain("id/lamp-099", "nextOffset");
    }

    @Test
    void an_empty_answer_says_what_emptied_it_and_how_to_go_on() {
        McpSchema.CallToolResult none = call("kites-of", Map.of("year", 1999));
        assertThat(none.isError()).isNotEqualTo(true);
        assertThat(content(none).get("empty").toString())
                .contains("kind=triple", "ex:year", "recovery=Give other values");
        // What has a default cannot be left out.
        assertThat(text(none)).doesNotContain("Leave an argument", "not given");
        McpSchema.CallToolResult usual = call("kites-of", Map.of());
        assertThat(text(usual)).contains("What was not given is taken as: year=2020");
        assertThat(content(usual).get("parameters")).hasToString("{year=2020}");
        assertThat(content(call("made-by", Map.of("maker", "id/red")))
                        .get("empty")
                        .toString())
                .contains("recovery=Leave an argument");
        McpSchema.CallToolResult query =
                call("sparql", Map.of("query", "SELECT * { ?x a <def#Kite> ; <def#none> ?y }", "language", "zh"));
        assertThat(content(query).get("empty").toString()).contains("def#none", "recovery=去掉或放宽");
        assertThat(text(query)).contains("没有行");
        McpSchema.CallToolResult words = call("search", Map.of("text", "zzzz"));
        assertThat(text(words)).contains("No thing has these words.", "Use fewer or other words");
        assertThat(content(call("sparql", Map.of("query", "CONSTRUCT { ?x a ?x } WHERE { ?x a <def#None> }"))))
                .containsKey("empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kites-of | year     | nonsense      | parameter-value | nonsense",
                "kites-of | colour   | red           | mcp-argument    | it takes year, language, limit, offset",
                "kites-of | language | xx            | mcp-choice      | en, de, fr, zh",
                "kites-of | limit    | 201           | mcp-number      | from 1 to 200",
                "made-by  | maker    | id/nobody     | thing-unknown   | tool search",
                "describe | thing    | id/nobody     | thing-unknown   | tool search",
                "describe | page     | 3             | mcp-missing     | needs the argument thing",
                "evidence | thing    | <<            | thing-unknown   | tool search",
                "search   | page     | 2             | mcp-missing     | needs the argument text",
                "compare  | things   | id/red        | mcp-list        | a list of texts",
                "sparql   | query    | SELECT        | syntax          | Correct the query",
                "sparql   | query    | ASK { SERVICE <http://x/> { ?s ?p ?o } } | service-refused | without this part"
            })
    void a_wrong_argument_is_a_result_that_says_how_to_go_on(
            String tool, String name, String value, String code, String words) {
        McpSchema.CallToolResult refused = call(tool, Map.of(name, value));
        assertThat(refused.isError()).isTrue();
        assertThat(text(refused)).contains(words);
        assertThat(content(refused)).containsKey("version");
        assertThat(content(refused).get("error").toString()).contains("code=" + code, "recovery=");
    }

    @Test
    void things_are_found_described_and_compared() {
        Map<String, Object> found = answer("search", Map.of("text", "风筝", "language", "zh"));
        assertThat(found.get("hits").toString()).contains(BASE + "id/red", "红风筝");
        assertThat(found.get("questions").toString()).contains("tool=kites-of");
        Map<String, Object> described = answer("describe", Map.of("thing", "id/ann"));
        assertThat(described.get("thing").toString()).contains("name=Ann");
        assertThat(described.get("incoming").toString()).contains("total=1", BASE + "id/red");
        Map<String, Object> compared = answer("compare", Map.of("things", List.of("id/red", BASE + "id/blue")));
        assertThat(compared.get("compared").toString()).contains("2020", "2021");
        assertThat(text(call("compare", Map.of("things", List.of("id/red", "id/ann")))))
                .contains("no class in common");
        assertThat(text(call("evidence", Map.of("thing", "id/red")))).contains("No evidence is recorded");
    }

    @Test
    void an_unknown_tool_and_an_unknown_method_are_errors_of_the_protocol() {
        JsonObject tool = json(
                site.post(
                        "/mcp",
                        JSON,
                        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"nothing\",\"arguments\":{}}}"));
        assertThat(tool.getInt("id")).isEqualTo(7);
        assertThat(tool.getJsonObject("error").getInt("code")).isEqualTo(-32602);
        JsonObject method = json(site.post("/mcp", JSON, "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"nothing\"}"));
        assertThat(method.getString("id")).isEqualTo("a");
        assertThat(method.getJsonObject("error").getInt("code")).isEqualTo(-32601);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Origin               | http://evil.example     | 403 | mcp-origin",
                "Origin               | null                    | 403 | mcp-origin",
                "Origin               | http://127.0.0.1.evil   | 403 | mcp-origin",
                "MCP-Protocol-Version | 1999-01-01              | 400 | mcp-version"
            })
    void a_forged_header_is_refused_in_words(String header, String value, int status, String code) {
        HttpResponse<String> refused = site.post("/mcp", JSON, LIST, header, value);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.headers().firstValue("Content-Type")).contains(JSON);
        JsonObject error = json(refused).getJsonObject("error");
        assertThat(error.getInt("code")).isEqualTo(-32600);
        assertThat(error.getString("message")).contains(value);
        assertThat(error.getJsonObject("data").getString("code")).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:3030", "127.0.0.1.evil.example", "[::2]"})
    void a_forged_host_is_refused_in_words(String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", site.port())) {
            socket.getOutputStream()
                    .write(("POST /mcp HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: application/json\r\n"
                                    + "Connection: close\r\nContent-Length: " + LIST.length() + "\r\n\r\n" + LIST)
                            .getBytes(StandardCharsets.UTF_8));
            String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(reply).startsWith("HTTP/1.1 403 ").contains("\"code\":\"mcp-host\"", host, "--allowed-host");
            assertThat(reply).doesNotContain("\"tools\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:5173", "http://127.0.0.1", "https://[::1]:8443", "http://example.org"})
    void pages_of_this_machine_and_of_the_base_may_ask(String origin) {
        assertThat(site.post("/mcp", JSON, LIST, "Origin", origin).statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_no_message_is_refused_in_words() {
        String batch = "[" + (LIST + ",").repeat(4_000) + LIST + "]";
        String long_name = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\""
                + "x".repeat(1 << 20) + "\"}}";
        assertRefused(site.post("/mcp", JSON, "{\"jsonrpc\":"), 400, -32700, "mcp-json");
        assertRefused(site.post("/mcp", JSON, "[".repeat(100_000)), 400, -32700, "mcp-json");
        assertRefused(site.post("/mcp", JSON, ""), 400, -32700, "mcp-json");
        assertRefused(site.post("/mcp", JSON, batch), 400, -32600, "mcp-message");
        assertRefused(site.post("/mcp", JSON, "[]"), 400, -32600, "mcp-message");
        assertRefused(site.post("/mcp", JSON, "7"), 400, -32600, "mcp-message");
        assertRefused(site.post("/mcp", JSON, "{\"id\":1}"), 400, -32600, "mcp-message");
        assertRefused(site.post("/mcp", JSON, LIST.replace("2.0", "1.0")), 400, -32600, "mcp-message");
        assertRefused(
                site.post("/mcp", JSON, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}"), 400, -32600, "mcp-message");
        assertRefused(site.post("/mcp", JSON, long_name), 413, -32600, "body-too-large");
        assertRefused(site.post("/mcp", "text/plain", LIST), 415, -32600, "mcp-type");
        HttpResponse<String> get = site.get("/mcp");
        assertRefused(get, 405, -32600, "method");
        assertThat(get.headers().firstValue("Allow")).contains("POST, OPTIONS");
    }

    private static void assertRefused(HttpResponse<String> refused, int status, int code, String slug) {
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        JsonObject error = json(refused).getJsonObject("error");
        assertThat(error.getInt("code")).isEqualTo(code);
        assertThat(error.getJsonObject("data").getString("code")).isEqualTo(slug);
        assertThat(error.getString("message")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":7}",
                "{\"name\":\"kites-of\",\"arguments\":[]}",
                "{\"name\":\"kites-of\",\"arguments\":{\"year\":{\"a\":1}}}",
                "{\"name\":\"kites-of\",\"arguments\":{\"year\":1e999999999}}",
                "{\"name\":\"kites-of\",\"arguments\":{\"limit\":1e999999999}}",
                "{\"name\":\"kites-of\",\"arguments\":{\"year\":null}}",
                "{}",
                "[]",
                "null"
            })
    void odd_parameters_of_a_call_are_no_fault_of_the_server(String parameters) {
        HttpResponse<String> reply = site.post(
                "/mcp", JSON, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":" + parameters + "}");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).doesNotContain("server-fault", "Exception", "io.modelcontextprotocol");
    }

    @Test
    void the_ontology_the_questions_and_the_things_can_be_read() {
        assertThat(client.listResources().resources())
                .extracting(McpSchema.Resource::uri)
                .contains(BASE + "def", BASE + "queries/kites-of");
        assertThat(read(BASE + "def")).contains("Kite", "# Dataset version:").doesNotContain("red kite");
        assertThat(read(BASE + "queries/kites-of")).startsWith("#+ title.en: Kites of a year");
        assertThat(client.listResourceTemplates().resourceTemplates())
                .extracting(McpSchema.ResourceTemplate::uriTemplate)
                .contains(BASE + "{folder}/{name}");
        assertThat(read(BASE + "id/red")).contains("红风筝", "# Dataset version:").doesNotContain("blue kite");
        JsonObject none = json(site.post(
                "/mcp",
                JSON,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":\"" + BASE
                        + "id/nobody\"}}"));
        assertThat(none.getJsonObject("error").getInt("code")).isEqualTo(-32002);
    }

    private static String read(String iri) {
        return ((McpSchema.TextResourceContents) client.readResource(
                                McpSchema.ReadResourceRequest.builder(iri).build())
                        .contents()
                        .get(0))
                .text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tools/call     | {\"name\":\"X\",\"arguments\":{}} | -32602 | There is no tool x",
                "resources/read | {\"uri\":\"X\"}                 | -32002 | There is no resource x",
                "X              | {}                            | -32601 | no method x",
                "resources/read | {\"uri\":{\"a\":\"X\"}}         | -32602 | not as the protocol has them",
            })
    void what_was_sent_is_repeated_in_part_and_no_class_is_named(
            String method, String parameters, int code, String words) {
        String many = "x".repeat(9_000);
        HttpResponse<String> reply = site.post(
                "/mcp",
                JSON,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}"
                        .formatted(method.replace("X", many), parameters.replace("X", many)));
        JsonObject error = json(reply).getJsonObject("error");
        assertThat(error.getInt("code")).isEqualTo(code);
        assertThat(error.getString("message")).contains(words).hasSizeLessThan(800);
        assertThat(reply.body()).doesNotContain("io.modelcontextprotocol", "java.", "Exception");
        String argument = text(call("kites-of", Map.of(many, 1)));
        assertThat(argument).contains("no argument xx").hasSizeLessThan(1_200);
    }

    @Test
    void a_notification_is_taken_without_an_answer() {
        HttpResponse<String> taken =
                site.post("/mcp", JSON, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(taken.body()).isEmpty();
    }
}
