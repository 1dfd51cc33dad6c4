package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.torchgraph.kit.Cli;

/** How {@code check} tells of many findings. */
class CheckReportTest extends CommandRuns {
    private static final String KIND = "foreign-term-unknown";

    @BeforeEach
    void twenty_five_terms_that_do_not_exist_and_a_link_to_nothing() {
        folder.turtle(
                "data/\u7532 b.ttl",
                IntStream.range(0, 25)
                        .mapToObj(number -> "<id/t%02d> dct:nonesuch%02d \"x\"@en .".formatted(number, number))
                        .collect(Collectors.joining("\n")));
        folder.turtle("data/links.ttl", "<id/a> ex:year <id/nothing> .");
    }

    private static List<String> of(Cli cli, String severity) {
        return cli.err()
                .lines()
                .filter(line -> line.contains(": " + severity + ": "))
                .toList();
    }

    private JsonObject document(String... more) {
        Cli cli = run("check", more);
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(cli.err()).isEmpty();
        try (JsonReader reader = Json.createReader(new StringReader(cli.out()))) {
            return reader.readObject();
        }
    }

    @Test
    void ten_of_a_kind_are_listed_and_a_line_tells_how_many_more_there_are() {
        Cli cli = run("check");
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(of(cli, "error")).hasSize(10).allMatch(line -> line.startsWith("data/\u7532 b.ttl:"));
        assertThat(cli.err().lines().toList().get(10))
                .isEqualTo("… and 15 more of foreign-term-unknown (--all lists them)");
        assertThat(of(cli, "warning")).singleElement().asString().startsWith("data/links.ttl:11: warning: ");
        assertThat(cli.err()).hasLineCount(12);
        assertThat(cli.out().lines())
                .startsWith(
                        "errors  warnings  kind",
                        "    25         0  foreign-term-unknown",
                        "     0         1  dangling-link")
                .hasSize(4)
                .last()
                .asString()
                .endsWith("25 errors, 1 warning");
    }

    @Test
    void all_lists_every_finding() {
        Cli cli = run("check", "--all");
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(of(cli, "error")).hasSize(25).doesNotHaveDuplicates();
        assertThat(cli.err()).hasLineCount(26).doesNotContain("--all");
    }

    @Test
    void in_chinese_only_the_sentences_are_other_ones() {
        Cli cli = run("check", "--lang", "zh");
        assertThat(of(cli, "error")).hasSize(10);
        assertThat(cli.err())
                .contains("foreign-term-unknown 另有 15 条（--all 全部列出）")
                .doesNotContain("more of");
        assertThat(cli.out()).contains("类别", "    25         0  foreign-term-unknown");
    }

    @Test
    void errors_of_syntax_are_all_listed_before_the_others() {
        folder.turtle(
                "data/years.ttl",
                IntStream.range(0, 30)
                        .mapToObj(number -> "<id/y%d> ex:year \"last\"^^xsd:gYear .".formatted(number))
                        .collect(Collectors.joining("\n")));
        Cli cli = run("check");
        List<String> lines = cli.err().lines().toList();
        assertThat(lines.subList(0, 30)).allMatch(line -> line.matches("data/years\\.ttl:\\d+(:\\d+)?: error: .*"));
        assertThat(lines.get(30)).startsWith("torchgraph: ").contains("left out");
        assertThat(lines).hasSize(30 + 1 + 10 + 1 + 1);
        assertThat(cli.out()).contains("    30         0  syntax");
    }

