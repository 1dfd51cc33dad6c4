package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/**
 * Small data in the vocabularies that people use, published without a setting: each thing is found by what names it and
 * by the end of its IRI. Beside each {@code .ttl} file, a {@code .csv} file has the things with texts that find them.
 */
class EveryKindOfInputTest {
    private static final Path KINDS = Path.of("src/test/resources/kinds");

    @TempDir
    private Path root;

    /** A thing and a text that finds it, which is empty for a thing without a name. */
    private record FindableThing(String iri, String text) {
        static FindableThing of(String line) {
            int comma = line.indexOf(',');
            return new FindableThing(PublicationFolder.BASE + line.substring(0, comma), line.substring(comma + 1));
        }

        /** The last segment of the IRI, as a reader sees it. */
        String end() {
            String whole = iri.replaceFirst("#$", "");
            String end = whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('#')) + 1);
            return PercentEncoding.text(end).orElseThrow();
        }
    }

    static List<String> kinds() throws IOException {
        try (Stream<Path> files = Files.list(KINDS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ttl"))
                    .map(name -> name.replace(".ttl", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_thing_is_found_by_its_names_and_by_the_end_of_its_iri_and_has_a_page(String kind) throws IOException {
        String turtle = Files.readString(KINDS.resolve(kind + ".ttl"));
        List<FindableThing> expected = Files.readAllLines(KINDS.resolve(kind + ".csv")).stream()
                .skip(1)
                .map(FindableThing::of)
                .toList();
        assertThat(expected.stream().map(FindableThing::iri).collect(Collectors.toSet()))
                .isEqualTo(things(turtle));
        PublicationFolder folder = PublicationFolder.in(root).write("data/things.ttl", turtle);
        assertThat(folder.read().faults()).isEmpty();
        try (TestSite site = TestSite.of(folder.read(), TestSite.seconds(20)).searchable()) {
            for (FindableThing one : expected) {
                if (!one.text().isEmpty()) {
                    assertThat(found(site, one.text())).as(one.text()).contains(one.iri());
                }
                assertThat(found(site, one.end())).as(one.end()).contains(one.iri());
                HttpResponse<String> page =
                        site.get("/resource?lang=en&iri=" + PercentEncoding.value(one.iri()), "Accept", "text/html");
                assertThat(shown(site, page)).as(one.iri()).contains(shownName(one, expected));
            }
            assertThat(found(site, "nothing-of-this-name")).isEmpty();
        }
    }

    /** Returns the first text of a thing, which is its name, or else the end of its IRI. */
    private static String shownName(FindableThing one, List<FindableThing> expected) {
        return expected.stream()
                .filter(other -> other.iri().equals(one.iri()))
                .map(other -> other.text().isEmpty() ? other.end() : other.text())
                .findFirst()
                .orElseThrow();
    }

    /** Returns the words of a page, to which a hash IRI leads as a part of it. */
    private static String shown(TestSite site, HttpResponse<String> reply) {
        HttpResponse<String> page = reply.statusCode() == 200
                ? reply
                : site.get(
                        reply.headers().firstValue("Location").orElseThrow().replaceFirst("#.*", ""),
                        "Accept",
                        "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        return Jsoup.parse(page.body()).body().select("main").text();
    }

    private static Set<String> things(String turtle) {
        Set<String> things = new TreeSet<>();
        RDFParser.fromString(turtle, Lang.TURTLE).toGraph().stream()
                .map(triple -> triple.getSubject())
                .filter(Node::isURI)
                .forEach(thing -> things.add(thing.getURI()));
        return things;
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
