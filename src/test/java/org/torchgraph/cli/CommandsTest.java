package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.Cli;
import org.torchgraph.messages.InterfaceLanguages;

class CommandsTest extends CommandRuns {
    @Test
    void help_and_version_are_exit_0() {
        Cli help = Cli.run("--help");
        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("serve", "query", "export", "check", "diff", "draft", "init");
        assertThat(Cli.run("--version").out()).matches("torchgraph \\d+\\.\\d+\\.\\d+\\R");
        for (String command :
                new String[] {"serve", "query", "export", "check", "diff", "draft", "load", "history", "backup"}) {
            assertThat(Cli.run(command, "--help").out()).contains("--publication", "--base");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fly",
                "check --fast",
                "serve --port x",
                "serve --port 70000",
                "serve --admin-port 70000",
                "serve --service-host http://a.example/sparql",
                "serve --store paper",
                "serve --store tdb2:",
                "load",
                "load --store memory",
                "history",
                "backup --store tdb2:none",
                "load /no/such/file --store tdb2:none",
                "serve --watch --store tdb2:none",
                "serve --writers /no/such/file",
                "serve --query-timeout 0",
                "serve --keep-versions -1",
                "serve --keep-versions 0 --keep-versions-in versions",
                "serve --store sparql:http://127.0.0.1:99999/sparql",
                "serve --keep-versions-in versions --store tdb2:none",
                "serve --trusted-proxy 10.0.0.0/99",
                "query",
                "query no-such-question",
                "query /no/such/file.rq",
                "query of-year --param year=abc",
                "query of-year --param colour=red",
                "query of-year --format png",
                "export --format png",
                "check --source chronicle=/no/such/file",
                "check --source chronicle",
                "diff",
                "diff /no/such/file",
                "diff one two three",
                "draft",
                "draft /no/such/file",
                "draft one --entry first"
            })
    void wrong_use_is_exit_2_with_one_clear_sentence(String line) {
        Cli cli = line.isEmpty() ? Cli.run() : withPublication(line);
        assertThat(cli.exit()).as(cli.err()).isEqualTo(2);
        assertThat(cli.err()).startsWith("torchgraph: ").doesNotContain("\tat ", "Exception");
        assertThat(cli.err().lines().count()).isLessThanOrEqualTo(2);
        assertThat(cli.out()).isEmpty();
    }

    private Cli withPublication(String line) {
        String[] words = line.split(" ");
        String[] more = new String[words.length - 1];
        System.arraycopy(words, 1, more, 0, more.length);
        return words[0].equals("fly") ? Cli.run(words) : run(words[0], more);
    }

    @Test
    void help_lists_the_languages_that_the_program_has() {
        for (String command : List.of("check", "diff", "init")) {
            assertThat(Cli.run(command, "--help").out().replaceAll("\\s+", " "))
                    .as(command)
                    .contains(String.join(", ", InterfaceLanguages.BUNDLED.codes()) + " (default en)")
                    .doesNotContain("${");
        }
    }

    @Test
    void a_missing_folder_or_base_is_exit_2() throws IOException {
        assertThat(Cli.run("check", "--publication", "/no/such/folder"))
                .satisfies(cli -> assertThat(cli.exit()).isEqualTo(2))
                .satisfies(cli -> assertThat(cli.err()).contains("no publication in /no/such/folder"));
        Files.delete(root.resolve("data/catalog.ttl"));
        assertThat(run("check").err()).contains("no base");
        assertThat(run("check", "--base", "http://example.org/").exit()).isZero();
    }

