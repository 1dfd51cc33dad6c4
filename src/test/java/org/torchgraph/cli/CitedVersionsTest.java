package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.FileUtils;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.kit.Cli;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.Web;
import org.torchgraph.kit.ZonesExtract;
import org.torchgraph.publication.Publication;
import org.torchgraph.question.Question;
import org.torchgraph.question.Questions;
import org.torchgraph.server.ServerAddress;
import org.torchgraph.server.TorchgraphServer;
import org.torchgraph.server.kept.VersionArchives;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.ReplaceableVersion;

/** An answer is cited with its version, and asked again after the data have changed. */
class CitedVersionsTest {
    private static final String NAMES =
            """
            #+ title.en: Names
            #+ title.zh: 名称
            #+ param: like xsd:string "" "text in the name"
            SELECT ?thing ?name { ?thing <http://www.w3.org/2000/01/rdf-schema#label> ?name FILTER(CONTAINS(?name, ?like)) }
            ORDER BY ?name
            """;

    @TempDir
    Path root;

    private PublicationFolder files;
    private ReplaceableVersion served;
    private TorchgraphServer server;
    private VersionArchives archives;
    private Reloader reloader;
    private Web web;

    private void serve(int number) {
        Publication publication = files.read();
        MemoryDataset dataset = new MemoryDataset(publication, TestSite.seconds(60));
        served = new ReplaceableVersion();
        FaultGate gate = new FaultGate(false, new PrintWriter(new StringWriter()));
        server = new ServerLauncher(publication, dataset)
                .at(ServerAddress.of("127.0.0.1", 0), gate, true, served, Optional.empty());
        archives = new VersionArchives(
                root.resolve("kept"),
                number,
                publication.base(),
                Duration.ofSeconds(60),
                old -> PublishedVersion.of(old, dataset.candidate(old), Questions.of(old), CommandLines.build()));
        served.keep(archives);
        web = new Web("http://127.0.0.1:" + server.port());
        reloader = new Reloader(files::read, dataset, served, gate, this::keep);
        keep();
    }

    private void keep() {
        try {
            Snapshot current = served.get().snapshot();
            assertThat(archives.keep(current.version(), current.since(), current.size(), files.root()))
                    .isTrue();
        } catch (IOException full) {
            throw new IllegalStateException(full);
        }
    }

    private void small() {
        Path folder = root.resolve("small");
        files = PublicationFolder.in(folder)
                .turtle("data/a.ttl", "<id/a> rdfs:label \"a one\" . <id/b> rdfs:label \"b\" .")
                .write("queries/names.rq", NAMES)
                .write("queries/now.rq", "#+ title.en: Now\n#+ title.zh: 现在\nSELECT (NOW() AS ?now) {}")
                .write("queries/graph.rq", "#+ title.en: All\n#+ title.zh: 全部\nCONSTRUCT { ?s ?p ?o } { ?s ?p ?o }");
    }

    /** Serves another name of a thing from now on. */
    private void rename(String name) {
        files.turtle("data/a.ttl", "<id/a> rdfs:label \"%s\" . <id/b> rdfs:label \"b\" .".formatted(name));
        reloader.reload();
    }

    @AfterEach
    void end() {
        if (server != null) {
            server.close();
        }
    }

    private String version() {
        return served.get().snapshot().version();
    }

    /** Returns the path of the address that an answer says it is cited by. */
    private String cited(HttpResponse<?> answer) {
        String base = served.get().base();
        return Stream.of(answer.headers().firstValue("Link").orElse("").split(", <|^<"))
                .filter(link -> link.endsWith("; rel=\"cite-as\""))
                .map(link -> link.substring(0, link.indexOf('>')))
                .filter(address -> address.startsWith(base))
                .map(address -> "/" + address.substring(base.length()))
                .findFirst()
                .orElse("");
    }

