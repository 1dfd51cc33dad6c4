package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** Headers, heads of pages and buttons offer the forms in which a thing can be had, and no others. */
class OfferedFormsTest {
    private static final Pattern ALTERNATE = Pattern.compile("<([^>]+)>; rel=\"alternate\"; type=\"[^\"]+\"");
    private static final Set<String> DATA = Set.of("ttl", "jsonld", "nt", "rdf", "csv", "json", "tsv", "xml", "html");

    @TempDir
    static Path root;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void start() {
        site = TestSite.of(
                PublicationFolder.in(root)
                        .turtle(
                                "data/odd.ttl",
                                """
                                <id/plain> rdfs:label "plain" .
                                <id/number> <http://example.org/p/1> "a property that ends in a digit" .
                                <id/control> rdfs:label "a \\u0007 bell" .
                                <id/said> ex:says <<( <id/a> ex:b <id/c> )>> .
                                <id/dots> ex:at <http://example.com/a/../b> .
                                <id/turned> ex:text "abc"@ar--rtl .
                                ex:Odd a owl:Class ; rdfs:comment "a \\u0001 start" .
                                <def> a owl:Ontology .
                                """)
                        .write("queries/rows.rq", "#+ title.en: Rows\nSELECT ?o { ?s ?p ?o }")
                        .write(
                                "queries/said.rq",
                                "#+ title.en: Said\nCONSTRUCT { ?s <http://example.org/p/1> ?o } { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?o }")
                        .write("queries/none.rq", "#+ title.en: None\nCONSTRUCT WHERE { ?s <urn:none> ?o }")
                        .read(),
                TestSite.seconds(20));
    }

    private static Set<String> suffixes(Stream<String> addresses) {
        return addresses
                .map(address -> address.replaceFirst("\\?.*", "").replaceFirst(".*\\.", ""))
                .filter(DATA::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> alternates(HttpResponse<String> answer) {
        Matcher link = ALTERNATE.matcher(String.join(", ", answer.headers().allValues("Link")));
        return link.results().map(found -> found.group(1)).toList();
    }

    private static int status(String address) {
        return site.get(address).statusCode();
    }

    /** What a document is offered in is what it is answered in, whichever form tells. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/doc/id/plain    | html jsonld nt rdf ttl",
                "/doc/id/number   | html jsonld nt ttl",
                "/doc/id/control  | html jsonld nt ttl",
                "/doc/id/said     | html nt ttl",
                "/doc/id/dots     | html nt",
                "/doc/id/turned   | html nt ttl",
                "/def             | html jsonld nt ttl"
            })
    void a_document_is_offered_in_the_forms_that_can_say_it(String path, String forms) {
        Set<String> all = new TreeSet<>(List.of(forms.split(" ")));
        assertThat(Stream.of("html", "ttl", "jsonld", "nt", "rdf")
                        .filter(form -> status(path + "." + form) == 200)
                        .collect(Collectors.toSet()))
                .isEqualTo(all);
        for (String form : all) {
            Set<String> others = new TreeSet<>(all);
            others.remove(form);
            assertThat(suffixes(alternates(site.get(path + "." + form)).stream()))
                    .as(form)
                    .isEqualTo(others);
            assertThat(suffixes(alternates(site.send("HEAD", path + "." + form, BodyPublishers.noBody())).stream()))
                    .isEqualTo(others);
        }
        Document page = Jsoup.parse(site.get(path, "Accept", "text/html").body());
        Set<String> rdf = new TreeSet<>(all);
        rdf.remove("html");
        assertThat(suffixes(page.select("link[rel=alternate][type]").eachAttr("href").stream()))
                .isEqualTo(rdf.stream().filter(DATA::contains).collect(Collectors.toCollection(TreeSet::new)));
        assertThat(suffixes(page.select("main a.button").eachAttr("href").stream()))
                .isEqualTo(rdf);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dataset.ttl",
                "/dataset.nt",
                "/queries/rows.csv",
                "/queries/rows.json",
                "/queries/rows.nt",
                "/queries/rows.csv?labels=zh",
                "/queries/said.nt",
                "/queries/said.ttl",
                "/queries/none.ttl"
            })
    void whatever_an_answer_offers_is_answered(String path) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(alternates(answer))
                .isNotEmpty()
                .allSatisfy(address -> assertThat(status(address)).as(address).isIn(200, 303));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/queries/rows", "/queries/said", "/queries/none"})
    void whatever_the_page_of_a_question_offers_is_answered(String path) {
        HttpResponse<String> answer = site.get(path, "Accept", "text/html");
        Stream<String> buttons = Jsoup.parse(answer.body()).select("main a.button").eachAttr("href").stream()
                .filter(href -> href.startsWith("/queries/"));
        assertThat(Stream.concat(alternates(answer).stream(), buttons))
                .hasSizeGreaterThan(3)
                .allSatisfy(address -> assertThat(status(address)).as(address).isEqualTo(200));
    }

    @Test
    void a_question_that_makes_a_property_which_xml_cannot_name_is_not_offered_in_it() {
        assertThat(suffixes(alternates(site.get("/queries/said.nt")).stream()))
                .containsExactly("html", "jsonld", "ttl");
        assertThat(status("/queries/said.rdf")).isEqualTo(406);
        assertThat(suffixes(alternates(site.get("/queries/none.nt")).stream()))
                .containsExactly("html", "jsonld", "rdf", "ttl");
    }

    @Test
    void a_reader_of_the_description_is_sent_to_the_page_with_forms_that_are_answered() {
        HttpResponse<String> answer = site.get("/dataset", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(alternates(answer))
                .isNotEmpty()
                .allSatisfy(address -> assertThat(status(address)).as(address).isEqualTo(200));
    }
}
