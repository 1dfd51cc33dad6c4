package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.OWL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.torchgraph.kit.Cli;
import org.torchgraph.kit.PlainFuseki;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.StandInEngine;
import org.torchgraph.kit.StandInEngine.Fault;

/** {@code check --store sparql:URL}. */
class CheckEngineTest extends CommandRuns {
    private static final String BASE = PublicationFolder.BASE;

    @AutoClose
    private final PlainFuseki fuseki = new PlainFuseki();

    private Cli check(String address, String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "--store";
        all[1] = "sparql:" + address;
        System.arraycopy(more, 0, all, 2, more.length);
        return run("check", all);
    }

    private static Node node(String name) {
        return NodeFactory.createURI(BASE + name);
    }

    @Test
    void an_engine_that_has_the_files_is_without_errors_though_a_load_has_added_the_version() {
        fuseki.with(folder.read());
        Node version = NodeFactory.createLiteralString("first");
        Txn.executeWrite(fuseki.data(), () -> fuseki.data()
                .add(node("graph/catalog"), node("dataset"), OWL.versionInfo.asNode(), version));
        String address = fuseki.address().query();
        Cli checked = check(address);
        assertThat(checked.exit()).as(checked.err()).isZero();
        assertThat(checked.err().lines())
                .singleElement()
                .asString()
                .startsWith(address + ": warning: differs in the graph of a query that names none: ");
        assertThat(checked.out().lines())
                .containsExactly(
                        "errors  warnings  kind",
                        "     0         1  engine-differs",
                        "6 statements in 3 graphs of the engine: 0 errors, 1 warning");
        assertThat(check(address, "--lang", "zh").err()).contains(": warning: 关于未指明图的查询所用的图：引擎不读取各图之并");
    }

    @Test
    void what_an_engine_does_not_have_is_told_with_file_and_line_ten_of_a_kind() {
        folder.turtle(
                "data/b.ttl",
                IntStream.range(0, 13)
                        .mapToObj(i -> "<id/b" + i + "> ex:share 0." + (10 + i) + "0 .")
                        .collect(Collectors.joining("\n")));
        fuseki.with(folder.read());
        Txn.executeWrite(fuseki.data(), () -> {
            fuseki.data().deleteAny(node("graph/b"), Node.ANY, Node.ANY, Node.ANY);
            fuseki.data().deleteAny(node("graph/a"), Node.ANY, node("def#year"), Node.ANY);
            fuseki.data().add(node("graph/c"), node("id/a"), node("def#to"), node("id/c"));
        });
        Cli checked = check(fuseki.address().query());
        assertThat(checked.exit()).isEqualTo(1);
        assertThat(checked.err().lines().filter(line -> line.contains(": error: ")))
                .hasSize(3 + 10 + 1)
                .contains(
                        "data/a.ttl: error: the graph <graph/a> has 1 statements in the engine and 2 in the files",
                        "data/b.ttl: error: the graph <graph/b> has 0 statements in the engine and 13 in the files",
                        "data/a.ttl:11: error: the engine does not have <id/a> ex:year \"2025\"^^xsd:gYear",
                        "data/b.ttl:19: error: the engine does not have <id/b8> ex:share 0.180",
                        fuseki.address().query()
                                + ": error: the engine has a statement more in <graph/c>: <id/a> ex:to <id/c>")
                .noneMatch(line -> line.contains("<id/b9>"));
        assertThat(checked.err().lines()).contains("… and 4 more of engine-lost (--all lists them)");
        assertThat(check(fuseki.address().query(), "--all").err())
                .contains("<id/b9>")
                .doesNotContain("… and");
    }

    @Test
    void an_engine_that_cannot_be_compared_is_told_in_one_sentence() {
        isRefused(check("http://127.0.0.1:1/sparql"), "it cannot be reached");
        isRefused(check(fuseki.address().query()), "has no statements in named graphs");
        fuseki.with(folder.read());
        isRefused(
                check(fuseki.address().query(), "--base", "http://example.net/"),
                "has nothing below http://example.net/");
        String credentials = Base64.getEncoder().encodeToString("reader:".getBytes(StandardCharsets.UTF_8));
        try (StandInEngine engine = new StandInEngine(fuseki.address().query()).requiring("Basic " + credentials)) {
            isRefused(check(engine.address().query(), "--store-user", "other"), "status 401");
            engine.has(Fault.PAGE);
            isRefused(check(engine.address().query(), "--store-user", "reader"), "not an answer to a query");
        }
    }

    private static void isRefused(Cli cli, String sentence) {
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(cli.err().lines())
                .singleElement()
                .asString()
                .startsWith("torchgraph: ")
                .contains(sentence);
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void a_store_that_is_no_engine_and_other_checks_beside_it_are_wrong_use() {
        assertThat(run("check", "--store", "tdb2:" + root).exit()).isEqualTo(2);
        assertThat(check(fuseki.address().query(), "--tidy").err()).contains("--store sparql:URL");
    }
}