    private static String digest(HttpResponse<byte[]> answer) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(DigestUtils.sha256(answer.body())) + ":";
    }

    @Test
    void every_answer_of_a_publication_is_the_same_after_the_data_and_the_site_have_changed() throws IOException {
        files = ZonesExtract.copiedTo(root.resolve("publication"));
        serve(10);
        Map<String, byte[]> answers = new LinkedHashMap<>();
        for (Question question : Questions.of(files.read()).all()) {
            List<String> forms = question.query().isSelectType()
                    ? List.of("csv", "json", "csv?labels=zh", "xlsx?labels=en")
                    : question.query().isAskType() ? List.of("json") : List.of("ttl", "nt");
            for (String form : forms) {
                HttpResponse<byte[]> answer = web.bytes("/queries/" + question.name() + "." + form);
                assertThat(answer.statusCode()).as(question.name()).isEqualTo(200);
                if (question.isVolatile()) {
                    assertThat(cited(answer)).as(question.name()).isEmpty();
                } else {
                    assertThat(answer.headers().firstValue("Repr-Digest")).contains(digest(answer));
                    answers.put(cited(answer), answer.body());
                }
            }
        }
        assertThat(answers).hasSizeGreaterThan(60).doesNotContainKey("");
        end();

        // Another process, over files without policies.
        try (Stream<Path> policies = Files.list(files.root().resolve("data/policies"))) {
            for (Path policy : policies.toList()) {
                Files.delete(policy);
            }
        }
        files.append("queries/policies.rq", "\n");
        serve(10);
        assertThat(web.get("/queries/policies.csv").body().lines()).hasSize(1);
        answers.forEach((path, bytes) -> {
            HttpResponse<byte[]> again = web.bytes(path);
            assertThat(again.statusCode()).as(path).isEqualTo(200);
            assertThat(again.body()).as(path).isEqualTo(bytes);
        });
    }

    @Test
    void an_answer_at_a_version_never_changes_and_caches_may_keep_it() {
        small();
        serve(10);
        String first = version();
        HttpResponse<byte[]> plain = web.bytes("/queries/names.csv?like=a");
        assertThat(cited(plain)).isEqualTo("/queries/names.csv?like=a&version=" + first);
        assertThat(plain.headers().firstValue("Cache-Control")).contains("public, no-cache");
        rename("another");

        HttpResponse<byte[]> again = web.bytes(cited(plain));
        assertThat(again.body()).isEqualTo(plain.body());
        assertThat(again.headers().map())
                .containsEntry("cache-control", List.of("public, max-age=31536000, immutable"))
                .containsEntry("torchgraph-version", List.of(first))
                .containsEntry("repr-digest", List.of(digest(plain)))
                .doesNotContainKey("last-modified");
        assertThat(cited(again)).isEqualTo(cited(plain));
        assertThat(again.headers().firstValue("Link").orElseThrow())
                .contains("</queries/names.json?like=a&version=" + first + ">; rel=\"alternate\"")
                .contains("</queries/names.csv-metadata.json?like=a&version=" + first + ">; rel=\"describedby\"");
        assertThat(web.bytes("/queries/names.csv?like=a").body()).isNotEqualTo(plain.body());
        assertThat(web.get("/queries/graph.ttl?version=" + first).body())
                .contains("a one")
                .doesNotContain("another");
        String tag = again.headers().firstValue("ETag").orElseThrow();
        assertThat(web.get(cited(plain), "If-None-Match", tag).statusCode()).isEqualTo(304);

        // The current version by its name.
        HttpResponse<String> now = web.get("/queries/names.csv?version=" + version());
        assertThat(now.body()).contains("another");
        assertThat(now.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        // A digest is that of the bytes without a coding.
        assertThat(web.bytes("/queries/graph.nt", "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("Repr-Digest"))
                .isNotEmpty();
        HttpResponse<byte[]> coded =
                web.bytes("/queries/names.json?version=" + first, "Accept-Encoding", "gzip;q=1, identity;q=0");
        assertThat(coded.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(coded.headers().map()).doesNotContainKey("repr-digest");
    }

    @Test
    void the_page_at_a_version_says_so_and_leads_to_files_of_that_version() {
        small();
        serve(10);
        String first = version();
        rename("another");
        Document page = Jsoup.parse(web.get("/queries/names?lang=en&like=a&version=" + first, "Accept", "text/html")
                .body());
        assertThat(page.select("[role=note]").text()).contains(first.substring(0, 12), "The answer today");
        assertThat(page.select("[role=note] a").attr("href")).isEqualTo("/queries/names?like=a&lang=en");
        assertThat(page.select(".downloads a").eachAttr("href"))
                .contains("/queries/names.csv?like=a&version=" + first)
                .allMatch(href -> href.contains("version=" + first));
        assertThat(page.select("head link[rel=cite-as]").attr("href"))
                .isEqualTo("http://example.org/queries/names?like=a&version=" + first);
        assertThat(page.text()).contains("a one");
        assertThat(web.get("/queries/names?like=a&version=" + first + "&cite=bibtex&lang=en")
                        .body())
                .contains("version=" + first);

        Document today = Jsoup.parse(
                web.get("/queries/names?lang=en&like=a", "Accept", "text/html").body());
        assertThat(today.select("[role=note]")).isEmpty();
        assertThat(today.select("#cite-line").text()).contains("&version=" + version());
        assertThat(Jsoup.parse(web.get("/queries/now?lang=en", "Accept", "text/html")
                                .body())
                        .select("#cite-line")
                        .text())
                .doesNotContain("version=");
    }

    @Test
    void a_version_that_is_gone_is_410_with_what_has_changed_since() throws IOException {
        small();
        serve(1);
        String first = version();
        rename("a two");
        String second = version();
        files.turtle("data/more.ttl", "<id/c> rdfs:label \"c\" .")
                .write("queries/names.rq", NAMES.replace("ORDER BY ?name", "ORDER BY ?thing"));
        rename("a three");

        HttpResponse<String> gone = web.get("/queries/names.csv?version=" + first + "&lang=en");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.headers().map())
                .containsEntry("content-type", List.of("application/problem+json"))
                .containsEntry("cache-control", List.of("no-store"));
        assertThat(gone.body())
                .contains("\"code\":\"version-gone\"", "\"parameter\":\"version\"", first, version())
                .contains(" had 4 statements", "has 5.", "changed since: 2, new: 1, gone: 0")
                .contains("data/a.ttl, data/more.ttl, queries/names.rq", "The query of names is one of them.");
        assertThat(web.get("/queries/graph.ttl?lang=zh&version=" + first).body())
                .contains("已不再保留", "graph 的查询没有变");
        assertThat(web.get("/queries/names?lang=en&version=" + first, "Accept", "text/html")
                        .body())
                .contains("is not kept any longer", "data/more.ttl");
        assertThat(web.get("/queries/names.csv?version=" + second).body()).contains("a two");
        // An archive of other files is none.
        Files.copy(
                root.resolve("kept/" + version() + ".zip"),
                root.resolve("kept/" + second + ".zip"),
                StandardCopyOption.REPLACE_EXISTING);
        end();
        serve(1);
        assertThat(web.get("/queries/names.csv?version=" + second).statusCode()).isEqualTo(410);
    }

    @Test
    void a_damaged_archive_is_named_and_its_version_is_410_that_says_so() throws IOException {
        small();
        serve(10);
        String first = version();
        rename("a two");
        String second = version();
        rename("a three");
        assertThat(archives.damaged()).isEmpty();
        Path cut = root.resolve("kept/" + first + ".zip");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 40));
        Files.writeString(root.resolve("kept/" + second + ".zip"), "no archive");
        assertThat(archives.damaged().keySet()).containsExactlyInAnyOrder(first, second);
        for (String version : List.of(first, second)) {
            HttpResponse<String> gone = web.get("/queries/names.csv?lang=en&version=" + version);
            assertThat(gone.statusCode()).as(version).isEqualTo(410);
            assertThat(gone.body())
                    .contains("version-damaged", version + ".zip is damaged")
                    .doesNotContain("kept/");
        }
        assertThat(web.get("/queries/names.atom?lang=en").statusCode()).isEqualTo(200);
        assertThat(web.get("/doc/a.atom?lang=en").body()).doesNotContain("<entry>");
    }

    @Test
    void damaged_archives_are_told_beside_the_server_and_the_current_version_is_archived_anew()
            throws IOException, InterruptedException {
        small();
        serve(10);
        String first = version();
        rename("a two");
        Path kept = root.resolve("kept");
        Files.writeString(kept.resolve(first + ".zip"), "no archive");
        Files.writeString(kept.resolve(version() + ".zip"), "no archive");
        StringWriter told = new StringWriter();
        KeptVersionsOption.copying(archives, files.root(), served, new PrintWriter(told));
        for (int i = 0; i < 300 && !told.toString().contains(first); i++) {
            Thread.sleep(100);
        }
        assertThat(told.toString().lines())
                .singleElement()
                .asString()
                .contains(first + ".zip")
                .doesNotContain(version());
        assertThat(archives.damaged().keySet()).containsExactly(first);
    }

    @Test
    void the_page_of_versions_lists_those_that_still_answer() {
        small();
        serve(1);
        assertThat(web.get("/versions?lang=en", "Accept", "text/html").body()).doesNotContain("still answer");
        String first = version();
        rename("a two");
        String second = version();
        rename("a three");
        HttpResponse<String> answer = web.get("/versions?lang=en", "Accept", "text/html");
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("section[aria-labelledby=h-kept] code").eachText())
                .containsExactly(second);
        String address = page.select("section[aria-labelledby=h-kept] a").attr("href");
        assertThat(address).contains("version=" + second).doesNotContain(first);
        assertThat(web.get(address, "Accept", "text/html").body()).contains(second);
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(web.get("/versions?lang=en", "Accept", "text/html", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        end();
        serve(0);
        assertThat(web.get("/versions?lang=en", "Accept", "text/html", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_page_of_versions_offers_no_answer_that_an_earlier_version_refuses() {
        files = PublicationFolder.in(root.resolve("late")).turtle("data/a.ttl", "<id/a> rdfs:label \"a\" .");
        serve(5);
        String first = version();
        files.write("queries/names.rq", NAMES);
        reloader.reload();
        String second = version();
        rename("a three");
        Document page =
                Jsoup.parse(web.get("/versions?lang=en", "Accept", "text/html").body());
        assertThat(page.select("section[aria-labelledby=h-kept] code").eachText())
                .containsExactly(second, first);
        List<String> offered = page.select("section[aria-labelledby=h-kept] a").eachAttr("href");
        assertThat(offered)
                .anyMatch(href -> href.contains("/names?") && href.contains(second))
                .noneMatch(href -> href.contains("/names?") && href.contains(first))
                .allMatch(href -> web.get(href, "Accept", "text/html").statusCode() == 200);
        assertThat(web.get("/queries/names.csv?version=" + first).statusCode()).isBetween(400, 499);
        assertThat(page.select("section[aria-labelledby=h-editions]").text())
                .contains("those below still answer")
                .doesNotContain("nothing to compare");
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_refused_before_the_site_is_up() throws IOException {
        small();
        Path file = Files.writeString(root.resolve("file"), "");
        Cli refused = Cli.run(
                "serve",
                "--port",
                "0",
                "--publication",
                files.root().toString(),
                "--keep-versions-in",
                file.toString());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err().lines()).singleElement().asString().contains("versions cannot be kept in " + file);
        assertThat(refused.out()).doesNotContain("ready");
    }

    @Test
    void the_address_in_a_notebook_has_no_escapes() {
        small();
        serve(10);
        assertThat(web.get("/queries/names.Rmd?like=a").body())
                .contains("<http://example.org/queries/names?like=a&version=" + version() + ">")
                .doesNotContain("\\&");
        assertThat(web.get("/queries/names.md?like=a").body())
                .contains("<http://example.org/queries/names?like=a&version=" + version() + ">");
    }

    @Test
    void a_version_that_never_was_is_404_and_one_that_is_no_name_reads_no_file() {
        small();
        serve(10);
        for (String never : List.of("0".repeat(32), "1", "..", "../small", "%2e%2e%2fsmall", "a%00b")) {
            HttpResponse<String> answer = web.get("/queries/names.csv?lang=en&version=" + never);
            assertThat(answer.statusCode()).as(never).isEqualTo(404);
            assertThat(answer.body()).contains("\"code\":\"version-unknown\"", version());
        }
        assertThat(web.get("/queries/names.csv?version=").statusCode()).isEqualTo(200);
        HttpResponse<String> twice = web.get("/queries/names.csv?version=" + version() + "&version=" + version());
        assertThat(twice.statusCode()).isEqualTo(400);
        HttpResponse<String> clock = web.get("/queries/now.csv?version=" + version());
        assertThat(clock.statusCode()).isEqualTo(400);
        assertThat(clock.body()).contains("version-volatile");
        assertThat(web.get("/queries/now.csv").headers().map()).doesNotContainKey("repr-digest");
    }

    @Test
    void a_version_whose_files_have_changed_meanwhile_is_not_kept() throws IOException {
        small();
        serve(10);
        Path kept = root.resolve("kept");
        FileUtils.deleteDirectory(kept.toFile());
        files.append("data/a.ttl", "# later\n");
        assertThat(archives.keep(version(), Instant.now(), 4, files.root())).isFalse();
        assertThat(kept).isEmptyDirectory();
    }

    @Test
    void a_version_that_is_current_again_is_the_last_one() throws IOException {
        small();
        serve(1);
        String first = version();
        rename("a two");
        String second = version();
        rename("a one");
        assertThat(version()).isEqualTo(first);
        rename("a three");
        assertThat(web.get("/queries/names.csv?version=" + first).statusCode()).isEqualTo(200);
        assertThat(web.get("/queries/names.csv?version=" + second).statusCode()).isEqualTo(410);
    }
}
