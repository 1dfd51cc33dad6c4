package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.Change;
import org.torchgraph.dataset.LoadProgress;
import org.torchgraph.dataset.WriteOrigin;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.kit.Cli;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.RdfText;
import org.torchgraph.query.Limits;
import org.torchgraph.rdf.digest.SortedNQuads;

/** What writers changed in a store comes back as files. */
class FilesExportTest extends CommandRuns {
    @TempDir
    Path other;

    @BeforeEach
    void a_store() {
        folder.write("data/a.ttl", PREFIXES + "\n# of a thing\n\n<id/a> rdfs:label \"A\"@en .\n")
                .write(
                        "data/odd.ttl",
                        PREFIXES + "\n<id/odd> rdfs:label \"x\" ; # a comment\n   rdfs:seeAlso [ rdfs:label 01 ] .\n")
                .write(
                        "data/blank.ttl",
                        PREFIXES + "\n<id/b> rdfs:seeAlso [ rdfs:label \"one\" ] ,\n        [ rdfs:label \"two\" ] .\n")
                .write(
                        "data/quads.nq",
                        "<http://example.org/id/q> <http://example.org/p> \"q\" <http://example.org/g> .\n"
                                + "<http://example.org/id/r> <http://example.org/p> \"r\" .\n")
                .write("data/README.md", "not read")
                .write("site.ttl", "# nothing is set\n");
        try (DiskDataset dataset = open()) {
            dataset.fill(folder.read(), LoadProgress.NONE, snapshot -> {});
        }
    }

    private DiskDataset open() {
        return DiskDataset.open(other.resolve("store"), Limits.standard());
    }

    private Cli export(Path to, String... more) {
        return run(
                "export",
                Stream.concat(
                                Stream.of("--store", "tdb2:" + other.resolve("store"), "--files", to.toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    /** Makes graphs state what Turtle texts state; the name of each precedes its text. */
    private void put(String... graphs) {
        try (DiskDataset dataset = open()) {
            for (int at = 0; at < graphs.length; at += 2) {
                Node name = NodeFactory.createURI(
                        graphs[at].contains("://") ? graphs[at] : "http://example.org/graph/" + graphs[at]);
                RdfText text = RdfText.parse(PREFIXES + graphs[at + 1], Lang.TURTLE, name);
                dataset.write(
                        WriteOrigin.of("editor", ""),
                        now -> Change.of(
                                now.graph(name).stream()
                                        .flatMap(old -> old.find().map(triple -> Quad.create(name, triple))),
                                text.quads().stream(),
                                now),
                        (made, next) -> {});
            }
        }
    }

    private static Map<String, String> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> root.relativize(file).toString(),
                            file -> {
                                try {
                                    return Files.readString(file);
                                } catch (IOException unreadable) {
                                    throw new IllegalStateException(unreadable);
                                }
                            },
                            (one, two) -> one,
                            TreeMap::new));
        }
    }

    @Test
    void files_of_a_store_that_nobody_wrote_to_are_as_they_were() throws IOException {
        Map<String, String> before = files(root);
        Path empty = other.resolve("empty");
        assertThat(export(empty).out()).contains("no file differs");
        assertThat(files(empty)).isEqualTo(before).containsKeys("site.ttl", "queries/of-year.rq", "data/odd.ttl");
        assertThat(export(root).out()).contains("no file differs");
        assertThat(files(root)).isEqualTo(before);
        Cli full = export(other);
        assertThat(full.exit()).isEqualTo(1);
        assertThat(full.err()).contains("is not empty");
        assertThat(run("export", "--files", empty.toString()).exit()).isEqualTo(2);
    }

