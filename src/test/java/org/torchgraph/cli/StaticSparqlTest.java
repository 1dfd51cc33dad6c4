package org.torchgraph.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.Cli;

/** The static site that answers queries in the browser, with a stand-in for the engine. */
class StaticSparqlTest {
    @TempDir
    static Path root;

    @TempDir
    static Path target;

    private static Path plain;
    private static Path out;

    @BeforeAll
    static void write() throws IOException, InterruptedException {
        StaticSparqlSite.publication(root);
        plain = target.resolve("plain");
        assertThat(Cli.run("site", "--publication", root.toString(), "--out", plain.toString())
                        .exit())
                .isZero();
        out = StaticSparqlSite.written(root, target, "engine");
    }

    private static Map<String, String> digests(Path folder) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                digests.put(folder.relativize(file).toString(), DigestUtils.sha256Hex(Files.readAllBytes(file)));
            }
        }
        return digests;
    }

    @Test
    void another_package_is_refused_with_both_digests_and_nothing_is_written() throws IOException {
        Path other = Files.writeString(target.resolve("other.tgz"), "another");
        Path site = target.resolve("none");
        Cli cli = Cli.run(
                "site", "--publication", root.toString(), "--out", site.toString(), "--sparql", other.toString());
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(cli.err())
                .contains(
                        DigestUtils.sha256Hex("another"), EngineRelease.known().sha256(), "npm pack oxigraph@0.5.11")
                .hasLineCount(1);
        assertThat(site).doesNotExist();
        Cli missing =
                Cli.run("site", "--publication", root.toString(), "--out", site.toString(), "--sparql", site + ".tgz");
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err())
                .contains("is no file", "npm pack oxigraph@0.5.11")
                .hasLineCount(1);
        assertThat(Cli.run("site", "--help").out().replaceAll("\\s+", " "))
                .contains(EngineRelease.known().packed());
    }

    @Test
    void a_large_file_that_is_no_package_is_told_by_its_own_digest() throws IOException {
        Path large = target.resolve("large.tgz");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(65L << 20);
        }
        String digest;
        try (InputStream content = Files.newInputStream(large)) {
            digest = DigestUtils.sha256Hex(content);
        }
        assertThatThrownBy(() -> EngineArchive.read(large, EngineRelease.known()))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining(digest)
                .message()
                .doesNotContain(DigestUtils.sha256Hex(""));
    }

    @Test
    void names_of_files_have_the_digest_between_stem_and_suffix() throws IOException {
        try (Stream<Path> all = Files.list(out.resolve("assets/engine"))) {
            assertThat(all.map(file -> file.getFileName().toString()).map(name -> name.replaceAll("[0-9a-f]{16}", "D")))
                    .containsExactlyInAnyOrder(
                            "stand-in-1.0.D.js",
                            "stand-in-1.0.D.wasm.gz",
                            "data.D.nq.gz",
                            "terms.D.json",
                            "names.en.D.json.gz",
                            "names.zh.D.json.gz");
        }
    }

    @Test
    void a_package_without_a_member_is_refused_by_its_name() {
        assertThatThrownBy(() -> StaticSparqlSite.archive(target, Map.of("package/a.js", new byte[0])))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("package/a.wasm");
    }

    @Test
    void the_policy_has_one_word_more_than_that_of_the_server() throws IOException {
        Document page = Jsoup.parse(Files.readString(out.resolve("en/queries/items.html")));
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"
                        + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none';"
                        + " base-uri 'none'; form-action 'self'");
        assertThat(Files.readString(out.resolve("en/sparql.html"))).contains("'wasm-unsafe-eval'");
        assertThat(Files.readString(out.resolve("en/doc/most.html"))).doesNotContain("wasm", "Content-Security-Policy");
    }

    @Test
    void a_site_without_an_engine_has_nothing_of_it() throws IOException {
        Map<String, String> without = digests(plain);
        assertThat(without.keySet()).noneMatch(name -> name.contains("engine") || name.contains("sparql"));
        assertThat(without).doesNotContainKey("offline.js");
        for (String name : without.keySet()) {
            if (name.endsWith(".html")) {
                assertThat(Files.readString(plain.resolve(name)))
                        .as(name)
                        .doesNotContain("static-host", "wasm", "Content-Security-Policy", "sparql.html");
            }
        }
        Map<String, String> with = digests(out);
        assertThat(with.keySet()).containsAll(without.keySet());
        assertThat(with.entrySet().stream()
                        .filter(file -> file.getKey().matches("(doc|queries|export)/.*"))
                        .toList())
                .containsExactlyElementsOf(without.entrySet().stream()
                        .filter(file -> file.getKey().matches("(doc|queries|export)/.*"))
                        .toList());
    }

    @Test
    void no_file_names_the_server_that_it_was_copied_from() throws IOException {
        try (Stream<Path> all = Files.walk(out)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("127.0.0.1");
            }
        }
    }

    @Test
    void the_same_publication_gives_the_same_files() throws IOException, InterruptedException {
        assertThat(digests(StaticSparqlSite.written(root, target, "again"))).isEqualTo(digests(out));
    }

    @Test
    void every_link_to_a_question_with_values_leads_to_its_page() throws IOException {
        Document page = Jsoup.parse(Files.readString(out.resolve("en/sparql.html")));
        assertThat(page.select(".examples a")).isNotEmpty().allMatch(link -> link.attr("href")
                .startsWith("sparql.html?query="));
        Document question = Jsoup.parse(Files.readString(out.resolve("zh/queries/all.html")));
        assertThat(question.select(".rest a.button").attr("href")).startsWith("../sparql.html?query=");
    }
}
