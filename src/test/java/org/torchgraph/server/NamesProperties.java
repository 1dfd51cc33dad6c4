package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.apache.commons.io.FileUtils;
import org.apache.jena.sparql.core.Quad;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.Cli;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.StaticHost;
import org.torchgraph.kit.TestSite;
import org.torchgraph.publication.Publication;

/** From a link on a page to the page of the right thing, for any legal name under the base. */
class NamesProperties {
    private static final String BASE = PublicationFolder.BASE;

    /** Each name in a file of its own, since the reader refuses some. */
    private static PublicationFolder folder(Path root, Set<String> names) {
        PublicationFolder folder = PublicationFolder.in(root);
        int number = 0;
        for (String name : names) {
            folder.write(
                    "data/n" + number++ + ".nt",
                    "<%s> <http://www.w3.org/2000/01/rdf-schema#label> \"x\" .\n<http://example.org/id/hub/of/all> <http://www.w3.org/2000/01/rdf-schema#seeAlso> <%1$s> .\n"
                            .formatted(BASE + name));
        }
        return folder;
    }

    private static Set<String> things(Publication publication) {
        return publication
                .quads()
                .map(Quad::getSubject)
                .filter(node -> !node.getURI().endsWith("/dataset"))
                .map(node -> node.getURI().replaceFirst("#.*", ""))
                // Its page is the first of the site.
                .filter(thing -> !thing.equals(BASE))
                .collect(Collectors.toSet());
    }

    private static String iri(String html) {
        Document page = Jsoup.parse(html);
        return page.selectFirst("#iri") == null ? "" : page.selectFirst("#iri").text();
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void every_name_has_a_link_that_leads_to_it_on_the_server(@ForAll("names") Set<String> names) throws IOException {
        Path root = Files.createTempDirectory("names");
        Publication publication = folder(root, names).read();
        try (TestSite site = TestSite.of(publication, TestSite.seconds(20))) {
            for (String thing : things(publication)) {
                HttpResponse<String> page = NamesTest.followed(
                        site, "/resource?iri=" + PercentEncoding.value(thing), "Accept", "text/html");
                assertThat(page.statusCode()).as(thing).isEqualTo(200);
                assertThat(iri(page.body())).isEqualTo(thing);
            }
            Set<String> linked = Jsoup.parse(site.get("/doc/hub/of/all.html").body())
                    .select("#statements .said > a[href]")
                    .eachAttr("href")
                    .stream()
                    .filter(href -> href.startsWith("/doc/") || href.startsWith("/resource"))
                    .map(href -> site.get(href.replaceFirst("#.*", ""), "Accept", "text/html"))
                    .peek(page -> assertThat(page.statusCode()).isEqualTo(200))
                    .map(page -> iri(page.body()))
                    .collect(Collectors.toSet());
            assertThat(linked)
                    .containsAll(things(publication).stream()
                            .filter(thing -> !thing.endsWith("/hub/of/all"))
                            .toList());
            List<String> listed = Pattern.compile("<loc>([^<]*)</loc>")
                    .matcher(site.get("/sitemap.xml").body())
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(listed)
                    .doesNotHaveDuplicates()
                    .hasSizeGreaterThanOrEqualTo(things(publication).size());
        } finally {
            FileUtils.deleteDirectory(root.toFile());
        }
    }

    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void every_name_has_a_file_that_links_lead_to(@ForAll("names") Set<String> names) throws IOException {
        Path root = Files.createTempDirectory("names");
        Path out = Files.createTempDirectory("still");
        Publication publication = folder(root, names).read();
        publication
                .faults()
                .forEach(fault -> FileUtils.deleteQuietly(
                        root.resolve(fault.place().file()).toFile()));
        try (StaticHost host = new StaticHost(out)) {
            Cli cli = Cli.run(
                    "site",
                    "--publication",
                    root.toString(),
                    "--out",
                    out.resolve("s").toString());
            assertThat(cli.err()).isEmpty();
            var seen = host.crawled("/s/index.html", "/s/en/doc/hub/of/all.html");
            assertThat(seen.entrySet())
                    .filteredOn(entry -> entry.getValue() != 200)
                    .isEmpty();
            Set<String> found = seen.keySet().stream()
                    .filter(address -> address.contains("/en/") && address.endsWith(".html"))
                    .map(address -> iri(host.web()
                            .get(address.substring(host.web().site().length()))
                            .body()))
                    .collect(Collectors.toSet());
            assertThat(found).containsAll(things(publication));
        } finally {
            FileUtils.deleteDirectory(root.toFile());
            FileUtils.deleteDirectory(out.toFile());
        }
    }

    @Provide
    Arbitrary<Set<String>> names() {
        Arbitrary<String> octet = Arbitraries.integers().between(0, 255).map("%%%02X"::formatted);
        Arbitrary<String> character = Arbitraries.strings()
                .ofLength(1)
                .withCharRange('a', 'd')
                .withCharRange('A', 'C')
                .withChars("0-._~!$&'()*+,;=:@/?#")
                .withCharRange('一', '三')
                .withChars("éàßﬁ");
        Arbitrary<String> ending =
                Arbitraries.of("", "", "", ".ttl", ".html", ".txt", "/", ".page-2", ".csv", "/index");
        Arbitrary<String> name = Arbitraries.frequencyOf(Tuple.of(8, character), Tuple.of(1, octet))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
        return Combinators.combine(
                        Arbitraries.of("id/", "id/", "", "concept/", "id/concept/", "doc/", "queries/"), name, ending)
                .as((folder, middle, end) -> folder + middle + end)
                .set()
                .ofMinSize(25)
                .ofMaxSize(40);
    }
}
