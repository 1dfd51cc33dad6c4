package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
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

/** Content codings both ways, and what a script of another site may send. */
class CodingsTest {
    /** What is too small to be worth it is compressed for those alone. */
    private static final Pattern NOTHING_ELSE = Pattern.compile("(identity|\\*);q=0(,|$)");

    private static final String QUERY = "application/sparql-query";

    @TempDir
    static Path root;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void start() {
        site = TestSite.of(
                PublicationFolder.in(root)
                        .turtle("data/kites.ttl", "<id/kite/1> rdfs:label \"Red kite\"@en , \"红风筝\"@zh .")
                        .read(),
                TestSite.seconds(20));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static HttpResponse<String> post(String coding, String type, byte[] body) {
        return site.send(
                "POST",
                "/sparql",
                BodyPublishers.ofByteArray(body),
                "Content-Type",
                type,
                "Content-Encoding",
                coding,
                "Accept",
                "text/csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZip"})
    void a_compressed_body_is_read(String coding) throws IOException {
        String query = "SELECT ?name { ?s ?p ?name FILTER(LANG(?name) = 'zh') }";
        assertThat(post(coding, QUERY, gzip(query)).body()).contains("红风筝");
        byte[] form = gzip("query=" + PercentEncoding.value(query));
        assertThat(post(coding, "application/x-www-form-urlencoded", form).body())
                .contains("红风筝");
        assertThat(site.send(
                                "QUERY",
                                "/sparql",
                                BodyPublishers.ofByteArray(gzip(query)),
                                "Content-Type",
                                QUERY,
                                "Content-Encoding",
                                coding)
                        .body())
                .contains("红风筝");
    }

    @Test
    void a_body_in_several_members_is_one() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(gzip("ASK"));
        both.write(gzip("{}"));
        assertThat(post("gzip", QUERY, both.toByteArray()).statusCode()).isEqualTo(200);
        assertThat(post("identity", QUERY, "ASK{}".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_body_that_is_too_large_when_inflated_is_413_however_small_it_was_sent() throws IOException {
        byte[] bomb = gzip("#".repeat(200 << 20));
        assertThat(bomb.length).isLessThan(256 * 1024);
        HttpResponse<String> refused = post("gzip", QUERY, bomb);
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("256 KiB");
        ByteArrayOutputStream empties = new ByteArrayOutputStream();
        for (int members = 0; members < 20_000; members++) {
            empties.write(gzip(""));
        }
        assertThat(post("gzip", QUERY, empties.toByteArray()).statusCode()).isEqualTo(413);
        assertThat(post("gzip", QUERY, gzip("ASK{}#" + "x".repeat(20_000))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_body_that_is_no_whole_gzip_is_400() throws IOException {
        byte[] whole = gzip("ASK { ?s ?p ?o } # " + "some words ".repeat(100));
        byte[] changed = whole.clone();
        changed[changed.length / 2] ^= 0x55;
        byte[] sum = whole.clone();
        sum[sum.length - 6] ^= 0x55;
        for (byte[] broken : new byte[][] {
            Arrays.copyOf(whole, whole.length - 9),
            Arrays.copyOf(whole, 5),
            {},
            changed,
            sum,
            "ASK{}".getBytes(StandardCharsets.UTF_8)
        }) {
            HttpResponse<String> refused = post("gzip", QUERY, broken);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("gzip");
        }
        assertThat(post("gzip", QUERY, new byte[0]).body()).contains("not whole");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "zstd", "gzip, gzip", "gzip, br", "*", "gzip;q=1", ""})
    void other_codings_are_415_and_those_that_are_read_are_named(String coding) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out)) {
            deflate.write("ASK{}".getBytes(StandardCharsets.UTF_8));
        }
        HttpResponse<String> refused = post(coding, QUERY, out.toByteArray());
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(refused.headers().firstValue("Accept-Encoding")).contains("gzip, identity");
        assertThat(refused.body()).contains("about#unsupported-coding");
        assertThat(site.post("/sparql", "text/plain", "ASK{}").headers().firstValue("Accept-Encoding"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip;q=0.5, identity;q=1 | identity",
                "* | gzip",
                "gzip | gzip",
                "x-gzip | gzip",
                "br, gzip;q=0.8, *;q=0.1 | gzip",
                "identity;q=0 | 406",
                "identity;q=0, gzip | gzip",
                "*;q=0, gzip;q=0.1 | gzip",
                "*;q=0 | 406",
                "br, *;q=0 | 406",
                "gzip;q=0 | identity",
                "br | identity",
                "identity | identity"
            })
    void an_answer_is_in_the_coding_that_is_liked_best(String accepted, String expected) throws IOException {
        for (String path : new String[] {"/doc/kite/1.html", "/sparql?query=ASK%7B%7D", "/assets/style.css"}) {
            HttpResponse<byte[]> answer = site.bytes(path, "Accept-Encoding", accepted);
            assertThat(String.join(", ", answer.headers().allValues("Vary"))).contains("Accept-Encoding");
            if (expected.equals("406")) {
                assertThat(answer.statusCode()).isEqualTo(406);
                assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("gzip");
                continue;
            }
            boolean gzip = answer.headers().firstValue("Content-Encoding").isPresent();
            boolean small = path.startsWith("/sparql");
            boolean wanted = expected.equals("gzip")
                    && (!small || NOTHING_ELSE.matcher(accepted).find());
            assertThat(gzip).as(path).isEqualTo(wanted);
            byte[] plain =
                    gzip ? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes() : answer.body();
            assertThat(plain).isEqualTo(site.bytes(path).body());
        }
    }

    @Test
    void a_script_of_another_site_may_send_the_headers_it_asks_for() {
        HttpResponse<String> preflight = site.send(
                "OPTIONS",
                "/sparql",
                BodyPublishers.noBody(),
                "Origin",
                "https://a.example",
                "Access-Control-Request-Method",
                "QUERY",
                "Access-Control-Request-Headers",
                "x-requested-with,authorization, X-My-Client, content-encoding, <script>, a b, ü, " + "x-"
                        + "y".repeat(300));
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Headers")
                        .orElse("")
                        .split(", "))
                .contains("X-Requested-With", "Authorization", "X-My-Client", "Content-Encoding", "Content-Type")
                .allMatch(name -> name.matches("[A-Za-z-]{2,60}"));
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Methods")
                        .orElse(""))
                .contains("QUERY", "POST");
        assertThat(preflight.headers().firstValue("Access-Control-Max-Age")).contains("86400");
        assertThat(preflight.headers().firstValue("Vary")).contains("Access-Control-Request-Headers");
        assertThat(preflight.headers().firstValue("Accept-Query").orElse("")).contains(QUERY);
        assertThat(site.get("/sparql")
                        .headers()
                        .firstValue("Access-Control-Expose-Headers")
                        .orElse(""))
                .contains("Accept-Query");
    }
}
