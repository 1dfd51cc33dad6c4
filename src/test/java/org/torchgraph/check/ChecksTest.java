package org.torchgraph.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.publication.PublicationReader;
import org.torchgraph.publication.evidence.SourceText;

class ChecksTest {
    private static final String PREFIXES =
            """
            BASE <http://example.org/>
            PREFIX ex: <http://example.org/def#>
            PREFIX ev: <http://example.com/evidence#>
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX void: <http://rdfs.org/ns/void#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    @TempDir
    Path root;

    @BeforeEach
    void a_publication_without_faults() throws IOException {
        write("data/catalog.ttl", "<dataset> void:uriSpace \"http://example.org/\" .");
        write(
                "ontology/terms.ttl",
                "ex:Thing a ex:Class . ex:Class a ex:Class . ex:name a ex:Property . ex:Property a ex:Class . ex:of a ex:Property .");
        write(
                "ontology/shapes.ttl",
                """
                ex:Shape a sh:NodeShape ; sh:targetClass ex:Thing ;
                  sh:property [ sh:path ex:name ; sh:minCount 1 ; sh:message "须有名称"@zh-Hans , "a thing needs a name"@en ] ,
                    [ sh:path ex:of ; sh:maxCount 1 ; sh:severity sh:Warning ; sh:message "至多一个 / at most one" ] .
                ex:Shape ex:of ex:Thing .
                """);
        write("data/things.ttl", "<id/a> a ex:Thing ; ex:name \"a\" .");
        write(
                "site.ttl",
                "PREFIX site: <https://w3id.org/torchgraph/site#> [] site:quoteDigest ev:quoteSha256 ; site:sourceDigest ev:sha256 .");
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, PREFIXES + text);
    }

    private Checks checks() {
        return new Checks(PublicationReader.read(root, Optional.empty()));
    }

    private List<String> all() {
        return checks().all(Map.of()).stream().map(Finding::toString).toList();
    }

    @Test
    void a_publication_without_faults_has_no_findings() {
        assertThat(all()).isEmpty();
    }

    @Test
    void a_shape_violation_has_the_message_of_the_shape_in_either_language_and_the_line() throws IOException {
        write("data/more.ttl", "\n<id/b> a ex:Thing .");
        assertThat(all()).containsExactly("data/more.ttl:11: error: a thing needs a name: <id/b> ex:name");
        assertThat(checks().all(Map.of()))
                .singleElement()
                .extracting(finding -> finding.in(Language.ZH))
                .isEqualTo("data/more.ttl:11: error: 须有名称：<id/b> ex:name");
    }

    @Test
    void the_query_of_a_shape_has_messages_in_several_languages_with_its_values_in_each() throws IOException {
        write(
                "ontology/shapes.ttl",
                """
                ex:Shape a sh:NodeShape ; sh:targetClass ex:Thing ; sh:sparql [
                  sh:message "名称过长：{?value}"@zh-Hans , "too long a name, {?value}"@en , "zu lang"@de ;
                  sh:select "SELECT $this ?value { $this <http://example.org/def#name> ?value FILTER(STRLEN(?value) > 3) }" ] ,
                  [ sh:message "eine Sprache"@de ;
                  sh:select "SELECT $this { $this <http://example.org/def#name> ?v FILTER(STRLEN(?v) > 3) }" ] .
                ex:Shape ex:of ex:Thing .
                """);
        write("data/more.ttl", "<id/b> a ex:Thing ; ex:name \"long $1\" .");
        List<Finding> found = checks().all(Map.of());
        assertThat(found.stream().map(finding -> finding.in(Language.EN)))
                .containsExactly(
                        "data/more.ttl:10: error: eine Sprache: <id/b>",
                        "data/more.ttl:10: error: too long a name, long $1: <id/b> \"long $1\"");
        assertThat(found.stream().map(finding -> finding.in(Language.ZH)))
                .containsExactly(
                        "data/more.ttl:10: error: eine Sprache：<id/b>",
                        "data/more.ttl:10: error: 名称过长：long $1：<id/b> \"long $1\"");
    }

    @Test
    void a_warning_does_not_count_as_an_error() throws IOException {
        write("data/more.ttl", "<id/b> a ex:Thing ; ex:name \"b\" ; ex:of <id/a> , <id/b> .");
        List<Finding> findings = checks().all(Map.of());
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.isError()).isFalse();
            assertThat(finding).asString().startsWith("data/more.ttl:10: warning: 至多一个");
        });
    }

    @Test
    void a_link_to_nothing_and_an_undeclared_term_are_found_with_their_line() throws IOException {
        write(
                "data/more.ttl",
                "<id/b> a ex:Thing ; ex:name \"b\" ;\n  ex:of <id/nowhere> ;\n  ex:nmae \"b\" . ex:Thing a <http://www.w3.org/2002/07/owl#Class> .");
        assertThat(all().stream().filter(finding -> finding.contains("nothing is said of")))
                .hasSize(2)
                .anyMatch(finding -> finding.startsWith(
                        "data/more.ttl:11: warning: nothing is said of <http://example.org/id/nowhere>"))
                .anyMatch(finding -> finding.startsWith("data/more.ttl:12: error: ") && finding.contains("def#nmae"));
    }

    @Test
    void graphs_and_paths_of_the_site_are_no_dangling_links() throws IOException {
        write(
                "data/more.ttl",
                "<id/b> a ex:Thing ; ex:name \"b\" ; ex:of <graph/more> . <id/c> ex:of <export/x.ttl> , <sparql> .");
        assertThat(all()).isEmpty();
    }

    @Test
    void links_do_not_keep_a_publication_from_being_served_but_shapes_and_syntax_do() throws IOException {
        write("data/more.ttl", "<id/b> a ex:Thing ; ex:of <id/nowhere> .");
        write("data/broken.ttl", "<id/c> ;");
        List<String> found = checks().toServe().stream().map(Finding::toString).toList();
        assertThat(found).hasSize(2).noneMatch(finding -> finding.contains("nowhere"));
        assertThat(found.get(0)).startsWith("data/broken.ttl:10:");
    }

    @Test
    void a_shape_that_cannot_be_used_is_a_finding() throws IOException {
        write(
                "ontology/shapes.ttl",
                "ex:Shape a sh:NodeShape ; sh:targetClass ex:Thing ; sh:property [ sh:minCount 1 ] . ex:Shape ex:of ex:Thing .");
        assertThat(all()).singleElement().asString().startsWith("ontology/shapes.ttl: error: a shape cannot be used");
    }

    @Test
    void the_query_of_a_shape_may_ask_no_other_service() throws IOException {
        write(
                "ontology/shapes.ttl",
                """
                ex:Shape a sh:NodeShape ; sh:targetClass ex:Thing ; sh:sparql [
                  sh:select "SELECT $this { SERVICE <http://127.0.0.1:9/> { $this ?p ?o } }" ] .
                ex:Shape ex:of ex:Thing .
                """);
        assertThat(checks().toServe())
                .singleElement()
                .asString()
                .startsWith("ontology/shapes.ttl:11: error: a shape cannot be used: SERVICE is not offered");
    }

    @Test
    void faults_of_questions_and_of_rules_are_findings() throws IOException {
        write("queries/q.rq", "ASK {}");
        write("ontology/rules/r.rq", "ASK {}");
        assertThat(checks().toServe()).singleElement().asString().startsWith("queries/q.rq: error: no title");
        assertThat(all()).hasSize(4).anyMatch(finding -> finding.startsWith("ontology/rules/r.rq: error: not a rule"));
    }

    @Test
    void passages_are_recomputed_and_one_changed_digit_is_found() throws IOException {
        Path text = root.resolve("chronicle.txt");
        Files.writeString(text, "一九八八\n年 18 条\n");
        SourceText source = new SourceText(Files.readAllBytes(text));
        write(
                "data/more.ttl",
                """
                <id/source/chronicle> ev:sha256 "%s"^^xsd:hexBinary .
                <id/evidence/e> oa:hasSource <id/source/chronicle> ; ev:quoteSha256 "%s"^^xsd:hexBinary ;
                  oa:hasSelector <id/evidence/e#chars> , <id/evidence/e#lines> .
                <id/evidence/e#chars> oa:start 2 ; oa:end 11 .
                <id/evidence/e#lines> rdf:value "line=0,2" .
                """
                        .formatted(source.fileDigest(), source.passageDigest(2, 11)));
        assertThat(checks().all(Map.of("chronicle", text))).isEmpty();

        Files.writeString(text, "一九八八\n年 19 条\n");
        assertThat(checks().all(Map.of("chronicle", text)))
                .hasSize(2)
                .anyMatch(finding -> finding.toString().contains("SHA-256 of"))
                .anyMatch(finding -> finding.toString().contains("<id/evidence/e> has another digest"))
                .allMatch(Finding::isError)
                .allMatch(finding -> finding.place().line() >= 9);
    }

    @Test
    void a_passage_off_its_lines_or_outside_the_text_is_found() throws IOException {
        Path text = root.resolve("chronicle.txt");
        Files.writeString(text, "ab\ncd\n");
        String digest = new SourceText(Files.readAllBytes(text)).passageDigest(3, 5);
        String evidence =
                """
                <id/source/chronicle> a ex:Thing ; ex:name "c" .
                <id/evidence/e> oa:hasSource <id/source/chronicle> ; ev:quoteSha256 "%s"^^xsd:hexBinary ;
                  oa:hasSelector <id/evidence/e#chars> , <id/evidence/e#lines> .
                <id/evidence/e#chars> oa:start %d ; oa:end %d .
                <id/evidence/e#lines> rdf:value "line=0,1" .
                """;
        write("data/more.ttl", evidence.formatted(digest, 3, 5));
        assertThat(checks().all(Map.of("chronicle", text)))
                .singleElement()
                .asString()
                .contains("says lines 1, but the passage is on lines 2");
        write("data/more.ttl", evidence.formatted(digest, 3, 50));
        assertThat(checks().all(Map.of("chronicle", text)))
                .singleElement()
                .asString()
                .contains("3 to 50 of a text of 6");
        assertThat(checks().all(Map.of("other", text)))
                .singleElement()
                .asString()
                .contains("other");
    }

    @Test
    void wording_taken_from_a_source_is_found_but_names_may_be_the_same() throws IOException {
        Path text = root.resolve("chronicle.txt");
        Files.writeString(text, "条例旨在促进科学技术和\n生产直接结合，推动经济。");
        String evidence =
                "<id/source/chronicle> a ex:Thing ; ex:name \"c\" . <id/evidence/e> oa:hasSource <id/source/chronicle> ;"
                        + " ev:quoteSha256 \"" + new SourceText(Files.readAllBytes(text)).passageDigest(0, 4)
                        + "\" ; oa:hasSelector <id/evidence/e#c> . <id/evidence/e#c> oa:start 0 ; oa:end 4 .\n";
        write("data/more.ttl", evidence + "<id/b> rdfs:label \"促进科学技术和生产直接结合，推动\" ; ex:name \"促进科学技术和生产的结合\" .");
        assertThat(checks().all(Map.of("chronicle", text))).isEmpty();
        write("data/more.ttl", evidence + "<id/b> ex:name \"它促进科学技术 和生产直接结合，推动发展\" .");
        assertThat(checks().all(Map.of("chronicle", text)))
                .singleElement()
                .asString()
                .startsWith("data/more.ttl:")
                .contains("促进科学技术和生产直接结合，");
    }

    @Test
    void names_that_the_notes_on_a_version_quote_are_names_there_too() throws IOException {
        Path text = root.resolve("chronicle.txt");
        Files.writeString(text, "条例旨在促进科学技术和\n生产直接结合，推动经济。");
        String said =
                "<id/source/chronicle> a ex:Thing ; ex:name \"c\" . <id/evidence/e> oa:hasSource <id/source/chronicle> ;"
                        + " ev:quoteSha256 \"" + new SourceText(Files.readAllBytes(text)).passageDigest(0, 4)
                        + "\" ; oa:hasSelector <id/evidence/e#c> . <id/evidence/e#c> oa:start 0 ; oa:end 4 .\n"
                        + "<id/b> <http://www.w3.org/ns/adms#versionNotes> ";
        write("data/more.ttl", said + "\"新增：条例（1）：“促进科学技术和生产直接结合，推动”\"@zh-Hans .");
        assertThat(checks().all(Map.of("chronicle", text))).isEmpty();
        write("data/more.ttl", said + "\"“条例”促进科学技术和生产直接结合，推动“它”\"@zh-Hans .");
        assertThat(checks().all(Map.of("chronicle", text))).hasSize(1);
    }

    @Test
    void passage_digest_does_not_depend_on_white_space_or_composition() {
        SourceText wrapped = new SourceText("e\u0301 高\u3000新\n区".getBytes(StandardCharsets.UTF_8));
        SourceText plain = new SourceText("é高新区".getBytes(StandardCharsets.UTF_8));
        assertThat(wrapped.passageDigest(0, wrapped.length())).isEqualTo(plain.passageDigest(0, plain.length()));
        assertThat(wrapped.fileDigest()).isNotEqualTo(plain.fileDigest());
    }

    @Test
    void a_column_of_which_nothing_tells_what_it_holds_is_a_warning_that_the_settings_can_silence() throws IOException {
        Files.createDirectories(root.resolve("queries"));
        Files.writeString(
                root.resolve("queries/odd.rq"),
                "#+ title.en: Odd\n#+ column: told \"what the front matter tells\"\n" + PREFIXES
                        + "SELECT ?told ?typed ?linked (1 AS ?zorp) (2 AS ?quux) { ?typed a ex:Thing ; ex:name ?linked . BIND(1 AS ?told) }");
        assertThat(undescribed()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(finding.place().file()).isEqualTo("queries/odd.rq");
            assertThat(finding.message().in(Language.EN))
                    .contains("?zorp, ?quux")
                    .doesNotContain("?told", "?typed", "?linked");
        });
        Files.writeString(
                root.resolve("site.ttl"),
                "PREFIX site: <https://w3id.org/torchgraph/site#> [] site:severity [ site:of \"undescribed-column\" ; site:is \"off\" ] .");
        assertThat(undescribed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ?a ex:p ?b OPTIONAL { ?a ex:q ?c BIND(?b + ?c AS ?d) }                 | uses ?b
                    ?a ex:p ?b { ?a ex:q ?c BIND(?b AS ?d) } UNION { ?a ex:r ?d }           | uses ?b
                    ?a ex:p ?b OPTIONAL { ?c ex:q ?d BIND(?d AS ?b) }                       | BIND of ?b
                    ?a ex:p ?b { ?a ex:q ?c FILTER(?c > ?b) } UNION { ?a ex:r ?c }          | FILTER uses ?b
                    ?a ex:p ?b FILTER(LANG(?b) = "zh-Hans")                                 | use LANGMATCHES
                    VALUES ?b { 1 2 } OPTIONAL { { ?a ex:p 1 BIND(1 AS ?b) } UNION { ?a ex:p 2 } } | BIND of ?b
                    """)
    void what_engines_answer_differently_is_a_warning(String pattern, String told) throws IOException {
        assertThat(unportable(pattern)).singleElement().satisfies(finding -> assertThat(
                        finding.message().in(Language.EN))
                .contains(told));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?a ex:p ?b OPTIONAL { ?a ex:q ?c } BIND(?b + ?c AS ?d)",
                "?a ex:p ?b OPTIONAL { ?a ex:q ?c ; ex:p ?b BIND(?b + ?c AS ?d) }",
                "?a ex:p ?b OPTIONAL { ?a ex:q ?c FILTER(?c > ?b) BIND(?c AS ?d) }",
                "?a ex:p ?given OPTIONAL { ?a ex:q ?c BIND(?given + ?c AS ?d) }",
                "?a ex:p ?b OPTIONAL { ?a ex:q ?c FILTER(?c > ?b) }",
                "?a ex:p ?b OPTIONAL { SELECT ?d { ?a ex:q ?c BIND(?c AS ?d) } }",
                "?a ex:p ?b FILTER EXISTS { ?a ex:q ?c FILTER(?c > ?b) }",
                "?a ex:p ?b FILTER(LANG(?b) = \"en\" || LANG(?b) != \"\")",
                "?a ex:p ?b { SELECT ?d { ?a ex:q ?c BIND(?c AS ?d) } }",
                "?a ex:p ?b BIND(EXISTS { ?a ex:q ?b } AS ?d)",
                "{ ?a ex:p ?b BIND(1 AS ?d) } UNION { ?a ex:q ?b BIND(2 AS ?d) }"
            })
    void what_is_in_scope_is_none(String pattern) throws IOException {
        assertThat(unportable(pattern)).isEmpty();
    }

    private List<Finding> unportable(String pattern) throws IOException {
        Files.createDirectories(root.resolve("queries"));
        Files.writeString(
                root.resolve("queries/odd.rq"),
                "#+ title.en: Odd\n#+ param: given xsd:integer 1 \"a number\"\n" + PREFIXES + "SELECT * { " + pattern
                        + " FILTER(?given = 1) }");
        return new Checks(PublicationReader.read(root, Optional.empty()))
                .all(Map.of()).stream()
                        .filter(finding -> Set.of(
                                        Code.QUERY_LANGUAGE,
                                        Code.QUERY_SCOPE_ASSIGNED,
                                        Code.QUERY_SCOPE_FILTERED,
                                        Code.QUERY_SCOPE_USED)
                                .contains(finding.message().code()))
                        .toList();
    }

    private List<Finding> undescribed() {
        return new Checks(PublicationReader.read(root, Optional.empty()))
                .all(Map.of()).stream()
                        .filter(finding -> finding.message().code() == Code.COLUMN_UNDESCRIBED)
                        .toList();
    }
}