    @Test
    void json_has_all_findings_and_their_counts() {
        JsonObject document = document("--format", "json");
        assertThat(document.getJsonObject("counts").getInt("errors")).isEqualTo(25);
        assertThat(document.getJsonObject("counts").getInt("warnings")).isEqualTo(1);
        assertThat(document.getJsonObject("counts").getJsonObject("kinds").getJsonObject(KIND))
                .isEqualTo(Json.createObjectBuilder()
                        .add("errors", 25)
                        .add("warnings", 0)
                        .build());
        List<JsonObject> findings = document.getJsonArray("findings").getValuesAs(JsonObject.class);
        assertThat(findings).hasSize(26);
        assertThat(findings.getFirst().getString("file")).isEqualTo("data/\u7532 b.ttl");
        assertThat(findings.getFirst().getInt("line")).isEqualTo(11);
        assertThat(findings.getFirst().getString("severity")).isEqualTo("error");
        assertThat(findings.getFirst().getString("kind")).isEqualTo(KIND);
        assertThat(findings.getFirst().getString("message")).startsWith("a term of another vocabulary does not exist");
        assertThat(findings.getLast().getString("severity")).isEqualTo("warning");
        assertThat(findings.getLast().getString("kind")).isEqualTo("dangling-link");
    }

    @Test
    void sarif_has_a_result_for_each_finding_with_uris_relative_to_the_publication() {
        JsonObject document = document("--format", "sarif");
        assertThat(document.getString("version")).isEqualTo("2.1.0");
        assertThat(document.getString("$schema")).contains("sarif-2.1.0");
        JsonObject run = document.getJsonArray("runs").getJsonObject(0);
        JsonObject driver = run.getJsonObject("tool").getJsonObject("driver");
        assertThat(driver.getString("name")).isEqualTo("Torchgraph");
        assertThat(driver.getJsonArray("rules").getValuesAs(JsonObject.class))
                .extracting(rule -> rule.getString("id"))
                .containsExactly(KIND, "dangling-link");
        assertThat(driver.getString("informationUri")).startsWith("https://");
        assertThat(driver.getJsonArray("rules").getValuesAs(JsonObject.class)).allSatisfy(rule -> {
            assertThat(rule.getJsonObject("shortDescription").getString("text")).isNotBlank();
            assertThat(rule.getString("helpUri")).startsWith("https://");
        });
        assertThat(driver.getJsonArray("rules").getValuesAs(JsonObject.class))
                .extracting(rule -> rule.getJsonObject("defaultConfiguration").getString("level"))
                .containsExactly("error", "warning");
        assertThat(run.getJsonObject("originalUriBaseIds")
                        .getJsonObject("PUBLICATION")
                        .getString("uri"))
                .isEqualTo(root.toUri().toString())
                .endsWith("/");
        List<JsonObject> results = run.getJsonArray("results").getValuesAs(JsonObject.class);
        assertThat(results).hasSize(26);
        assertThat(results.subList(0, 25)).allSatisfy(result -> {
            assertThat(result.getString("ruleId")).isEqualTo(KIND);
            assertThat(result.getInt("ruleIndex")).isZero();
            assertThat(result.getString("level")).isEqualTo("error");
            assertThat(result.getJsonObject("message").getString("text")).isNotBlank();
            assertThat(place(result).getJsonObject("artifactLocation"))
                    .isEqualTo(Json.createObjectBuilder()
                            .add("uri", "data/%E7%94%B2%20b.ttl")
                            .add("uriBaseId", "PUBLICATION")
                            .build());
        });
        assertThat(results.subList(0, 25))
                .extracting(result -> place(result).getJsonObject("region").getInt("startLine"))
                .containsExactlyElementsOf(IntStream.range(11, 36).boxed().toList());
        assertThat(results.getLast().getString("level")).isEqualTo("warning");
        assertThat(place(results.getLast()).getJsonObject("artifactLocation").getString("uri"))
                .isEqualTo("data/links.ttl");
    }

    @Test
    void a_catalogue_that_cannot_be_read_is_a_finding_of_the_document() {
        folder.write("data/catalog.ttl", "<http://example.org/dataset> a ;\n");
        JsonObject run = document("--format", "sarif").getJsonArray("runs").getJsonObject(0);
        JsonObject result = run.getJsonArray("results").getJsonObject(0);
        assertThat(result.getString("ruleId")).isEqualTo("syntax");
        assertThat(place(result).getJsonObject("artifactLocation").getString("uri"))
                .isEqualTo("data/catalog.ttl");
        assertThat(place(result).getJsonObject("region").getInt("startLine")).isPositive();
        assertThat(document("--format", "json").getJsonObject("counts").getInt("errors"))
                .isPositive();
    }

