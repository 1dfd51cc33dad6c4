package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.engine.RemoteDataset;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.Virtuoso;
import org.torchgraph.kit.ZonesExtract;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;
import org.torchgraph.question.Question;
import org.torchgraph.question.Questions;

/** A site over Virtuoso answers as one over memory does, by value: Virtuoso does not keep how values are spelled. */
class VirtuosoSiteTest {
    private static final Publication PUBLICATION = ZonesExtract.read();

    @TempDir
    static Path folder;

    @AutoClose
    private static Virtuoso engine;

    @AutoClose
    private static final TestSite memory = ZonesExtract.site();

    @AutoClose
    private static TestSite remote;

    @BeforeAll
    static void fill() {
        engine = Virtuoso.startIn(folder).with(PUBLICATION);
        Limits patient = TestSite.seconds(60);
        remote = TestSite.of(
                        PUBLICATION.withoutStatements(),
                        RemoteDataset.open(engine.address(), PUBLICATION.base(), patient))
                .searchable();
        memory.searchable();
    }

    /** Returns the rows, in which Virtuoso has 1 and 0 for the truth values that a query works out. */
    private static List<String> rows(HttpResponse<String> reply) {
        return reply.body()
                .lines()
                .map(row -> Stream.of(row.split(",", -1))
                        .map(cell -> cell.equals("true") ? "1.0" : cell.equals("false") ? "0.0" : number(cell))
                        .collect(Collectors.joining(",")))
                .sorted()
                .toList();
    }

    private static String number(String cell) {
        return cell.matches("-?[0-9]+([.][0-9]+)?(E[0-9]+)?") ? Double.toString(Double.parseDouble(cell)) : cell;
    }

    @Test
    void each_question_has_the_same_rows() {
        for (Question question : Questions.of(PUBLICATION).all()) {
            String path = "/queries/" + question.name() + ".csv";
            HttpResponse<String> actual = remote.get(path);
            assertThat(actual.statusCode()).as(path).isEqualTo(200);
            assertThat(rows(actual)).as(path).isEqualTo(rows(memory.get(path)));
        }
    }

    @Test
    void documents_and_exports_have_the_same_values() {
        for (String path : List.of(
                "/doc/policy/2021-most-green-development-action-plan.nt",
                "/doc/zone/zhongguancun.nt",
                "/doc/indicator-system/2021.nt",
                "/def.nt",
                "/export/torchgraph.nt")) {
            HttpResponse<String> actual = remote.get(path);
            assertThat(actual.statusCode()).as(path).isEqualTo(200);
            assertThat(values(actual)).as(path).containsExactlyElementsOf(values(memory.get(path)));
        }
    }

    private static List<String> values(HttpResponse<String> reply) {
        return RDFParser.fromString(reply.body(), Lang.NTRIPLES).toGraph().stream()
                .map(triple ->
                        value(triple.getSubject()) + " " + triple.getPredicate() + " " + value(triple.getObject()))
                .filter(line -> !line.contains("/.well-known/void"))
                .sorted()
                .toList();
    }

    private static Node value(Node node) {
        if (node.isBlank()) {
            return NodeFactory.createBlankNode("any");
        }
        if (!node.isLiteral()) {
            return node;
        }
        String language = node.getLiteralLanguage();
        if (!language.isEmpty()) {
            return NodeFactory.createLiteralLang(node.getLiteralLexicalForm(), language.toLowerCase(Locale.ROOT));
        }
        return switch (node.getLiteralValue()) {
            case Number number -> NodeFactory.createLiteralString(Double.toString(number.doubleValue()));
            case Boolean truth -> NodeFactory.createLiteralString(truth.toString());
            default -> node;
        };
    }

    @Test
    void pages_and_searches_are_there() {
        Stream.of("/", "/doc/zone/zhongguancun", "/search?q=zhongguancun", "/dataset.ttl", "/sitemap.xml", "/def")
                .forEach(path ->
                        assertThat(remote.get(path).statusCode()).as(path).isEqualTo(200));
        assertThat(remote.get("/search.json?q=zhongguancun").body()).contains("id/zone/zhongguancun");
    }

    @Test
    void a_question_of_truth_is_answered_by_one() {
        assertThat(remote.get("/sparql?format=json&query=ASK%7B?s%20?p%20?o%7D").body())
                .contains("true");
        assertThat(remote.get("/sparql?format=json&query=ASK%7B?s%20%3Curn:none%3E%20?o%7D")
                        .body())
                .contains("false");
    }

    @Test
    void an_answer_that_the_engine_cuts_off_is_never_shown_as_whole() {
        HttpResponse<String> all = remote.get("/sparql?format=csv&query=SELECT*%7B?s%20?p%20?o.?a%20?b%20?s%7D");
        assertThat(all.statusCode()).isEqualTo(503);
        assertThat(all.body()).contains("10000");
    }
}