    @Test
    void check_of_a_sound_publication_is_exit_0() {
        Cli cli = run("check");
        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("3 files", "1 query", "0 errors");
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void check_lists_every_fault_with_its_place_and_is_exit_1() {
        folder.turtle("data/broken.ttl", "<id/b> ex:year \"last\"^^xsd:gYear .\n<id/c> ;");
        folder.turtle("data/links.ttl", "<id/b> ex:of <id/nothing> .");
        folder.write("queries/bad.rq", "#+ view: table\nSELECT nonsense");
        Cli cli = run("check");
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(cli.err())
                .contains(
                        "data/broken.ttl:11:",
                        "data/broken.ttl:12:",
                        "data/links.ttl:11: warning: nothing is said of",
                        "queries/bad.rq:2:",
                        "queries/bad.rq: error: no title");
    }

    @Test
    void check_speaks_the_language_that_is_asked_for_and_never_translates_error_and_warning() {
        folder.turtle("data/broken.ttl", "<id/c> <id/d> <id/e f> .");
        folder.turtle("data/links.ttl", "<id/b> ex:of <id/nothing> .");
        folder.write("queries/bad.rq", "#+ view: map\n#+ title.en: Bad\nSELECT nonsense");
        assertThat(run("check", "--lang", "zh").err().lines().filter(line -> !line.startsWith("torchgraph:")))
                .allMatch(line -> line.matches("(data|queries)/\\S+: (error|warning): .*\\p{IsHan}.*"))
                .anyMatch(line -> line.startsWith("data/broken.ttl:11:15: error: 不是 IRI："))
                .anyMatch(line -> line.startsWith("data/links.ttl:11: warning: 没有关于 <http://example.org/id/nothing>"))
                .anyMatch(line -> line.startsWith("queries/bad.rq:1: error: 没有这种视图"))
                .hasSize(5);
        assertThat(run("check").err())
                .doesNotContainPattern("\\p{IsHan}")
                .isEqualTo(run("check", "--lang", "en").err());
        assertThat(run("check", "--lang", "xx").exit()).isEqualTo(2);
    }

    @Test
    void a_base_that_cannot_be_read_is_told_with_its_place() {
        folder.turtle("data/catalog.ttl", "<dataset> void:uriSpace \"x ;");
        assertThat(Cli.run("check", "--publication", root.toString()).err())
                .startsWith("torchgraph: data/catalog.ttl:11:")
                .hasLineCount(1);
    }

    @Test
    void serve_refuses_what_it_cannot_serve_and_lists_all_faults() {
        folder.turtle("data/broken.ttl", "<id/b> ;");
        folder.turtle("data/worse.ttl", "<id/c> ex:year \"last\"^^xsd:gYear .");
        Cli cli = run("serve", "--port", "0");
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(cli.err())
                .contains("data/broken.ttl:11:", "data/worse.ttl:11:", "2 faults")
                .doesNotContain("\tat ");
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void a_taken_port_is_one_sentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Cli cli = run("serve", "--port", Integer.toString(taken.getLocalPort()));
            assertThat(cli.exit()).isEqualTo(1);
            assertThat(cli.err().strip())
                    .startsWith("torchgraph: port " + taken.getLocalPort())
                    .hasLineCount(1);
        }
    }

    @Test
    void an_address_that_cannot_be_had_is_told_apart() {
        assertThat(run("serve", "--port", "0", "--host", "no-such-host.invalid").err())
                .startsWith("torchgraph: there is no host no-such-host.invalid")
                .hasLineCount(1);
        assertThat(run("serve", "--port", "0", "--host", "192.0.2.1").err())
                .startsWith("torchgraph: 192.0.2.1 is no address of this machine")
                .hasLineCount(1);
    }

    @Test
    void faults_of_files_come_before_what_may_follow_from_them() {
        folder.turtle("data/z-broken.ttl", "<id/z> ;");
        folder.turtle("data/links.ttl", "<id/b> rdfs:seeAlso <id/z> .");
        List<String> lines = run("check").err().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("data/z-broken.ttl:11:");
        assertThat(lines.get(1)).contains("left out");
        assertThat(lines.get(2)).startsWith("data/links.ttl:11:");
    }

    @Test
    void a_shape_with_a_value_of_the_wrong_kind_is_a_finding() {
        folder.turtle(
                "ontology/shapes.ttl",
                "ex:S a sh:NodeShape ; sh:targetSubjectsOf rdfs:label ; sh:property [ sh:path ex:year ; sh:minCount \"x\" ] .");
        Cli cli = run("check");
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(cli.err())
                .startsWith("ontology/shapes.ttl: error: a shape cannot be used")
                .hasLineCount(1);
    }
}
