package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.Cli;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;
import org.torchgraph.rdf.digest.SortedNQuads;

class CommandsTest {
    private static final String PREFIXES =
            "BASE <http://example.org/>\nPREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n";

    @TempDir
    Path root;

    private PublicationFolder folder;

    @BeforeEach
    void a_publication() {
        folder = PublicationFolder.in(root)
                .turtle("data/a.ttl", "<id/a> rdfs:label \"A\"@en ; ex:year \"2025\"^^xsd:gYear .")
                .turtle("ontology/terms.ttl", "ex:year rdfs:label \"year\"@en .")
                .write(
                        "queries/of-year.rq",
                        """
                        #+ title.en: Things of a year
                        #+ title.zh: 某年的事物
                        #+ param: year xsd:gYear 2025 "the year"
                        SELECT ?thing ?year { ?thing <http://example.org/def#year> ?year } ORDER BY ?thing
                        """);
    }

    private Cli run(String command, String... more) {
        String[] args = new String[more.length + 3];
        args[0] = command;
        args[1] = "--publication";
        args[2] = root.toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return Cli.run(args);
    }

    @Test
    void help_and_version_are_exit_0() {
        Cli help = Cli.run("--help");
        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("serve", "query", "export", "check", "diff", "draft");
        assertThat(Cli.run("--version").out()).matches("torchgraph \\d+\\.\\d+\\.\\d+\\R");
        for (String command : new String[] {"serve", "query", "export", "check", "diff", "draft"}) {
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
                "serve --store paper",
                "serve --query-timeout 0",
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
                .hasSize(4);
        assertThat(run("check").err())
                .doesNotContainPattern("\\p{IsHan}")
                .isEqualTo(run("check", "--lang", "en").err());
        assertThat(run("check", "--lang", "fr").exit()).isEqualTo(2);
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

    @Test
    void export_writes_the_whole_a_graph_or_a_thing() throws IOException {
        assertThat(statements(run("export", "--format", "ntriples"))).hasSize(5);
        assertThat(run("export", "--format", "nquads").out()).contains("<http://example.org/graph/a>");
        assertThat(statements(run("export", "--graph", "graph/a", "--format", "ntriples")))
                .hasSize(2);
        assertThat(run("export", "id/a").out()).contains("2025");
        Path out = root.resolve("out.ttl");
        assertThat(run("export", "--out", out.toString()).exit()).isZero();
        assertThat(Files.readString(out)).contains("\nPREFIX");
        assertThat(run("export", "id/nothing").exit()).isEqualTo(1);
        assertThat(run("export", "--graph", "graph/nothing").exit()).isEqualTo(1);
    }

    private static List<String> statements(Cli cli) {
        return cli.out().lines().filter(line -> !line.startsWith("#")).toList();
    }

    @Test
    void export_takes_as_much_around_a_thing_as_is_asked() {
        folder.turtle(
                "data/b.ttl",
                """
                <id/b> rdfs:label "B"@en , "乙"@zh-Hans ; ex:to <id/b#part> , <id/c> . <id/b#part> ex:year "2035"^^xsd:gYear .
                <id/c> rdfs:label "C"@en ; ex:to <id/d> . <id/d> rdfs:label "D"@en ; ex:to <id/b> .
                <id/claim> rdf:subject <id/b> ; <https://w3id.org/torchgraph/def#evidence> <id/evidence> .
                <id/evidence> rdfs:label "place" .
                """);
        List<String> own = statements(run("export", "id/b", "--depth", "0", "--format", "ntriples"));
        assertThat(own).hasSize(5).allMatch(line -> line.startsWith("<http://example.org/id/b"));
        List<String> inverse = statements(run("export", "id/b", "--inverse", "--format", "ntriples"));
        assertThat(inverse).containsAll(own).hasSize(7).anyMatch(line -> line.startsWith("<http://example.org/id/d>"));
        List<String> deep = statements(run("export", "id/b", "--depth", "1", "--format", "ntriples"));
        assertThat(deep).containsAll(own).hasSize(7).noneMatch(line -> line.contains("\"D\""));
        List<String> labels = statements(run("export", "id/b", "--labels", "--format", "ntriples"));
        assertThat(labels).containsAll(own).hasSize(7).anyMatch(line -> line.contains("\"year\""));
        List<String> provenance = statements(run("export", "id/b", "--provenance", "--format", "ntriples"));
        assertThat(provenance).containsAll(own).hasSize(8).anyMatch(line -> line.contains("\"place\""));
        List<String> english = statements(run("export", "id/b", "--lang", "en", "--format", "ntriples"));
        assertThat(english).hasSize(4).noneMatch(line -> line.contains("乙"));
        for (Cli wrong : new Cli[] {run("export", "--labels"), run("export", "id/b", "--depth", "-1")}) {
            assertThat(wrong.exit()).isEqualTo(2);
            assertThat(wrong.err()).startsWith("torchgraph: --depth");
        }
        assertThat(run("export", "id/nothing", "--labels").exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"turtle:ttl", "trig:trig", "ntriples:nt", "nquads:nq"})
    void check_proves_that_an_exported_file_is_as_it_was(String format, @TempDir Path other) throws IOException {
        folder.turtle("data/b.ttl", "<id/b> ex:year ( 1 [ ex:year \"2035\"^^xsd:gYear ] ) .");
        String[] names = format.split(":");
        String exported = run("export", "--format", names[0]).out();
        String version =
                run("export", "--format", names[0]).out().lines().findFirst().orElseThrow();
        assertThat(version).matches("# Dataset version: [0-9a-f]{32}");
        PublicationFolder copy = new PublicationFolder(other).write("data/copy." + names[1], exported);
        String[] check = {"check", "--publication", other.toString(), "--base", PublicationFolder.BASE};
        assertThat(Cli.run(check).err()).isEmpty();
        copy.write("data/copy." + names[1], exported.replace("2025", "2026"));
        Cli changed = Cli.run(check);
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.err())
                .startsWith("data/copy." + names[1] + ":2: error: the statements are not those that the digest is of");
    }

    @Test
    void check_tidy_sorts_turtle_files_and_keeps_the_comments_at_their_head() throws IOException {
        String head =
                "BASE <http://example.org/>\nPREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n\n# About b and a.\n\n";
        folder.write(
                "data/b.ttl",
                "# About b and a.\n" + PREFIXES
                        + "<id/b> rdfs:label '#B' .\n<http://example.org/id/a2>\nrdfs:label \"\"\"x # no comment\"\"\" .\n");
        assertThat(run("check", "--tidy").out()).contains("tidied data/b.ttl\n");
        assertThat(Files.readString(root.resolve("data/b.ttl")))
                .isEqualTo(head + "<id/a2> rdfs:label \"x # no comment\" .\n\n<id/b> rdfs:label \"#B\" .\n");
        assertThat(run("check", "--tidy").out()).doesNotContain("tidied");
    }

    @Test
    void check_tidy_loses_no_comment_and_touches_nothing_that_has_faults() throws IOException {
        String text = PREFIXES + "<id/b> rdfs:label 'B' . # why\n";
        folder.write("data/b.ttl", text);
        Cli cli = run("check", "--tidy");
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(cli.err())
                .isEqualTo("torchgraph: data/b.ttl:3: a comment stands among the statements:"
                        + " move it to the head of the file, or say it as a statement\n");
        assertThat(Files.readString(root.resolve("data/b.ttl"))).isEqualTo(text);
        String broken = PREFIXES + "<id/z> rdfs:label ; .\n<id/a> rdfs:label 'A' .\n";
        folder.write("data/b.ttl", broken);
        assertThat(run("check", "--tidy").exit()).isEqualTo(1);
        assertThat(Files.readString(root.resolve("data/b.ttl"))).isEqualTo(broken);
    }

    @Test
    void export_of_a_concept_names_the_document_that_the_site_has() {
        folder.turtle(
                "data/b.ttl",
                "<concept/kind/x> skos:prefLabel \"X\"@en . <http://other.example/y> rdfs:label \"elsewhere\" .");
        assertThat(run("export", "concept/kind/x", "--format", "ntriples").out())
                .contains("<http://example.org/doc/concept/kind/x> <http://xmlns.com/foaf/0.1/primaryTopic>"
                        + " <http://example.org/concept/kind/x> .");
        assertThat(run("export", "http://other.example/y", "--format", "ntriples")
                        .out())
                .contains("\"elsewhere\"")
                .contains("<http://example.org/resource?iri=http%3A%2F%2Fother.example%2Fy>"
                        + " <http://xmlns.com/foaf/0.1/primaryTopic> <http://other.example/y> .");
    }

    @Test
    void export_that_cannot_be_written_is_one_sentence() {
        folder.turtle("data/b.ttl", "<id/b> <http://example.org/property/1> 1 .");
        for (Cli cli : new Cli[] {
            run("export", "--out", root.resolve("no/such/folder.ttl").toString()), run("export", "--format", "rdfxml"),
        }) {
            assertThat(cli.exit()).isEqualTo(1);
            assertThat(cli.err()).startsWith("torchgraph: ").hasLineCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id/none", "--graph=graph/none", "--format=nothing", "--format=rdfxml"})
    void export_that_fails_leaves_the_file_that_was_there(String argument) throws IOException {
        folder.turtle("data/b.ttl", "<id/b> <http://example.org/property/1> 1 .");
        Path out = Files.writeString(root.resolve("x.rdf"), "keep");
        assertThat(run("export", argument, "--out", out.toString()).exit()).isPositive();
        assertThat(out).hasContent("keep");
        try (Stream<Path> files = Files.list(root)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void export_takes_the_place_of_a_file_and_keeps_its_permissions_and_the_link_to_it() throws IOException {
        folder.turtle("data/b.ttl", "<id/b> rdfs:label 'B' .");
        Path out = Files.writeString(root.resolve("x.nt"), "old");
        Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("rw-rw-r--"));
        Path link = Files.createSymbolicLink(root.resolve("link.nt"), out);
        assertThat(run("export", "--format", "ntriples", "--out", link.toString())
                        .exit())
                .isZero();
        assertThat(Files.readString(out)).contains("<http://example.org/id/b>").doesNotContain("old");
        assertThat(link).isSymbolicLink();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rw-rw-r--");
        assertThat(run("export", "--out", "/dev/null").exit()).isZero();
    }

    @Test
    void check_tidy_keeps_what_rdf_1_2_says_and_its_version() throws IOException {
        folder.write(
                "data/b.ttl",
                "VERSION \"1.2\"\n# About b.\n" + PREFIXES
                        + "_:a rdfs:label 'Ann' .\n<id/b> rdfs:seeAlso <<( _:a rdfs:comment 'x # y'@ar--rtl )>> ; rdfs:label 'B' ~ <id/r> {| rdfs:comment 'z' |} .\n");
        Publication before = PublicationReader.read(root, Optional.empty());
        assertThat(run("check", "--tidy").out()).contains("tidied data/b.ttl\n");
        Publication after = PublicationReader.read(root, Optional.empty());
        assertThat(SortedNQuads.lines(after.quads().toList()))
                .isEqualTo(SortedNQuads.lines(before.quads().toList()));
        assertThat(Files.readString(root.resolve("data/b.ttl")))
                .startsWith("VERSION \"1.2\"\nBASE <http://example.org/>\n")
                .contains("# About b.");
        assertThat(run("check", "--tidy").out()).doesNotContain("tidied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<id/b> rdfs:seeAlso <<( <id/a>\n rdfs:label 1 # why >\n)>> .\n",
                "<id/b> rdfs:label 1 .# why\n",
                "PREFIX e: <urn:ex:> # why\n<id/b> rdfs:label 1 .\n",
                "PREFIX e: <urn:ex:> <id/b> rdfs:label 1 . # why\n",
                "PREFIX e: <urn:ex:>\n<id/b> rdfs:label e:a# why\n .\n",
                "VERSION '1.2' # why\n<id/b> rdfs:label 1 .\n"
            })
    void check_tidy_sees_every_comment(String text) throws IOException {
        folder.write("data/b.ttl", PREFIXES + text);
        Cli cli = run("check", "--tidy");
        assertThat(cli.err()).contains("a comment stands among the statements");
        assertThat(root.resolve("data/b.ttl")).hasContent(PREFIXES + text);
    }

    @Test
    void check_tidy_leaves_a_file_that_sorted_turtle_cannot_say() throws IOException {
        String text = PREFIXES + "<id/b> rdfs:seeAlso <http://e/a/../b> , <http://e/b> .\n";
        folder.write("data/b.ttl", text);
        Cli cli = run("check", "--tidy");
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(cli.err()).startsWith("torchgraph: data/b.ttl: ").hasLineCount(1);
        assertThat(root.resolve("data/b.ttl")).hasContent(text);
        assertThat(run("export", "--format", "ntriples").out()).contains("<http://e/a/../b> .");
        assertThat(run("export").err()).contains("<http://e/a/../b>").hasLineCount(1);
    }
}
