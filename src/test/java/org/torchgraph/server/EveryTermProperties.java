package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;

/**
 * Whatever a value is, its thing has a page: well-formed, in both languages, its head clean, and without an id of a
 * blank node.
 */
class EveryTermProperties {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    /**
     * Texts that have broken pages: marks of direction, controls that Turtle can say, markup, long words, empty ones.
     */
    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30),
                Arbitraries.strings()
                        .withChars("\u202E\u2066\u2069\u200Fab \n\t\"\\<>&'אبα中")
                        .ofMaxLength(20),
                Arbitraries.of(
                        "",
                        " ",
                        "</title><script>x</script>",
                        "]]>",
                        "&amp;",
                        "\u0001",
                        "w".repeat(4000),
                        "a b ".repeat(1500)));
    }

    private static Arbitrary<String> literals() {
        Arbitrary<String> tags =
                Arbitraries.of("en", "zh-Hans", "ar", "mul", "de-CH-1996", "x-private", "en-a-bbb-x-a-ccc");
        Arbitrary<String> typed = Arbitraries.of(
                "1^^integer",
                "-007^^byte",
                "1e400^^double",
                "-0^^float",
                "INF^^double",
                "NaN^^float",
                "0.000^^decimal",
                "-0044^^gYear",
                "0000^^gYear",
                "123456789012^^gYear",
                "2021-02^^gYearMonth",
                "2021-02-03+14:00^^date",
                "-99999-01-01^^date",
                "2021-02-03T24:00:00Z^^dateTime",
                "2021-02-03T04:05:06.789-08:00^^dateTime",
                "24:00:00^^time",
                "--02-29^^gMonthDay",
                "---31^^gDay",
                "-P1Y2M3DT4H5M6.7S^^duration",
                "true^^boolean",
                "0^^boolean",
                "javascript:alert(1)^^anyURI",
                "http://example.org/a^^anyURI",
                "AFFE^^hexBinary",
                "AAAA^^base64Binary",
                "anything^^nonsense");
        return Arbitraries.oneOf(
                texts().map(EveryTermProperties::quoted),
                Combinators.combine(texts(), tags, Arbitraries.of("", "--ltr", "--rtl"))
                        .as((text, tag, direction) -> quoted(text) + "@" + tag + direction),
                typed.map(pair -> pair.split("\\^\\^")).map(pair -> quoted(pair[0]) + "^^<" + XSD + pair[1] + ">"));
    }

    private static String quoted(String text) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return NodeFmtLib.strNT(NodeFactory.createLiteralString(whole.replace("\u0000", "")));
    }

    private static Arbitrary<String> simple() {
        return Arbitraries.oneOf(
                literals(),
                Arbitraries.of(
                        "<http://example.org/id/x>",
                        "<urn:isbn:1>",
                        "<javascript:alert(1)>",
                        "<data:image/png;base64,AA==>",
                        "<http://example.org/id/%E4%B8%AD>",
                        "<http://example.org/id/中>",
                        "[]",
                        "()",
                        "rdf:nil",
                        "_:shared",
                        "<http://example.org/id/x#part>"));
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.recursive(
                EveryTermProperties::simple,
                inner -> Arbitraries.oneOf(
                        inner,
                        inner.list().ofMaxSize(4).map(members -> "( " + String.join(" ", members) + " )"),
                        inner.map(value -> "[ ex:p " + value + " ; a ex:C ]"),
                        inner.map(value -> "[ rdf:first " + value + " ; rdf:rest _:shared ]"),
                        inner.map(value -> "[ a owl:Restriction ; owl:onProperty ex:p ; owl:hasValue " + value + " ]"),
                        inner.map(value -> "[ owl:unionOf ( ex:A " + value + " ) ]")),
                0,
                4);
    }

    @Provide
    Arbitrary<String> tripleTerms() {
        return Arbitraries.recursive(
                () -> Arbitraries.oneOf(literals(), Arbitraries.of("<http://example.org/id/x>", "_:shared")),
                inner -> inner.map(value -> "<<( <http://example.org/id/x> ex:p " + value + " )>>"),
                0,
                5);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(
                "rdfs:label",
                "skos:prefLabel",
                "skos:definition",
                "dct:title",
                "ex:p",
                "skos:note",
                "<http://xmlns.com/foaf/0.1/depiction>",
                "rdfs:subClassOf",
                "skos:memberList",
                "rdf:value");
    }

    @Property(tries = 60)
    void a_thing_with_any_values_has_a_page(
            @ForAll("values") String one,
            @ForAll("values") String other,
            @ForAll("tripleTerms") String term,
            @ForAll("names") String name) {
        String turtle =
                """
                <id/x> %s %s ; ex:p %s ; ex:q %s . _:shared ex:p "shared" ; rdf:rest _:shared .
                <id/x> ex:r "said" {| ex:because %s |} . ex:K a owl:Class ; rdfs:subClassOf %s ; rdfs:label "K" .
                """
                        .formatted(name, one, other, term, literalOf(term), one.startsWith("\"") ? "ex:A" : one);
        Publication publication =
                PublicationFolder.in(folder()).turtle("data/x.ttl", turtle).read();
        Assume.that(publication.faults().isEmpty());
        try (OddData data = new OddData(TestSite.of(publication, Limits.standard()))) {
            for (String path : List.of("/doc/x", "/def", "/search", "/")) {
                for (String lang : List.of("en", "zh")) {
                    check(path + "?lang=" + lang, data.site().get(path + "?lang=" + lang, "Accept", "text/html"));
                }
            }
            assertThat(data.site().get("/doc/x.ttl").statusCode()).isEqualTo(200);
        }
    }

    private static String literalOf(String term) {
        return term.startsWith("<<(") ? "\"nested\"" : term;
    }

    private static void check(String path, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        Parser parser = Parser.htmlParser().setTrackErrors(50);
        Document page = Jsoup.parse(answer.body(), "", parser);
        assertThat(parser.getErrors()).as(path + "\n" + answer.body()).isEmpty();
        assertThat(answer.body().substring(0, answer.body().indexOf("</head>")))
                .as(path)
                .doesNotContainPattern("[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\u061C]");
        assertThat(page.select("h1")).as(path).hasSize(1);
        assertThat(page.select("h1").text()).as(path).isNotBlank();
        assertThat(page.title()).as(path).isNotBlank();
        for (Element shown : page.select("h1, h2, h3, th, td, dd, dt, li, p")) {
            assertThat(shown.ownText()).as(path).doesNotContainPattern("_:[A-Za-z0-9]");
        }
        assertThat(page.select("[id=\"\"]")).as(path).isEmpty();
        assertThat(page.select("[style], [onload]")).as(path).isEmpty();
        assertThat(page.select("script:not([src])")).as(path).allMatch(script -> script.attr("type")
                .equals("application/ld+json"));
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("every-term");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
