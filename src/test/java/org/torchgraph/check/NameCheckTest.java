package org.torchgraph.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.publication.Publication;

class NameCheckTest {
    @TempDir
    Path root;

    private List<String> check(String turtle) {
        Publication publication =
                PublicationFolder.in(root).turtle("data/names.ttl", turtle).read();
        assertThat(publication.faults()).isEmpty();
        CheckedData data =
                CheckedData.of(publication, MemoryDataset.of(publication).snapshot());
        return new DataChecks(data, List.of())
                .all().stream().map(Finding::toString).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id/AC%2FDC | %2F, %5C and %25 | /resource?iri=http%3A%2F%2Fexample.org%2Fid%2FAC%252FDC",
                "id/50%25 | %2F, %5C and %25 | /resource?iri=",
                "id/x//y | one slash of // | /resource?iri=",
                "id/q?x=1 | begins the query | /resource?iri=",
                "id/a;b | what follows ; | /resource?iri=",
                "id/v1.ttl | data file of another document | /resource?iri=http%3A%2F%2Fexample.org%2Fid%2Fv1.ttl",
                "id/turn%E2%80%AEed | cannot be seen | /resource?iri=",
                "id/bell%07 | cannot be seen | /resource?iri=",
                "id/%FF | not UTF-8 | /resource?iri=",
                "search | the site answers at the address of <search> by itself | /doc/search",
                "queries/none | the site answers | /doc/queries/none",
            })
    void a_name_that_no_path_carries_is_a_warning_with_its_reason_and_its_page(
            String name, String reason, String page) {
        assertThat(check("<id/fine> rdfs:label \"fine\"@en .\n<" + name + "> rdfs:label \"odd\"@en ."))
                .singleElement()
                .asString()
                .startsWith("data/names.ttl:12: warning: ")
                .contains("<" + name + ">", reason, page);
    }

    @Test
    void dot_segments_are_told_of_wherever_the_iri_stands() {
        assertThat(
                        check(
                                "<id/a> rdfs:seeAlso <http://other.example/a/../b> , <http://other.example/a..b/.c> , <urn:x:a/../b> ."))
                .singleElement()
                .asString()
                .startsWith("data/names.ttl:11: warning: ")
                .contains("<http://other.example/a/../b>", "clients resolve . and ..");
    }

    @Test
    void a_text_that_turns_what_follows_it_is_told_of_and_an_isolated_one_is_not() {
        assertThat(
                        check(
                                "<id/fine> rdfs:label \"\\u2067\u05d0\\u2069 fine\"@en .\n"
                                        + "<id/spoof> rdfs:label \"safe \\u202Egnp.exe\"@en ; rdfs:comment \"\u05d0 alone turns itself\"@en ."))
                .singleElement()
                .asString()
                .startsWith("data/names.ttl:12: warning: ")
                .contains("<id/spoof>", "U+202E");
    }

    @Test
    void two_names_with_one_path_are_told_of_the_one_that_does_not_have_it() {
        assertThat(check("<id/caf\u00e9> rdfs:label \"a\"@en .\n<id/caf%C3%A9> rdfs:label \"b\"@en .\n"
                        + "<id/same> rdfs:label \"c\"@en . <same> rdfs:label \"d\"@en ."))
                .satisfiesExactly(
                        one -> assertThat(one)
                                .startsWith(
                                        "data/names.ttl:12: warning: the path of <id/caf%C3%A9> is that of <id/caf\u00e9>"),
                        two -> assertThat(two)
                                .startsWith("data/names.ttl:13: warning: the path of <same> is that of <id/same>"));
    }

    @Test
    void ordinary_names_are_not_told_of() {
        assertThat(
                        check(
                                "<id/a> rdfs:label \"a\"@en . <id/a%20b> rdfs:label \"b\"@en . <id/\u4e2d/v1.2> rdfs:label \"c\"@en .\n"
                                        + "<urn:isbn:0?z> rdfs:label \"d\"@en . <http://other.example/a.ttl?b;c> rdfs:label \"e\"@en ."))
                .isEmpty();
    }

    @Test
    void each_of_many_such_names_has_its_line() {
        String many = IntStream.range(0, 130)
                .mapToObj(number -> "<id/%03d;> rdfs:label \"odd\"@en .".formatted(number))
                .collect(Collectors.joining("\n"));
        assertThat(check(many)).hasSize(130).allMatch(line -> line.matches("data/[^:]+:\\d+: warning: .*"));
    }

    @Test
    void a_link_to_nothing_is_a_warning_and_an_undeclared_term_of_declared_ones_an_error() {
        assertThat(check("<id/a> <p> 1 ; skos:related <id/nowhere> ."))
                .hasSize(2)
                .allMatch(finding -> finding.contains(": warning: nothing is said of <http://example.org/"));
        assertThat(check("ex:Kite a owl:Class . <id/a> a ex:Kit ; skos:related <id/nowhere> ."))
                .anyMatch(finding -> finding.contains(": error: nothing is said of <http://example.org/def#Kit>"))
                .anyMatch(finding -> finding.contains(": warning: nothing is said of <http://example.org/id/nowhere>"));
    }

    @Test
    void paths_that_only_begin_like_one_of_the_site_are_links_to_nothing() {
        assertThat(
                        check(
                                "<id/a> skos:related <dataaset/x> , <search-me> , <updates> , <search> , <sparql> , <export/x.ttl> ."))
                .hasSize(3)
                .allMatch(finding ->
                        finding.contains("dataaset") || finding.contains("search-me") || finding.contains("updates"));
    }
}
