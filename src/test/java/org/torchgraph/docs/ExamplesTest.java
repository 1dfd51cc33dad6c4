package org.torchgraph.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.xpath.XPathFactory;
import org.apache.jena.shacl.Shapes;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.Checkout;
import org.torchgraph.kit.Cli;
import org.torchgraph.kit.TestSite;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.question.Questions;
import org.xml.sax.InputSource;

/** What the documents show is what happens. */
class ExamplesTest {
    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\\n(.*?)```", Pattern.DOTALL);

    @AutoClose
    private static final TestSite site = Checkout.site();

    private static List<String> blocks(String file, String kind) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(Files.readString(Path.of(file)));
        while (matcher.find()) {
            if (matcher.group(1).equals(kind)) {
                blocks.add(matcher.group(2));
            }
        }
        return blocks;
    }

    @Test
    void the_curl_of_the_readme_prints_what_the_readme_says() throws IOException, InterruptedException {
        String example = blocks("README.md", "console").get(0);
        int end = example.indexOf("'\n", example.indexOf("ORDER BY")) + 2;
        String command = example.substring("$ ".length(), end).replace("http://localhost:3030", site.url(""));
        Process process = new ProcessBuilder("/bin/sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(output.replace("\r\n", "\n")).isEqualTo(example.substring(end));
    }

    @Test
    void the_query_command_of_the_readme_prints_the_expected_answer() throws IOException {
        String example = blocks("README.md", "console").get(1).strip();
        Cli cli = Cli.run(example.substring("$ ./torchgraph ".length()).split(" "));
        assertThat(cli.exit()).isZero();
        assertThat(cli.out().replace("\r\n", "\n"))
                .isEqualTo(Files.readString(Path.of("src/test/resources/questions/targets-due-in.csv")));
    }

    @Test
    void the_vocabulary_of_the_readme_is_made_a_publication_as_it_says(@TempDir Path root) throws IOException {
        String example = blocks("README.md", "console").get(2);
        String command = "$ ./torchgraph init shapes shacl.ttl\n";
        assertThat(example).startsWith("$ unzip -j target/torchgraph.jar std/shacl.ttl\n" + command);
        Path vocabulary = root.resolve("shacl.ttl");
        try (InputStream carried = Shapes.class.getResourceAsStream("/std/shacl.ttl")) {
            Files.copy(carried, vocabulary);
        }
        String made = root.resolve("shapes").toString();
        Cli cli = Cli.run("init", made, vocabulary.toString());
        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(cli.out().replace("\r\n", "\n").replace(made, "shapes"))
                .isEqualTo(example.substring(example.indexOf(command) + command.length()));
        Cli check = Cli.run("check", "--publication", made);
        assertThat(check.exit()).as(check.err()).isZero();
    }

    @Test
    void the_numbers_of_the_readme_are_those_of_the_graph() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(readme)
                .contains("**" + count("Policy") + " policies**")
                .contains(count("Goal") + " goals")
                .contains(count("PolicyAction") + " actions")
                .contains(count("Claim") + " claims");
        try (Stream<Path> queries = Files.list(Path.of("queries"))) {
            assertThat(readme).contains("**" + queries.count() + " saved questions**");
        }
    }

    @Test
    void the_citation_file_has_the_version_of_the_build() throws Exception {
        String version = XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                        "/*/*[local-name() = 'version']",
                        new InputSource(Path.of("pom.xml").toUri().toString()));
        assertThat(version).isNotEmpty();
        assertThat(Files.readAllLines(Path.of("CITATION.cff"))).contains("version: " + version);
    }

    private static long count(String term) {
        return site.get("/queries/things.csv?class=https://w3id.org/torchgraph/def%23" + term)
                        .body()
                        .lines()
                        .count()
                - 1;
    }

    @Test
    void the_worked_example_of_contributing_passes_check_once_its_digests_are_in(@TempDir Path root)
            throws IOException {
        List<String> turtle = blocks("CONTRIBUTING.md", "turtle");
        Path text = Files.writeString(
                root.resolve("example.txt"), blocks("CONTRIBUTING.md", "").get(0));
        Checkout.copiedTo(root)
                .append("data/sources.ttl", "\n" + turtle.get(0))
                .append("data/policies/2030-most-example-action-plan.ttl", turtle.get(1));
        String[] check = {"check", "--publication", root.toString(), "--source", "example-2030=" + text};

        Cli first = Cli.run(check);
        assertThat(first.exit()).isEqualTo(1);
        assertThat(first.err().lines())
                .hasSize(2)
                .allMatch(line -> line.contains("2030-most-example-action-plan.ttl:"));

        Matcher digest = Pattern.compile("- (issuance|aims) `([0-9A-F]{64})`")
                .matcher(Files.readString(Path.of("CONTRIBUTING.md")));
        String whole = Files.readString(root.resolve("data/policies/2030-most-example-action-plan.ttl"));
        while (digest.find()) {
            assertThat(first.err()).contains(digest.group(2));
            String head = "<id/evidence/2030-example-" + digest.group(1) + "> a htz:Evidence ;\n    htz:quoteSha256 \"";
            whole = whole.replace(head + "00", head + digest.group(2));
        }
        Files.writeString(root.resolve("data/policies/2030-most-example-action-plan.ttl"), whole);
        Cli second = Cli.run(check);
        assertThat(second.err()).isEmpty();
        assertThat(second.exit()).isZero();
        assertThat(Cli.run(
                                "query",
                                "targets-due-in",
                                "--param",
                                "year=2032",
                                "--format",
                                "csv",
                                "--publication",
                                root.toString())
                        .out())
                .contains("2030-example/energy-intensity");
    }

    @Test
    void the_draft_of_contributing_is_what_its_command_writes(@TempDir Path folder) throws IOException {
        List<String> plain = blocks("CONTRIBUTING.md", "");
        Path text = Files.writeString(folder.resolve("chronicle.txt"), plain.get(2));
        assertThat(plain.get(3)).isEqualTo("./torchgraph draft chronicle.txt --out drafts\n");
        Path out = folder.resolve("drafts");
        Cli cli = Cli.run("draft", text.toString(), "--out", out.toString());
        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(out.resolve("2031-most-entry-1.ttl"))
                .content()
                .contains(
                        "dct:issued \"2031-06-01\"^^xsd:date ;",
                        "\n" + blocks("CONTRIBUTING.md", "turtle").get(2));
    }

    @Test
    void the_record_of_contributing_is_written_by_its_command(@TempDir Path root) throws IOException {
        String command = blocks("CONTRIBUTING.md", "").get(4);
        assertThat(command).isEqualTo("./torchgraph diff published.trig --format record > record.ttl\n");
        Path dump = root.resolve("published.trig");
        assertThat(Cli.run("export", "--format", "trig", "--out", dump.toString())
                        .exit())
                .isZero();
        Path next = root.resolve("next");
        Checkout.copiedTo(next).replace("data/catalog.ttl", "dcat:version \"1.0.0\"", "dcat:version \"1.0.1\"");
        Cli record = Cli.run("diff", dump.toString(), "--format", "record", "--publication", next.toString());
        assertThat(record.exit()).as(record.err()).isZero();
        assertThat(record.out())
                .contains("kept as data/versions/2.ttl.\n", "<id/version/1> a dcat:Dataset ;", "adms:versionNotes");
    }

    @Test
    void links_between_the_documents_lead_somewhere() throws IOException {
        for (String file : new String[] {
            "README.md",
            "CONTRIBUTING.md",
            "docs/architecture.md",
            "docs/http.md",
            "docs/ontology.md",
            "docs/coverage.md",
            "docs/questions.md",
            "docs/rules.md"
        }) {
            Matcher link = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(Files.readString(Path.of(file)));
            Path folder = Path.of(file).toAbsolutePath().getParent();
            while (link.find()) {
                assertThat(folder.resolve(link.group(1))).as(file).exists();
            }
        }
    }

    @Test
    void the_prefix_table_and_the_question_of_the_page_of_formats_are_read(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("data"));
        Files.createDirectories(root.resolve("ontology"));
        Files.createDirectories(root.resolve("queries"));
        Files.writeString(
                root.resolve("ontology/prefixes.ttl"),
                blocks("docs/formats.md", "turtle").get(0));
        Files.writeString(
                root.resolve("queries/drachen.rq"),
                blocks("docs/formats.md", "").get(0));
        Publication publication = PublicationReader.read(root, Optional.of("https://example.org/"));
        assertThat(publication.faults()).isEmpty();
        assertThat(publication.prefixes().getMapping()).containsOnlyKeys("eli", "ex");
        assertThat(Questions.of(publication).faults()).isEmpty();
    }

    @Test
    void the_commands_of_the_page_about_operation_have_the_options_that_it_names() throws IOException {
        Pattern command = Pattern.compile(
                "(?:torchgraph|torchgraph\\.jar) (serve|load|backup|export|history)((?:[^\\n`]|\\\\\\n)*)");
        List<MatchResult> commands = command.matcher(Files.readString(Path.of("docs/operation.md")))
                .results()
                .toList();
        assertThat(commands).hasSizeGreaterThan(6);
        for (MatchResult one : commands) {
            String help = Cli.run(one.group(1), "--help").out();
            assertThat(Pattern.compile("--[a-z-]+").matcher(one.group(2)).results())
                    .as(one.group())
                    .allSatisfy(option -> assertThat(help).contains(option.group() + "="));
        }
    }

    @Test
    void the_page_about_operation_has_each_outcome_of_a_query_and_the_paths_of_its_unit_alone() throws IOException {
        String page = Files.readString(Path.of("docs/operation.md"));
        assertThat(QueryFailedException.FailureKind.values()).allSatisfy(kind -> assertThat(page)
                .contains("`" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "`"));
        assertThat(Pattern.compile("--store (tdb2:/\\S+[a-z])").matcher(page).results())
                .extracting(store -> store.group(1))
                .contains("tdb2:/var/lib/torchgraph/store")
                .isSubsetOf("tdb2:/var/lib/torchgraph/store", "tdb2:/var/lib/torchgraph/restored");
        assertThat(Pattern.compile("--endpoint (http\\S+)").matcher(page).results())
                .isNotEmpty()
                .allSatisfy(site -> assertThat(site.group(1)).isEqualTo("http://127.0.0.1:3030/torchgraph"));
        assertThat(page).doesNotContain("./torchgraph ");
    }

    @Test
    void the_tests_that_the_page_about_attacks_names_exist() throws Exception {
        Map<String, Path> sources;
        try (Stream<Path> all = Files.walk(Path.of("src/test/java"))) {
            sources = all.filter(file -> file.toString().matches(".*(Test|Properties)[.]java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            Path.of("src/test/java")::relativize));
        }
        List<String> rows = Files.readAllLines(Path.of("docs/security.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| attack"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(25);
        for (String row : rows) {
            String[] cells = row.split(" \\| ");
            assertThat(cells).as(row).hasSize(5);
            List<String> named = Pattern.compile("`(\\w+)\\.(\\w+)`")
                    .matcher(cells[4])
                    .results()
                    .map(test -> test.group(1) + "." + test.group(2))
                    .toList();
            assertThat(named).as(row).isNotEmpty();
            for (String test : named) {
                String[] parts = test.split("\\.");
                assertThat(sources).as(test).containsKey(parts[0]);
                String type =
                        sources.get(parts[0]).toString().replace(".java", "").replace('/', '.');
                assertThat(Class.forName(type, false, getClass().getClassLoader())
                                .getDeclaredMethods())
                        .as(test)
                        .anySatisfy(method -> {
                            assertThat(method.getName()).isEqualTo(parts[1]);
                            assertThat(method.getAnnotations())
                                    .extracting(annotation ->
                                            annotation.annotationType().getSimpleName())
                                    .containsAnyOf("Test", "ParameterizedTest", "Property");
                        });
            }
        }
    }
}
