package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.Cli;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** How queries reach the description of the dataset, and that none does by merely naming a term. */
class DescriptionQueriesTest {
    private static final String PREFIXES =
            """
            PREFIX ex: <http://example.org/def#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
            PREFIX void: <http://rdfs.org/ns/void#>
            """;

    @TempDir
    static Path root;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void start() {
        site = TestSite.of(folder(root).read(), TestSite.seconds(20));
    }

    /** Data of which some name terms of descriptions, one of them as a property. */
    static PublicationFolder folder(Path root) {
        return PublicationFolder.in(root)
                .turtle(
                        "data/a.ttl",
                        """
                        <id/a> a ex:Kite ; rdfs:label "A"@en ; ex:knows <id/b> ; ex:about void:Linkset ; ex:text "void:class" .
                        <id/b> a ex:Kite ; rdfs:label "B"@en ; void:documents 7 .
                        ex:Kite rdfs:label "Kite"@en .
                        """)
                .turtle(
                        "data/b.ttl",
                        "<id/c> a ex:Box ; rdfs:label \"C\"@en ; ex:knows <id/a> . <id/rule> sh:select \"SELECT * {}\" .")
                .write(
                        "queries/all.rq",
                        """
                        #+ title.en: All kites
                        #+ title.zh: 全部
                        SELECT ?s { ?s a <http://example.org/def#Kite> } ORDER BY ?s
                        """);
    }

    static String csv(TestSite of, String query, String more) {
        return of.get(
                        "/sparql?query=" + URLEncoder.encode(PREFIXES + query, StandardCharsets.UTF_8) + more,
                        "Accept",
                        "text/csv")
                .body();
    }

    static String csvOfCommand(Path publication, String query) {
        // The base of a query is that of the publication in both.
        Cli command = Cli.runWithInput(
                PREFIXES + query, "query", "--publication", publication.toString(), "--format", "csv", "-");
        assertThat(command.exit()).as(command.err()).isZero();
        return command.out();
    }

    private static int count(String pattern) {
        return count(pattern, "");
    }

