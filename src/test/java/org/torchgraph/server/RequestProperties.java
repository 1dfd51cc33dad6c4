package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.commons.io.FileUtils;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** Whatever fields and parameters a request has, its reply is one that HTTP and our documentation allow. */
class RequestProperties {
    private static Path root;
    private static TestSite site;

    @BeforeContainer
    static void serve() throws IOException {
        root = Files.createTempDirectory("requests");
        site = TestSite.of(
                        PublicationFolder.in(root)
                                .turtle("data/a.ttl", "<id/a> rdfs:label \"a\"@en , \"甲\"@zh .")
                                .write(
                                        "queries/names.rq",
                                        """
                                        #+ title.en: Names
                                        #+ title.zh: 名称
                                        #+ param: year xsd:gYear 2025 "year"
                                        #+ param: of xsd:anyURI id/a "thing"
                                        SELECT ?of ?name ?year { ?of <http://www.w3.org/2000/01/rdf-schema#label> ?name }
                                        """)
                                .read(),
                        TestSite.seconds(20))
                .searchable();
    }

    @AfterContainer
    static void stop() throws IOException {
        site.close();
        FileUtils.deleteDirectory(root.toFile());
    }

    private static void assertSound(HttpResponse<String> reply, Object sent) {
        assertThat(reply.statusCode()).as("%s %s", sent, reply.body()).isIn(200, 303, 304, 400, 404, 406, 412, 414);
        assertThat(reply.headers().firstValue("X-Content-Type-Options"))
                .as("%s", sent)
                .contains("nosniff");
        assertThat(reply.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        boolean empty = reply.statusCode() == 304 || reply.statusCode() == 303;
        assertThat(reply.body().isEmpty()).as("%s", sent).isEqualTo(empty);
        if (reply.statusCode() == 400) {
            assertThat(reply.body()).as("%s", sent).containsAnyOf("\"detail\":\"", "<html");
        }
        assertThat(reply.body()).as("%s", sent).doesNotContain("\tat ", "Exception:");
    }

    @Property(tries = 200)
    void fields_of_any_value_get_a_sound_reply_and_the_same_one_again(
            @ForAll("paths") String path, @ForAll("fields") @Size(min = 1, max = 4) Map<String, String> fields) {
        List<String> headers = new ArrayList<>();
        fields.forEach((name, value) -> headers.addAll(List.of(name, value)));
        HttpResponse<String> first = site.get(path, headers.toArray(String[]::new));
        assertSound(first, fields);
        HttpResponse<String> again = site.get(path, headers.toArray(String[]::new));
        assertThat(again.statusCode()).as("%s", fields).isEqualTo(first.statusCode());
        assertThat(again.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
        assertThat(again.body()).isEqualTo(first.body());
        // What a client has is not sent again, whatever else it says.
        first.headers()
                .firstValue("ETag")
                .filter(tag -> first.statusCode() == 200)
                .ifPresent(tag -> {
                    List<String> conditional = new ArrayList<>(headers);
                    for (int i = conditional.size() - 2; i >= 0; i -= 2) {
                        if (conditional.get(i).startsWith("If-")) {
                            conditional.subList(i, i + 2).clear();
                        }
                    }
                    conditional.addAll(List.of("If-None-Match", tag));
                    assertThat(site.get(path, conditional.toArray(String[]::new))
                                    .statusCode())
                            .as("%s", fields)
                            .isEqualTo(304);
                });
    }

    @Property(tries = 200)
    void parameters_of_any_name_and_value_get_a_sound_reply(
            @ForAll("answering") String path, @ForAll("texts") String name, @ForAll("texts") String value) {
        String asked = path + (path.contains("?") ? "&" : "?") + PercentEncoding.value(name) + "="
                + PercentEncoding.value(value);
        assertSound(site.get(asked), asked);
    }

    @Example
    void an_embedded_question_is_answered_whatever_its_parameters_stand_for() {
        HttpResponse<String> page = site.get("/queries/names?embed=1&lang=en", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertSound(page, "embed=1");
    }

    @Property(tries = 100)
    void a_value_is_a_term_or_refused_by_the_name_of_its_parameter(@ForAll("texts") String value) {
        for (String name : List.of("year", "of")) {
            HttpResponse<String> reply = site.get("/queries/names.csv?" + name + "=" + PercentEncoding.value(value));
            assertThat(reply.statusCode()).as(value).isIn(200, 400);
            if (reply.statusCode() == 400) {
                assertThat(reply.body()).as(value).contains("\"parameter\":\"" + name + "\"");
            }
        }
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of(
                "/",
                "/doc/a",
                "/id/a",
                "/queries/names",
                "/sparql?query=ASK%7B%7D",
                "/data?default",
                "/dataset",
                "/feed.atom",
                "/search?q=a",
                "/nothing");
    }

    @Provide
    Arbitrary<String> answering() {
        return Arbitraries.of(
                "/",
                "/doc/a",
                "/queries/names.csv",
                "/queries/names.html",
                "/sparql?query=ASK%7B%7D",
                "/search.json?q=a",
                "/search/suggest?q=a",
                "/resource",
                "/compare",
                "/compare.csv",
                "/data",
                "/sitemap.xml",
                "/versions",
                "/export",
                "/sparql/explain",
                "/def");
    }

    @Provide
    Arbitrary<Map<String, String>> fields() {
        Arbitrary<String> names = Arbitraries.of(
                "Accept",
                "Accept-Language",
                "Accept-Encoding",
                "If-None-Match",
                "If-Match",
                "If-Modified-Since",
                "If-Unmodified-Since",
                "Range",
                "If-Range",
                "Content-Type",
                "Cookie",
                "Origin",
                "Forwarded",
                "X-Forwarded-For",
                "X-Forwarded-Prefix",
                "X-Forwarded-Host",
                "User-Agent",
                "Authorization",
                "Prefer");
        Arbitrary<String> pieces = Arbitraries.of(
                "text/turtle",
                "text/html",
                "*/*",
                "application/*",
                ";q=",
                "0.5",
                "1",
                "1.0000",
                "-1",
                ",",
                ", ",
                "gzip",
                "identity",
                "zh",
                "zh-Hans-CN",
                "en",
                "*",
                "\"",
                "W/\"x\"",
                "\"a\"",
                "bytes=",
                "0-",
                "Sat, 28 Nov 2026 20:00:00 GMT",
                "for=",
                "host=",
                ";",
                "=",
                "/a",
                "..",
                "charset=utf-8",
                "[::1]",
                "\u00ff",
                " ",
                "\t",
                "(",
                "%zz",
                "Bearer ");
        return Arbitraries.maps(names, pieces.list().ofMinSize(1).ofMaxSize(6).map(parts -> String.join("", parts)));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> known = Arbitraries.of(
                "lang",
                "page",
                "labels",
                "version",
                "embed",
                "cite",
                "q",
                "thing",
                "iri",
                "query",
                "graph",
                "default",
                "year",
                "of",
                "zh",
                "en",
                "-1",
                "0",
                "99999999999999999999",
                "2025",
                "id/a",
                "http://example.org/id/a",
                "");
        return Arbitraries.oneOf(
                known,
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.strings().ascii().ofMaxLength(12));
    }
}
