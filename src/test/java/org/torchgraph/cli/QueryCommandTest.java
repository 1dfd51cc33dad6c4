package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.torchgraph.kit.Cli;
import org.torchgraph.kit.TestSite;

/** {@code query}. */
class QueryCommandTest extends CommandRuns {
    @Test
    void query_answers_by_name_by_file_and_from_standard_input() throws IOException {
        assertThat(run("query", "of-year", "--format", "csv").out())
                .isEqualTo("thing,year\r\nhttp://example.org/id/a,2025\r\n");
        assertThat(run("query", "of-year", "--param", "year=1999", "--format", "csv")
                        .out())
                .isEqualTo("thing,year\r\n");
        Path file = Files.writeString(root.resolve("mine.rq"), "ASK { <id/a> ?p ?o }");
        assertThat(run("query", file.toString(), "--format", "json").out()).contains("true");
        assertThat(Cli.runWithInput(
                                "SELECT ?l { <id/a> <http://www.w3.org/2000/01/rdf-schema#label> ?l }",
                                "query",
                                "-",
                                "--publication",
                                root.toString())
                        .out())
                .contains("\"A\"@en", "| l");
        Files.writeString(file, "CONSTRUCT WHERE { <id/a> ?p ?o }");
        assertThat(run("query", file.toString()).out()).contains("<http://example.org/id/a>");
        assertThat(run("query", file.toString(), "--format", "jsonld").out()).startsWith("{");
    }

    @Test
    void query_can_ask_an_endpoint_instead() throws IOException {
        try (TestSite site = TestSite.of(folder.read(), TestSite.seconds(5))) {
            String url = site.url("/sparql");
            assertThat(run("query", "of-year", "--param", "year=2025", "--format", "csv", "--endpoint", url)
                            .out())
                    .isEqualTo("thing,year\r\nhttp://example.org/id/a,2025\r\n");
            assertThat(run("query", "of-year", "--param", "year=1999", "--format", "csv", "--endpoint", url)
                            .out())
                    .isEqualTo("thing,year\r\n");
            Path file = Files.writeString(root.resolve("mine.rq"), "CONSTRUCT WHERE { <id/a> ?p ?o }");
            assertThat(run("query", file.toString(), "--endpoint", url).out()).contains("<http://example.org/id/a>");
            Files.writeString(file, "ASK {}");
            assertThat(run("query", file.toString(), "--endpoint", url).out()).contains("yes");
            Cli nowhere = run("query", file.toString(), "--endpoint", site.url("/nowhere"));
            assertThat(nowhere.exit()).isEqualTo(1);
            assertThat(nowhere.err()).startsWith("torchgraph: the endpoint").hasLineCount(1);
        }
        Path file = Files.writeString(root.resolve("mine.rq"), "ASK {}");
        for (String wrong : new String[] {"file:///etc/hostname", "no address"}) {
            Cli cli = run("query", file.toString(), "--endpoint", wrong);
            assertThat(cli.exit()).isEqualTo(1);
            assertThat(cli.err()).startsWith("torchgraph: the endpoint").hasLineCount(1);
        }
        Cli gone = run("query", file.toString(), "--endpoint", "http://127.0.0.1:9/sparql");
        assertThat(gone.exit()).isEqualTo(1);
        assertThat(gone.err()).startsWith("torchgraph: the endpoint").hasLineCount(1);
    }

    @Test
    void a_query_with_a_syntax_error_is_exit_1_with_its_place() throws IOException {
        Path file = Files.writeString(root.resolve("mine.rq"), "SELECT ?s {\n ?s ?p }");
        Cli cli = run("query", file.toString());
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(cli.err()).contains(file + ":2:").hasLineCount(1);
    }
}