    private static int count(String pattern, String more) {
        String counted = csv(site, "SELECT (COUNT(*) AS ?n) " + pattern, more);
        return Integer.parseInt(counted.lines().skip(1).findFirst().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FILTER(?p != void:propertyPartition)",
                "FILTER(?p NOT IN (void:class, sh:ask))",
                "FILTER(STR(?o) != 'http://rdfs.org/ns/void#propertyPartition')",
                "FILTER(?o != 'sh:SPARQLExecutable')",
                "FILTER(?s != <http://example.org/.well-known/void>)",
                "BIND(void:class AS ?x)",
                "OPTIONAL { BIND(sh:select AS ?x) }",
                "VALUES ?x { void:class }",
                "MINUS { ?s a void:Linkset }",
                "MINUS { ?s a void:Dataset ; a void:DatasetDescription }",
                "FILTER NOT EXISTS { ?s void:propertyPartition ?x }",
                "FILTER(!EXISTS { ?s sh:ask ?x })",
                "FILTER(STRSTARTS('http://rdfs.org/ns/void#class', STR(void:)))",
                "# <http://rdfs.org/ns/void#class>\n",
            })
    void naming_a_term_changes_no_count(String clause) {
        int all = count("{ ?s ?p ?o }");
        assertThat(all).isPositive();
        assertThat(count("{ ?s ?p ?o " + clause + " }")).isEqualTo(all);
        assertThat(count("{ ?s ?p ?o " + clause + " }", "&ac=1")).isEqualTo(all);
        assertThat(count("{ { SELECT ?s ?p ?o { ?s ?p ?o " + clause + " } } }")).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FILTER(?p = void:propertyPartition)",
                "FILTER(?o = void:DatasetDescription)",
                "VALUES ?p { void:class sh:ask }",
                "BIND(void:class AS ?q) FILTER(?p = ?q)",
                "VALUES ?s { <http://example.org/.well-known/void> }",
                "FILTER EXISTS { ?s void:propertyPartition ?x }",
                "FILTER EXISTS { ?s a void:DatasetDescription }",
            })
    void what_the_data_do_not_have_is_not_found_by_naming_it(String clause) {
        assertThat(count("{ ?s ?p ?o " + clause + " }")).isZero();
    }

    @Test
    void a_pattern_that_names_a_term_is_asked_of_the_description_and_the_pattern_beside_it_is_not() {
        assertThat(count("{ ?s void:propertyPartition ?o }")).isPositive();
        assertThat(count("{ ?d a void:DatasetDescription }")).isEqualTo(1);
        assertThat(count("{ ?d a void:DatasetDescription . ?d ?p ?o }")).isZero();
        assertThat(count("{ ?d a void:DatasetDescription . ?s ?p ?o }")).isEqualTo(count("{ ?s ?p ?o }"));
        assertThat(count("{ ?q a sh:SPARQLExecutable ; sh:select|sh:ask|sh:construct|sh:describe ?text }"))
                .isPositive();
        assertThat(count(
                        "{ ?cp void:class ex:Kite ; void:propertyPartition/void:property ?p . ex:Kite rdfs:label ?l }"))
                .isPositive();
        assertThat(count("{ ?s !void:class ?o }")).isEqualTo(count("{ ?s ?p ?o }"));
        assertThat(count("{ ?s (rdfs:label|void:class) ?o }")).isEqualTo(count("{ ?s rdfs:label ?o }"));
        assertThat(count("{ <id/a> void:class* ?o }")).isEqualTo(1);
    }

    @Test
    void what_names_the_description_is_taken_away_from_it_too() {
        int parts = count("{ ?c void:class ?k }");
        int parted = count("{ ?c void:class ?k FILTER EXISTS { ?c void:propertyPartition ?pp } }");
        assertThat(parted).isPositive().isLessThan(parts);
        assertThat(count("{ ?c void:class ?k MINUS { ?c void:propertyPartition ?pp } }"))
                .isEqualTo(parts - parted);
    }

    @Test
    void terms_that_the_data_use_so_are_those_of_the_data() {
        assertThat(count("{ ?s void:documents ?n }")).isEqualTo(1);
        assertThat(csv(site, "SELECT ?n { ?s void:documents ?n }", "")).isEqualTo("n\r\n7\r\n");
        assertThat(count("{ ?d void:uriSpace ?b }")).isEqualTo(1);
        assertThat(csv(site, "SELECT ?s { ?s sh:select ?q }", "")).isEqualTo("s\r\nhttp://example.org/id/rule\r\n");
    }

    @Test
    void beside_what_only_the_description_has_terms_that_the_data_use_are_those_of_both() {
        assertThat(csv(
                        site,
                        "SELECT ?s { ?s a sh:SPARQLExecutable ; sh:select ?q FILTER(CONTAINS(STR(?s), 'all')) }",
                        ""))
                .isEqualTo("s\r\nhttp://example.org/queries/all\r\n");
        assertThat(count("{ ?d a void:DatasetDescription . ?s sh:select ?q }"))
                .isGreaterThan(count("{ ?s sh:select ?q }"));
    }

    @Test
    void the_graph_is_reached_by_its_name_in_every_way_of_the_language_and_the_protocol() {
        String name = "http://example.org/.well-known/void";
        int size = count("{ GRAPH <.well-known/void> { ?s ?p ?o } }");
        assertThat(size).isPositive();
        assertThat(count("FROM <" + name + "> { ?s ?p ?o }")).isEqualTo(size);
        assertThat(count("FROM NAMED <" + name + "> { GRAPH ?g { ?s ?p ?o } }")).isEqualTo(size);
        assertThat(count("FROM NAMED <" + name + "> { GRAPH <.well-known/void> { ?s ?p ?o } }"))
                .isEqualTo(size);
        assertThat(count("FROM NAMED <" + name + "> { ?s ?p ?o }")).isZero();
        assertThat(count("{ ?s ?p ?o }", "&default-graph-uri=" + name)).isEqualTo(size);
        assertThat(count("{ GRAPH ?g { ?s ?p ?o } }", "&named-graph-uri=" + name))
                .isEqualTo(size);
        assertThat(count("FROM <graph/b> FROM <" + name + "> { ?s ?p ?o }"))
                .isEqualTo(size + count("{ GRAPH <graph/b> { ?s ?p ?o } }"));
        assertThat(count("FROM <graph/b> { ?s void:class ?o }")).isZero();
        assertThat(count("{ ?s ?p ?o FILTER EXISTS { GRAPH <.well-known/void> { ?x void:class ?y } } }"))
                .isEqualTo(count("{ ?s ?p ?o }"));
        assertThat(site.get("/data?graph=" + name).statusCode()).isEqualTo(200);
    }

    @Test
    void graphs_that_a_variable_finds_are_those_of_the_data() {
        assertThat(csv(site, "SELECT ?g { GRAPH ?g {} } ORDER BY ?g", ""))
                .isEqualTo("g\r\nhttp://example.org/graph/a\r\nhttp://example.org/graph/b\r\n"
                        + "http://example.org/graph/catalog\r\n");
        for (String clause : List.of(
                "FILTER(?g = <.well-known/void>)",
                "VALUES ?g { <.well-known/void> }",
                "BIND(<.well-known/void> AS ?g)")) {
            assertThat(count("{ " + clause + " GRAPH ?g { ?s ?p ?o } }"))
                    .as(clause)
                    .isZero();
            assertThat(count("{ GRAPH ?g { ?s ?p ?o } " + (clause.startsWith("BIND") ? "" : clause) + " }"))
                    .as(clause)
                    .isLessThanOrEqualTo(count("{ GRAPH ?g { ?s ?p ?o } }"));
        }
        assertThat(count("{ GRAPH ?g { ?s void:class ?o } }")).isZero();
        assertThat(count("{ GRAPH <graph/a> { ?s void:class ?o } }")).isZero();
        assertThat(count("{ GRAPH <graph/a> { ?s ?p ?o FILTER EXISTS { ?x void:class ?y } } }"))
                .isZero();
    }

    @Test
    void a_marked_query_that_names_a_term_is_asked_of_both_together() {
        String examples =
                """
                SELECT DISTINCT ?sq ?comment ?query WHERE {
                  ?sq a sh:SPARQLExecutable ; rdfs:comment ?comment ;
                      sh:select|sh:ask|sh:construct|sh:describe ?query .
                } ORDER BY ?sq""";
        assertThat(csv(site, examples, "&ac=1")).contains("http://example.org/queries/all", "All kites");
        assertThat(csv(site, examples, "").lines()).hasSize(1);
        assertThat(count("{ ?d void:uriSpace ?b ; ?p ?o }", "&ac=1"))
                .isGreaterThan(count("{ ?d void:uriSpace ?b ; ?p ?o }"));
        assertThat(count("{ [] a ?class }", "&ac=1")).isEqualTo(count("{ [] a ?class }"));
        assertThat(count("{ GRAPH ?g { ?s ?p ?o } OPTIONAL { ?x void:class ex:None } }", "&ac=1"))
                .isEqualTo(count("{ GRAPH ?g { ?s ?p ?o } }"));
    }

    /** What the editor asks of late: the same with labels, and graphs as service descriptions know them. */
    @Test
    void an_editor_that_asks_for_labels_and_graphs_too_finds_classes_and_properties() {
        String classes =
                """
                SELECT DISTINCT ?graph ?subjectClass ?prop ?objectClass ?triples ?label WHERE {
                  { OPTIONAL { ?graph sd:graph ?part . OPTIONAL { ?graph rdfs:label ?name } ?part void:classPartition ?cp }
                    ?cp void:class ?subjectClass ; void:propertyPartition ?pp .
                    OPTIONAL { ?subjectClass rdfs:label ?label }
                    ?pp void:property ?prop .
                    OPTIONAL { ?pp void:triples ?triples }
                    OPTIONAL { ?pp void:classPartition [ void:class ?objectClass ] }
                  } UNION {
                    ?links void:subjectsTarget [ void:class ?subjectClass ] ; void:linkPredicate ?prop ;
                      void:objectsTarget [ void:class ?objectClass ] }
                } ORDER BY ?subjectClass ?prop""";
        assertThat(csv(site, classes, "&ac=1").lines())
                .anyMatch(row -> row.contains("def#Kite,http://example.org/def#knows") && row.endsWith(",Kite"))
                .anyMatch(row -> row.contains("def#Box,http://example.org/def#knows,http://example.org/def#Kite"));
        assertThat(csv(site, "SELECT DISTINCT ?prefix ?ns { [] sh:namespace ?ns ; sh:prefix ?prefix }", "&ac=1"))
                .startsWith("prefix,ns");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(?p != void:propertyPartition) }",
                "SELECT (COUNT(*) AS ?n) { ?s void:propertyPartition ?o }",
                "SELECT ?q ?text { ?q a sh:SPARQLExecutable ; sh:select ?text }",
                "SELECT (COUNT(*) AS ?n) FROM <http://example.org/.well-known/void> { ?s ?p ?o }",
                "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o MINUS { ?s a void:Linkset } }",
                "SELECT (COUNT(*) AS ?n) { GRAPH <http://example.org/.well-known/void> { ?s ?p ?o } }",
                "SELECT ?g { GRAPH ?g {} } ORDER BY ?g",
            })
    void the_command_line_answers_as_the_site(String query) {
        assertThat(csvOfCommand(root, query)).isEqualTo(csv(site, query, ""));
    }
}