    private static JsonObject place(JsonObject result) {
        return result.getJsonArray("locations").getJsonObject(0).getJsonObject("physicalLocation");
    }

    @Test
    void a_sound_publication_is_an_empty_list_and_exit_0() {
        folder.turtle("data/\u7532 b.ttl", "").turtle("data/links.ttl", "");
        Cli json = run("check", "--format", "json");
        assertThat(json.exit()).as(json.err()).isZero();
        assertThat(json.out()).contains("\"findings\"").doesNotContain("\"message\"");
        assertThat(run("check", "--format", "sarif").out())
                .contains("\"results\"")
                .doesNotContain("\"level\"");
        assertThat(run("check").out()).hasLineCount(1).doesNotContain("kind");
    }

    @Test
    void a_tidied_file_is_told_beside_the_document() {
        folder.turtle("data/\u7532 b.ttl", "").turtle("data/links.ttl", "<id/z> ex:year \"2025\"^^xsd:gYear .");
        Cli cli = run("check", "--tidy", "--format", "json");
        assertThat(cli.err()).contains("tidied data/links.ttl");
        assertThat(cli.out()).startsWith("{").doesNotContain("tidied");
    }

    @Test
    void a_format_that_there_is_not_is_wrong_use() {
        assertThat(run("check", "--format", "xml").exit()).isEqualTo(2);
    }

    @Test
    void results_of_shapes_are_of_the_kind_of_their_constraint_and_property() {
        folder.turtle(
                "ontology/shapes.ttl",
                """
                ex:S a sh:NodeShape ; sh:targetSubjectsOf rdfs:label ;
                  sh:property [ sh:path ex:year ; sh:maxCount 0 ] , [ sh:path ex:size ; sh:minCount 1 ] .
                """);
        assertThat(run("check").out()).contains("  shape/maxCount/year", "  shape/minCount/size");
    }

    @Test
    void a_vocabulary_that_the_publication_is_or_adds_to_has_no_unknown_terms() {
        folder.turtle("data/\u7532 b.ttl", "")
                .turtle("data/links.ttl", "")
                .turtle(
                        "data/units.ttl",
                        """
                        <http://qudt.org/vocab/unit/NEW-UNIT> a <http://qudt.org/schema/qudt/Unit> ; rdfs:label "new unit"@en .
                        <id/a> ex:unit <http://qudt.org/vocab/unit/NEW-UNIT> , <http://qudt.org/vocab/unit/NO-UNIT> .
                        dct:fresher a rdf:Property ; rdfs:label "fresher"@en .
                        <id/a> dct:fresher "x"@en ; skos:nonesuch "x"@en .
                        """)
                .append("ontology/terms.ttl", "ex:unit rdfs:label \"unit\"@en .");
        assertThat(of(run("check"), "error"))
                .hasSize(2)
                .anyMatch(line -> line.contains("NO-UNIT"))
                .anyMatch(line -> line.contains("nonesuch"));
    }

    @Test
    void a_concept_outside_of_an_excerpt_is_a_warning_though_terms_are_declared_beside_it() {
        folder.turtle("data/\u7532 b.ttl", "")
                .turtle(
                        "data/links.ttl",
                        """
                        <voc#Topic> a owl:Class ; rdfs:label "topic"@en ; skos:definition "What a thing is about."@en .
                        <voc#s> a skos:ConceptScheme ; dct:title "Topics"@en .
                        <voc#c1> a skos:Concept ; skos:prefLabel "one"@en ; skos:inScheme <voc#s> ; skos:broader <voc#c2> .
                        <id/a> a <voc#Tropic> .
                        """);
        Cli cli = run("check");
        assertThat(of(cli, "error")).singleElement().asString().contains("voc#Tropic");
        assertThat(of(cli, "warning"))
                .anyMatch(line -> line.contains("nothing is said of <http://example.org/voc#c2>"));
    }
}
