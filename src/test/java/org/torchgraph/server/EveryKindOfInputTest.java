package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FilenameUtils;
import org.apache.commons.lang3.StringUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/**
 * Small data in the vocabularies and syntaxes that people use, published without a setting: each thing is found by what
 * names it and by the end of its IRI, has a page that shows all its statements, is in the sitemap and in five formats.
 * Beside each file of data, a {@code .csv} file has the things with texts that find them.
 */
class EveryKindOfInputTest {
    private static final Path KINDS = Path.of("src/test/resources/kinds");

    /** The suffixes of the documents of things in RDF, beside the page. */
    private static final Map<String, Lang> FORMATS =
            Map.of("ttl", Lang.TURTLE, "jsonld", Lang.JSONLD, "nt", Lang.NTRIPLES, "rdf", Lang.RDFXML);

    @TempDir
    private Path root;

    /** A thing and a text that finds it, which is empty for a thing without a name. */
    private record FindableThing(String iri, String text) {
        static FindableThing of(String line) {
            int comma = line.indexOf(',');
            String iri = line.substring(0, comma);
            return new FindableThing(iri.contains(":") ? iri : PublicationFolder.BASE + iri, line.substring(comma + 1));
        }

        /** The last segment of the IRI, as a reader sees it. */
        String end() {
            String whole = iri.replaceFirst("#$", "");
            String end = whole.substring(Math.max(
                            Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('#')),
                            whole.startsWith("urn:") ? whole.lastIndexOf(':') : -1)
                    + 1);
            return PercentEncoding.text(end).orElseThrow();
        }
    }

    static List<String> kinds() throws IOException {
        try (Stream<Path> files = Files.list(KINDS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_thing_is_found_and_has_a_page_with_all_its_statements_and_is_in_the_sitemap_and_in_five_formats(
            String kind) throws IOException {
        String text = Files.readString(KINDS.resolve(kind));
        Set<Triple> data = RDFParser.fromString(text, RDFLanguages.filenameToLang(kind)).toDatasetGraph().stream()
                .map(Quad::asTriple)
                .collect(Collectors.toSet());
        List<FindableThing> expected =
                Files.readAllLines(KINDS.resolve(FilenameUtils.getBaseName(kind) + ".csv")).stream()
                        .skip(1)
                        .map(FindableThing::of)
                        .toList();
        assertThat(expected.stream().map(FindableThing::iri).collect(Collectors.toSet()))
                .isEqualTo(things(data));
        PublicationFolder folder =
                PublicationFolder.in(root).write("data/things." + FilenameUtils.getExtension(kind), text);
        assertThat(folder.read().faults()).isEmpty();
        try (TestSite site = TestSite.of(folder.read(), TestSite.seconds(20)).searchable()) {
            String sitemap = site.get("/sitemap.xml").body();
            for (FindableThing one : expected) {
                if (!one.text().isEmpty()) {
                    assertThat(found(site, one.text())).as(one.text()).contains(one.iri());
                }
                assertThat(found(site, one.end())).as(one.end()).contains(one.iri());
                String address = "/resource?iri=" + PercentEncoding.value(one.iri());
                HttpResponse<String> reply =
                        NamesTest.followed(site, address, "Accept", "text/html", "Accept-Language", "en");
                assertThat(reply.statusCode()).isEqualTo(200);
                Document page = Jsoup.parse(reply.body());
                assertThat(page.select("main").text()).as(one.iri()).contains(shownName(one, expected));
                Set<Triple> own = said(data, one.iri());
                assertThat(own).as(one.iri()).allSatisfy(triple -> assertThat(isShown(triple.getObject(), page, site))
                        .as(triple.toString())
                        .isTrue());
                String document = reply.uri().getRawPath()
                        + (reply.uri().getRawQuery() == null
                                ? ""
                                : "?" + reply.uri().getRawQuery());
                assertThat(StringUtils.countMatches(sitemap, document + "</loc>"))
                        .as(document)
                        .isEqualTo(1);
                FORMATS.forEach((suffix, lang) -> {
                    HttpResponse<String> rdf =
                            NamesTest.followed(site, address.replace("/resource?", "/resource." + suffix + "?"));
                    assertThat(rdf.statusCode()).isEqualTo(200);
                    Graph graph = RDFParser.fromString(rdf.body(), lang).toGraph();
                    assertThat(own).as(suffix).allSatisfy(triple -> assertThat(graph.contains(
                                    any(triple.getSubject()), triple.getPredicate(), any(triple.getObject())))
                            .as(triple.toString())
                            .isTrue());
                });
            }
            assertThat(found(site, "nothing-of-this-name")).isEmpty();
        }
    }

    private static Node any(Node node) {
        return node.isBlank() ? Node.ANY : node;
    }

    /** Returns the statements of a thing and of its blank nodes. */
    private static Set<Triple> said(Set<Triple> data, String iri) {
        Set<Triple> found = new HashSet<>();
        data.stream()
                .filter(triple -> triple.getSubject().isURI()
                        && triple.getSubject().getURI().equals(iri))
                .forEach(found::add);
        int before = 0;
        while (found.size() > before) {
            before = found.size();
            Set<Node> blank =
                    found.stream().map(Triple::getObject).filter(Node::isBlank).collect(Collectors.toSet());
            data.stream().filter(triple -> blank.contains(triple.getSubject())).forEach(found::add);
        }
        return found;
    }

    /** Returns whether a page has a value, as text, as a link to its page, or as a section of its own. */
    private static boolean isShown(Node value, Document page, TestSite site) {
        if (value.isBlank() || value.equals(RDF.nil.asNode())) {
            return true;
        }
        if (value.isLiteral()) {
            String text = value.getLiteralLexicalForm();
            String shown = page.select("main").text();
            return shown.contains(text.strip().replaceAll("\\s+", " "))
                    || shown.replace(",", "").contains(text)
                    || !page.select("time[datetime=" + text + "]").isEmpty();
        }
        String iri = value.getURI();
        int hash = iri.indexOf('#');
        if (hash > 0 && page.selectFirst("#iri").text().equals(iri.substring(0, hash))) {
            return iri.endsWith("#") || page.getElementById(iri.substring(hash + 1)) != null;
        }
        HttpResponse<String> of = site.get("/resource?iri=" + PercentEncoding.value(iri));
        String local = of.statusCode() == 303
                ? of.headers().firstValue("Location").orElseThrow()
                : "/resource?iri=" + PercentEncoding.value(iri);
        return page.select("main a[href]").stream()
                .map(link -> link.attr("href"))
                .anyMatch(href -> href.equals(iri) || href.equals(local));
    }

    /** Returns the first text of a thing, which is its name, or else the end of its IRI. */
    private static String shownName(FindableThing one, List<FindableThing> expected) {
        return expected.stream()
                .filter(other -> other.iri().equals(one.iri()))
                .map(other -> other.text().isEmpty() ? other.end() : other.text())
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> things(Set<Triple> data) {
        return data.stream()
                .map(Triple::getSubject)
                .filter(Node::isURI)
                .map(Node::getURI)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the things that have all words of a text. */
    private static List<String> found(TestSite site, String text) {
        HttpResponse<String> reply = site.get("/search.json?q=" + PercentEncoding.value(text));
        assertThat(reply.statusCode()).isEqualTo(200);
        JsonObject hits = Json.createReader(new StringReader(reply.body())).readObject();
        return hits.getBoolean("loose")
                ? List.of()
                : hits.getJsonArray("hits").getValuesAs(JsonObject.class).stream()
                        .map(hit -> hit.getString("iri"))
                        .toList();
    }
}
