package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.Cli;
import org.torchgraph.kit.PublicationFolder;

class SiteCommandTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");

    @TempDir
    Path root;

    @TempDir
    Path target;

    private Cli site(Path out) {
        return Cli.run("site", "--publication", root.toString(), "--out", out.toString());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void every_link_of_every_page_leads_to_a_file_and_nothing_names_the_server() throws IOException {
        StringBuilder many = new StringBuilder("<id/区/most> rdfs:label \"科技部\"@zh-Hans , \"Ministry\"@en .\n");
        for (int i = 0; i < 60; i++) {
            many.append("<id/item/%d> rdfs:label \"item %d\"@en ; ex:of <id/区/most> .\n".formatted(i, i));
        }
        PublicationFolder.in(root)
                .turtle("data/many.ttl", many.toString())
                .write("queries/items.rq", "#+ title.en: Items\n#+ title.zh: 条目\nSELECT ?x { ?x ?p ?o } ORDER BY ?x");
        Path out = target.resolve("site");
        Cli cli = site(out);
        assertThat(cli.err()).isEmpty();
        assertThat(cli.out()).matches("\\d{3,} files in .*\\R");
        List<Path> pages = files(out).stream()
                .filter(file -> file.toString().endsWith(".html"))
                .toList();
        assertThat(pages)
                .contains(
                        out.resolve("index.html"),
                        out.resolve("en/doc/区/most.html"),
                        out.resolve("zh/doc/区/most.page-2.html"),
                        out.resolve("en/queries/items.html"));
        for (Path page : pages) {
            String html = Files.readString(page);
            assertThat(html).as(page.toString()).doesNotContain("127.0.0.1", "walk");
            Matcher link = LINK.matcher(html);
            while (link.find()) {
                String to = link.group(1).replaceFirst("#.*", "").replaceFirst("[?].*", "");
                if (!to.isEmpty() && !to.contains("://")) {
                    String name = URLDecoder.decode(to, StandardCharsets.UTF_8);
                    assertThat(to.startsWith("/")).as(page + " " + to).isEqualTo(page.endsWith("404.html"));
                    Path file = to.startsWith("/")
                            ? out.resolve(name.substring(1))
                            : page.getParent().resolve(name);
                    assertThat(file.normalize()).as(page + " " + link.group(1)).exists();
                }
            }
        }
        assertThat(out.resolve("en/doc/graph/ontology")).doesNotExist();
        assertThat(Files.readString(out.resolve("zh/doc/item/7.html")))
                .contains("href=\"../../../en/doc/item/7.html\"");
        assertThat(RDFDataMgr.loadModel(out.resolve("doc/item/7.ttl").toString())
                        .size())
                .isEqualTo(RDFDataMgr.loadModel(out.resolve("doc/item/7.nt").toString())
                        .size())
                .isGreaterThan(2);
        assertThat(Files.readString(out.resolve("assets/static-index.zh.js"))).contains("\"科技部\",\"Ministry\"");
        assertThat(Files.readString(out.resolve("zh/search.html")))
                .contains("../assets/static-index.zh.js", "../assets/static-search.js", "id=\"hits\"");
    }

    @Test
    void only_the_languages_that_are_named_are_written_and_the_first_is_that_of_the_first_page() throws IOException {
        PublicationFolder.in(root).turtle("data/a.ttl", "<id/a> rdfs:label \"A\"@en , \"Ä\"@de .");
        Path out = target.resolve("some");
        Cli cli = Cli.run("site", "--publication", root.toString(), "--out", out.toString(), "--lang", "fr,de");
        assertThat(cli.err()).isEmpty();
        assertThat(out.resolve("de/doc/a.html")).exists();
        assertThat(out.resolve("fr/doc/a.html")).exists();
        assertThat(out.resolve("en")).doesNotExist();
        assertThat(out.resolve("zh")).doesNotExist();
        assertThat(Files.readString(out.resolve("index.html"))).contains("<html lang=\"fr\"");
        assertThat(Files.readString(out.resolve("404.html")))
                .contains("<html lang=\"fr\"", "href=\"/assets/style.css")
                .doesNotContain("English");
    }

    @Test
    void a_folder_that_holds_something_is_left_as_it_is() throws IOException {
        PublicationFolder.in(root).turtle("data/a.ttl", "<id/a> rdfs:label \"A\"@en .");
        Files.writeString(target.resolve("mine"), "text");
        Cli full = site(target);
        assertThat(full.exit()).isEqualTo(1);
        assertThat(full.err()).contains("is not empty").hasLineCount(1);
        assertThat(files(target)).hasSize(1);
        Cli file = site(target.resolve("mine"));
        assertThat(file.exit()).isEqualTo(1);
        assertThat(file.err()).contains("is not a folder").hasLineCount(1);
        assertThat(Cli.run("site", "--publication", root.toString()).exit()).isEqualTo(2);
    }

    @Test
    void a_publication_with_faults_is_not_written() throws IOException {
        PublicationFolder.in(root).write("data/a.ttl", "<a> <b> ");
        Cli cli = site(target.resolve("site"));
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(cli.err())
                .contains("data/a.ttl:", "not written: 3 faults, listed above")
                .doesNotContain("--lenient", "not served");
        assertThat(files(target)).isEmpty();
    }
}
