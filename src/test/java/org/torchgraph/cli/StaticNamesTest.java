package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.Cli;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.StaticHost;
import org.torchgraph.kit.TestSite;
import org.torchgraph.server.NamesTest;
import org.torchgraph.site.files.StaticFiles;

/** The static site is found by a server of files whatever the things are called. */
class StaticNamesTest {
    private static final String BASE = PublicationFolder.BASE;

    @TempDir
    static Path root;

    @TempDir
    static Path target;

    /** Names that meet in a file system besides those of {@link NamesTest}. */
    private static final List<String> MORE = List.of("id/Case", "id/case", "id/x", "id/x.page-2", "id/index", "id/");

    private static Path out;

    @BeforeAll
    static void write() {
        StringBuilder triples = new StringBuilder();
        Stream.concat(NamesTest.NAMES.stream(), MORE.stream().map(BASE::concat))
                .forEach(name -> triples.append(
                        "<%s> <http://www.w3.org/2000/01/rdf-schema#label> \"%s\"@en .\n<%1$s> <http://example.org/def#of> <http://example.org/id/x> .\n"
                                .formatted(name, name)));
        PublicationFolder.in(root).write("data/names.nt", triples.toString());
        out = target.resolve("a folder/of more");
        Cli cli = Cli.run("site", "--publication", root.toString(), "--out", out.toString());
        assertThat(cli.err()).isEmpty();
        assertThat(cli.exit()).isZero();
    }

    @Test
    void each_thing_has_a_page_that_links_lead_to_and_no_link_is_dead() {
        try (StaticHost host = new StaticHost(target)) {
            Map<String, Integer> seen =
                    host.crawled("/a%20folder/of%20more/index.html", "/a%20folder/of%20more/en/doc/x.html");
            assertThat(seen.entrySet())
                    .filteredOn(entry -> entry.getValue() != 200)
                    .isEmpty();
            Set<String> iris = new HashSet<>();
            for (String page : seen.keySet()) {
                if (page.contains("/en/") && page.endsWith(".html")) {
                    Document html = Jsoup.parse(host.web()
                            .get(page.substring(host.web().site().length()))
                            .body());
                    Stream.ofNullable(html.selectFirst("#iri"))
                            .map(iri -> iri.text())
                            .forEach(iris::add);
                }
            }
            assertThat(iris)
                    .containsAll(NamesTest.NAMES.stream()
                            .map(name -> name.replaceFirst("#.*", ""))
                            .toList())
                    .containsAll(MORE.stream().map(BASE::concat).toList());
        }
    }

    @Test
    void data_files_are_the_bytes_of_the_server() throws IOException {
        try (TestSite site = TestSite.of(new PublicationFolder(root).read(), TestSite.seconds(20))) {
            int compared = 0;
            for (Path page : files("en")) {
                Document html = Jsoup.parse(Files.readString(page));
                if (html.selectFirst("#iri") == null) {
                    continue;
                }
                String iri = PercentEncoding.value(html.selectFirst("#iri").text());
                for (String form : List.of("ttl", "nt", "jsonld", "rdf")) {
                    HttpResponse<String> served = NamesTest.followed(site, "/resource." + form + "?iri=" + iri);
                    String link =
                            html.select("#download a[href$=." + form + "]").attr("href");
                    Path file = page.getParent()
                            .resolve(PercentEncoding.text(link).orElseThrow())
                            .normalize();
                    assertThat(Files.readString(file)).as(file.toString()).isEqualTo(served.body());
                    compared++;
                }
            }
            assertThat(compared).isGreaterThan(4 * NamesTest.NAMES.size());
        }
    }

    @Test
    void no_two_files_are_one_where_cases_are_not_told_apart() throws IOException {
        List<String> names = files("").stream()
                .map(file -> StaticFiles.folded(out.relativize(file).toString()))
                .toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(names)
                .allMatch(name -> Stream.of(name.split("/")).allMatch(part -> PercentEncoding.octets(part) <= 255));
    }

    @Test
    void a_file_has_the_decoded_path_for_a_name() {
        assertThat(out.resolve("en/doc/first name.html")).exists();
        assertThat(out.resolve("en/doc/what?.html")).exists();
        assertThat(out.resolve("doc/first name.ttl")).exists();
        assertThat(out.resolve("en/doc/文.html")).exists();
        assertThat(out.resolve("doc/v1.ttl")).content().contains("id/v1> ").doesNotContain("<html");
        assertThat(out.resolve(".part")).doesNotExist();
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> all = Files.walk(out.resolve(folder))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
