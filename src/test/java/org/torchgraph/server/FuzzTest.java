package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.WritableSite;

/**
 * Requests made from valid ones by chance: how many says the system property {@code fuzz.requests}, with which seed
 * {@code fuzz.seed}.
 */
class FuzzTest {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 2000);
    private static final int SEED = Integer.getInteger("fuzz.seed", 7);
    private static final int THREADS = 4;

    private static final Map<String, String> VALID = Map.of(
            "text/turtle",
            """
            BASE <http://example.org/> PREFIX ex: <def#> @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            <id/b> a ex:Thing ; ex:name "b"@zh-Hans , '''long
            text''' , 1 , -2.5e3 , true , "2020-02-30"^^xsd:date ; ex:list ( 1 [ ex:name "\\u4e2d\\n" ] <#x> ) .
            _:one ex:next _:two . _:two ex:next _:one . << <id/b> ex:name "b" >> ex:said <id/c> .
            """,
            "application/n-triples",
            """
            <http://example.org/id/b> <http://example.org/def#name> "b"@en-GB .
            _:x <http://example.org/def#name> "\\u4E2D\\U0001F600\\t\\"" . # comment
            <http://example.org/id/c> <http://example.org/def#n> "01"^^<http://www.w3.org/2001/XMLSchema#integer> .
            """,
            "application/ld+json",
            """
            {"@context": {"ex": "http://example.org/def#", "name": {"@id": "ex:name", "@container": "@language"}, "@base": "http://example.org/"},
             "@id": "id/b", "@type": "ex:Thing", "name": {"en": "b", "zh": ["中", "文"]},
             "ex:list": {"@list": [1, 2.5, true, null, {"@value": "x", "@type": "ex:t"}]}, "@reverse": {"ex:part": {"@id": "_:w"}}}
            """,
            "application/rdf+xml",
            """
            <?xml version="1.0"?><!DOCTYPE rdf:RDF [ <!ENTITY ex "http://example.org/def#"> ]>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="http://example.org/def#" xml:base="http://example.org/">
             <ex:Thing rdf:about="id/b" ex:name="b"><ex:part rdf:parseType="Resource"><ex:name xml:lang="en">p&amp;q</ex:name></ex:part>
              <ex:list rdf:parseType="Collection"><rdf:Description rdf:nodeID="n"/></ex:list>
              <ex:xml rdf:parseType="Literal"><b>x</b></ex:xml><ex:type rdf:resource="&ex;Thing"/></ex:Thing></rdf:RDF>
            """);

    private static final List<byte[]> PIECES = List.of(
            bytes("\""),
            bytes("\"\"\""),
            bytes("<"),
            bytes(">"),
            bytes("@prefix "),
            bytes("^^"),
            bytes("_:"),
            bytes("["),
            bytes("("),
            bytes("}"),
            bytes("\\u"),
            bytes("\\uD800"),
            bytes("&x;"),
            bytes("]]>"),
            bytes("<!--"),
            bytes("%"),
            bytes("%ff"),
            bytes("%00"),
            bytes("#"),
            bytes("?"),
            bytes("&"),
            bytes(";"),
            bytes(","),
            bytes("{\"@context\":\"http://127.0.0.1:1/\"}"),
            bytes("\0"),
            bytes("\r"),
            bytes("1e999999999"),
            bytes("[".repeat(3000)),
            bytes("(".repeat(3000)),
            bytes("{\"a\":".repeat(2000)),
            bytes("<a>".repeat(2000)),
            bytes("x".repeat(9000)),
            bytes("SERVICE <urn:x:y> {}"),
            bytes("&#xD800;"),
            bytes("@"),
            bytes("<<( "),
            bytes(")>>"),
            bytes("--ltr"),
            bytes(" xml:lang=\"\""),
            bytes("*/*;q=2"),
            bytes("W/\"x\""),
            bytes("中"),
            new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            new byte[] {(byte) 0xC0, (byte) 0xAF},
            new byte[] {(byte) 0xFF, (byte) 0xFE});

    private static final List<String> PATHS = List.of(
            "/",
            "/doc/a",
            "/doc/a.ttl",
            "/id/a",
            "/sparql?query=SELECT*%7B%3Fs%20%3Fp%20%3Fo%7D&format=json",
            "/sparql",
            "/queries/names.csv?name=a&labels=en",
            "/queries/names?name=a&version=1&embed=1",
            "/queries",
            "/search.json?q=a&page=1",
            "/search/suggest?q=a",
            "/data?graph=http://example.org/graph/a",
            "/data?default",
            "/export/torchgraph.ttl",
            "/resource?iri=urn:x:y",
            "/compare?thing=id/a&thing=id/b",
            "/feed.atom",
            "/versions",
            "/openapi.json",
            "/sitemap.xml?part=1",
            "/sparql/explain?query=ASK%7B%3Fs%20a%20%3Fs%7D",
            "/sparql/terms",
            "/health",
            "/assets/style.css",
            "/.well-known/void.nt",
            "/dataset",
            "/def.ttl",
            "/brief/a",
            "/context.jsonld",
            "/nothing");

    private static final List<String> FIELDS = List.of(
            "Accept: text/turtle, text/html;q=0.5, */*;q=0.1",
            "Accept-Language: zh-CN,en;q=0.5",
            "Accept-Encoding: gzip;q=1.0, identity;q=0",
            "If-None-Match: \"a\", W/\"b\"",
            "If-Match: *",
            "If-Modified-Since: Sat, 28 Nov 2026 20:00:00 GMT",
            "If-Unmodified-Since: Sat, 28 Nov 2026 20:00:00 GMT",
            "Range: bytes=0-1,3-",
            "Content-Type: text/turtle; charset=utf-8",
            "Content-Encoding: gzip",
            "Cookie: a=b",
            "Origin: http://a.example",
            "Forwarded: for=1.2.3.4;host=a.example;proto=https",
            "X-Forwarded-For: 1.2.3.4, ::1",
            "X-Forwarded-Prefix: /a",
            "X-Forwarded-Host: a.example:1",
            "Content-Length: 3",
            "Transfer-Encoding: chunked",
            "Expect: 100-continue",
            "Authorization: Bearer x",
            "Torchgraph-Note: a",
            "User-Agent: x",
            "Access-Control-Request-Method: PUT",
            "Upgrade: h2c",
            "TE: trailers",
            "Host: a.example");

    private static final List<String> METHODS =
            List.of("GET", "GET", "GET", "HEAD", "POST", "QUERY", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "get");

    @TempDir
    static Path root;

    @AutoClose
    private static WritableSite site;

    @BeforeAll
    static void serve() {
        site = new WritableSite(
                root,
                PublicationFolder.in(root.resolve("publication"))
                        .turtle("data/a.ttl", "<id/a> a ex:Thing ; ex:name \"a\" .")
                        .turtle(
                                "ontology/shapes.ttl",
                                "ex:Shape a sh:NodeShape ; sh:targetClass ex:Thing ; sh:property [ sh:path ex:name ; sh:minCount 1 ] .")
                        .write(
                                "queries/names.rq",
                                """
                                #+ title.en: Names
                                #+ title.zh: 名称
                                #+ param: name xsd:string a "name"
                                SELECT ?thing ?name { ?thing <http://example.org/def#name> ?name }
                                """)
                        .read());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Changes some bytes: one is another, some are left out, doubled or moved, something is put between. */
    private static byte[] mutated(Random random, byte[] valid) {
        byte[] now = valid;
        for (int changes = 1 + random.nextInt(4); changes > 0 && now.length > 0; changes--) {
            int from = random.nextInt(now.length);
            int to = Math.min(now.length, from + 1 + random.nextInt(random.nextInt(10) == 0 ? now.length : 8));
            byte[] before = Arrays.copyOf(now, from);
            byte[] part = Arrays.copyOfRange(now, from, to);
            byte[] after = Arrays.copyOfRange(now, to, now.length);
            now = switch (random.nextInt(6)) {
                case 0 -> joined(before, after);
                case 1 -> joined(before, part, part, after);
                case 2 -> joined(before, new byte[] {(byte) random.nextInt(256)}, after);
                case 3 -> joined(after, part, before);
                default -> joined(before, one(random, PIECES), part, after);
            };
        }
        return now;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Sends requests from several threads, beside a reader whose time is measured, and counts the statuses. */
    private static Map<Integer, Integer> sent(int requests, java.util.function.ToIntFunction<Random> sending)
            throws Exception {
        Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
        AtomicBoolean over = new AtomicBoolean();
        List<Long> bystander = new ArrayList<>();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<?> reading = threads.submit(() -> {
                while (!over.get()) {
                    long begin = System.nanoTime();
                    assertThat(site.web().get("/doc/a.html").statusCode()).isEqualTo(200);
                    bystander.add(System.nanoTime() - begin);
                    Thread.sleep(20);
                }
                return null;
            });
            List<Callable<Void>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(SEED * 31L + thread);
                all.add(() -> {
                    for (int i = 0; i < requests / THREADS; i++) {
                        statuses.merge(sending.applyAsInt(random), 1, Integer::sum);
                    }
                    return null;
                });
            }
            try {
                for (Future<Void> one : threads.invokeAll(all)) {
                    one.get();
                }
            } finally {
                over.set(true);
            }
            reading.get();
        }
        bystander.sort(null);
        assertThat(Duration.ofNanos(bystander.get(bystander.size() * 9 / 10)))
                .as("a page in the meantime, 90th percentile")
                .isLessThan(Duration.ofSeconds(1));
        return statuses;
    }

    private static int wellAnswered(int status, String reply, String sent) {
        assertThat(status).as(sent).isNotEqualTo(500).isBetween(200, 507);
        assertThat(reply).as(sent).doesNotContain("\tat ", "\\tat ", "Exception:", "org.apache.jena");
        return status;
    }

    @Test
    void rdf_that_is_mutated_is_taken_or_refused_and_never_500() throws Exception {
        List<String> types = VALID.keySet().stream().sorted().toList();
        Map<Integer, Integer> statuses = sent(REQUESTS / 2, random -> {
            String type = one(random, types);
            byte[] body = mutated(random, bytes(VALID.get(type)));
            String said = random.nextInt(15) == 0 ? one(random, types) : type;
            String graph = PercentEncoding.value(
                    "http://example.org/graph/" + (random.nextInt(20) == 0 ? one(random, PATHS) : random.nextInt(5)));
            // Most are read and then refused, so that the store does not grow with each.
            String[] headers = random.nextInt(20) > 0
                    ? new String[] {"Content-Type", said, "If-Match", "\"stale\""}
                    : new String[] {"Content-Type", said};
            HttpResponse<String> reply =
                    site.write(random.nextBoolean() ? "PUT" : "POST", "/data?graph=" + graph, body, headers);
            return wellAnswered(
                    reply.statusCode(), reply.body(), type + " " + new String(body, StandardCharsets.ISO_8859_1));
        });
        assertThat(statuses).containsKeys(400, 412);
        assertThat(statuses.keySet()).containsAnyOf(200, 201).allSatisfy(status -> assertThat(status)
                .isIn(200, 201, 400, 412, 413, 415, 422));
    }

    @Test
    void brackets_without_end_are_400_with_their_place() {
        for (String open : List.of("( ", "[ <urn:x:p> ", "<<( <urn:x:s> <urn:x:p> ")) {
            byte[] deep = bytes("<urn:x:s> <urn:x:p>\n" + open.repeat(240_000 / open.length()));
            HttpResponse<String> reply =
                    site.write("PUT", "/data?graph=http://example.org/graph/deep", deep, "Content-Type", "text/turtle");
            assertThat(reply.statusCode()).as(reply.body()).isEqualTo(400);
            assertThat(reply.body()).contains("\"line\":2", "\"column\"");
        }
    }

    @Test
    void what_the_parser_cannot_say_is_400_with_its_place() {
        for (String broken : List.of("PREFIX ex:%ff <urn:x:>", "<urn:x:s> ex:%", "<urn:x:s> <urn:x:p> ex:\\")) {
            HttpResponse<String> reply = site.write(
                    "PUT",
                    "/data?graph=http://example.org/graph/broken",
                    bytes("\n" + broken),
                    "Content-Type",
                    "text/turtle");
            assertThat(reply.statusCode()).as(reply.body()).isEqualTo(400);
            assertThat(reply.body()).contains("\"line\":2");
        }
    }

    @Test
    void a_page_tells_of_a_name_of_a_parameter_that_is_no_percent_encoding() {
        for (String path : List.of("/compare?thing=id/a&%ff", "/doc/a?%zz=1", "/sparql?%", "/search?%e4%b8=1&q=a")) {
            String page = raw(bytes(
                    "GET " + path + " HTTP/1.1\r\nHost: a.example\r\nAccept: text/html\r\nConnection: close\r\n\r\n"));
            assertThat(page).as(path).startsWith("HTTP/1.1 400 ").contains("<html", "percent");
        }
    }

    @Test
    void heads_that_are_mutated_are_answered_and_never_500() throws Exception {
        Map<Integer, Integer> statuses = sent(REQUESTS / 2, random -> {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            byte[] path = bytes(one(random, PATHS));
            head.writeBytes(joined(
                    bytes(one(random, METHODS) + " "),
                    random.nextInt(3) == 0 ? mutated(random, path) : path,
                    bytes(" HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n")));
            for (int fields = random.nextInt(4); fields > 0; fields--) {
                byte[] field = bytes(one(random, FIELDS));
                head.writeBytes(joined(random.nextBoolean() ? mutated(random, field) : field, bytes("\r\n")));
            }
            head.writeBytes(bytes("\r\n"));
            byte[] sent = head.toByteArray();
            String reply = raw(sent);
            int status = reply.startsWith("HTTP/1.1 ") ? Integer.parseInt(reply.substring(9, 12)) : 400;
            return status == 100 ? 200 : wellAnswered(status, reply, new String(sent, StandardCharsets.ISO_8859_1));
        });
        assertThat(statuses).containsKeys(200, 400, 404, 405);
    }

    /** Sends bytes and ends; returns what comes back, or nothing if the server resets the connection. */
    private static String raw(byte[] sent) {
        try (Socket socket = new Socket("127.0.0.1", site.port())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(sent);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException reset) {
            return "";
        } catch (IOException broken) {
            throw new IllegalStateException(new String(sent, StandardCharsets.ISO_8859_1), broken);
        }
    }
}