    @Test
    void what_was_written_comes_back_in_the_files_of_its_graphs_and_in_no_others() throws IOException {
        Map<String, String> before = files(root);
        put(
                "a", "<id/a> rdfs:label \"A\"@en , \"another\"@en .",
                "new/thing", "<id/new> rdfs:label \"new\" .",
                "quads", "<id/r> <p> \"s\" .",
                "http://example.org/g", "<id/q> <p> \"t\" .",
                "http://elsewhere.example/g", "<id/e> <p> \"e\" .",
                "..%2F..%2Foutside", "<id/e> <p> \"outside\" .");
        Cli cli = export(root);
        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("data/a.ttl is written", "data/new/thing.ttl is written", "4 files differ");
        Map<String, String> after = files(root);
        assertThat(after.get("data/a.ttl"))
                .isEqualTo(before.get("data/a.ttl").replace("\"A\"@en", "\"A\"@en , \"another\"@en"))
                .contains("# of a thing");
        assertThat(after.get("data/new/thing.ttl")).contains("<id/new> rdfs:label \"new\" .");
        assertThat(after.get("data/quads.nq"))
                .contains("\"s\" .", "\"t\" <http://example.org/g>")
                .doesNotContain("\"r\"");
        assertThat(after.get("data/other-graphs.trig")).contains("http://elsewhere.example/g", "outside");
        assertThat(after.keySet()).hasSize(before.size() + 2);
        before.keySet().stream()
                .filter(file -> !file.matches("data/(a.ttl|quads.nq)"))
                .forEach(file -> assertThat(after).containsEntry(file, before.get(file)));
        stateWhatTheStoreHas();
        assertThat(export(root).out()).contains("no file differs");
        put("http://elsewhere.example/g", "");
        assertThat(export(root).out()).contains("data/other-graphs.trig is written");
        stateWhatTheStoreHas();
    }

    private void stateWhatTheStoreHas() {
        Publication read = folder.read();
        assertThat(read.faults()).isEmpty();
        try (DiskDataset dataset = open()) {
            assertThat(SortedNQuads.lines(read.quads().toList()))
                    .isEqualTo(SortedNQuads.lines(dataset.snapshot()
                            .quads(Node.ANY, Node.ANY, Node.ANY)
                            .toList()));
        }
    }

    @Test
    void a_file_whose_graph_is_gone_is_removed_only_when_that_is_asked() throws IOException {
        put("a", "", "blank", "<id/b> rdfs:label \"none\" .");
        Map<String, String> before = files(root);
        Cli refused = export(root);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out()).contains("data/a.ttl would be removed");
        assertThat(refused.err()).contains("no file was written");
        assertThat(files(root)).isEqualTo(before);
        assertThat(export(root, "--remove").out()).contains("data/a.ttl is removed", "data/blank.ttl is written");
        assertThat(files(root)).doesNotContainKey("data/a.ttl");
        stateWhatTheStoreHas();
    }

    @Test
    void nothing_is_written_over_what_the_store_never_had_or_over_a_comment_between_statements() throws IOException {
        put("blank", "<id/b> rdfs:seeAlso [ rdfs:label \"three\" ] .");
        assertThat(export(root).exit()).isZero();
        // The blank nodes of the file have other labels than those of the store by now.
        put("blank", "<id/b> rdfs:seeAlso [ rdfs:label \"four\" ] .");
        assertThat(export(root).out()).contains("data/blank.ttl is written", "one file differs");

        put("blank", "<id/b> rdfs:label \"five\" .");
        folder.append("data/blank.ttl", "<id/b> rdfs:label \"by hand\" .\n");
        Map<String, String> before = files(root);
        assertThat(export(root).out()).contains("data/blank.ttl states what the store never had");
        put("odd", "<id/odd> rdfs:label \"y\" .");
        Cli comment = export(root, "--overwrite");
        assertThat(comment.exit()).isEqualTo(1);
        assertThat(comment.err()).contains("data/odd.ttl:4 is not rewritten, because there is a comment");
        assertThat(files(root)).isEqualTo(before);
        folder.replace("data/odd.ttl", " # a comment", "");
        assertThat(export(root, "--overwrite").exit()).isZero();
        stateWhatTheStoreHas();
    }
}
