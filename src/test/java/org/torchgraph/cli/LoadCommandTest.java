package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.torchgraph.dataset.Change;
import org.torchgraph.dataset.WriteOrigin;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.kit.Cli;
import org.torchgraph.query.Limits;

class LoadCommandTest extends CommandRuns {

    private Cli load(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "--store";
        all[1] = "tdb2:" + store();
        System.arraycopy(more, 0, all, 2, more.length);
        return run("load", all);
    }

    private String store() {
        return root.resolve("..")
                .resolve(root.getFileName() + "-store")
                .normalize()
                .toString();
    }

    private String version() {
        try (DiskDataset dataset = DiskDataset.open(Path.of(store()), Limits.standard())) {
            return dataset.record().map(record -> record.version()).orElse("");
        }
    }

    @Test
    void a_store_is_filled_and_replaced_only_when_that_is_asked_after_showing_what_would_change() {
        Cli first = load();
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.err()).contains("5 of 5 statements are loaded", "the store holds 5 statements, version ");
        String version = version();
        assertThat(version).isEqualTo(folder.read().version());
        assertThat(load().err()).contains("holds these statements already");

        folder.turtle("data/a.ttl", "<id/a> rdfs:label \"A\"@en, \"B\"@en .")
                .turtle("data/b.ttl", "<id/b> rdfs:label \"B\" .");
        Cli refused = load();
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .contains("graph/a: 1 statements more, 1 fewer", "graph/b: 1 statements more, 0 fewer", "--replace")
                .doesNotContain("catalog");
        assertThat(version()).isEqualTo(version);

        assertThat(load("--replace").exit()).isZero();
        assertThat(version()).isEqualTo(folder.read().version()).isNotEqualTo(version);
    }

    @Test
    void a_publication_with_a_fault_is_not_loaded_and_the_store_stays_as_it_was() {
        folder.turtle("data/b.ttl", "<id/b> rdfs:label \"B\"@en ;");
        Cli broken = load();
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.err()).contains("data/b.ttl:11:").doesNotContain("Exception");
        assertThat(version()).isEmpty();

        folder.turtle("data/b.ttl", "<id/b> rdfs:label \"B\"@en .");
        assertThat(load().exit()).isZero();
        String version = version();
        folder.turtle(
                "ontology/shapes.ttl",
                "ex:S a sh:NodeShape ; sh:targetSubjectsOf rdfs:label ; sh:property [ sh:path ex:none ; sh:minCount 1 ] .");
        assertThat(load("--replace").exit()).isEqualTo(1);
        assertThat(version()).isEqualTo(version);
        assertThat(load("--replace", "--lenient").exit()).isZero();
    }

    @Test
    void a_folder_with_other_files_is_no_store() {
        Cli other = run("load", "--store", "tdb2:" + root);
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.err()).contains("is no store").doesNotContain("Exception");
        assertThat(root.resolve("lock")).doesNotExist();
    }

    @Test
    void the_history_of_a_store_lists_its_writes_and_a_backup_of_it_is_restored() throws IOException {
        load();
        assertThat(run("history", "--store", "tdb2:" + store()).out()).isEmpty();
        try (DiskDataset dataset = DiskDataset.open(Path.of(store()), Limits.standard())) {
            Node b = NodeFactory.createURI("http://example.org/id/b");
            Quad added = Quad.create(NodeFactory.createURI("http://example.org/graph/b"), b, RDFS.label.asNode(), b);
            dataset.write(
                    WriteOrigin.of("editor", "a link"),
                    now -> Change.of(Stream.empty(), Stream.of(added), now),
                    (made, next) -> {});
        }
        Path backup = root.resolve("..").resolve(root.getFileName() + ".nq").normalize();
        assertThat(run("backup", "--store", "tdb2:" + store(), "--out", backup.toString())
                        .exit())
                .isZero();
        assertThat(backup).content().contains("# Dataset version: ", "<http://example.org/graph/b> .");
        folder.turtle("data/c.ttl", "<id/c> rdfs:label \"C\"@en .");
        Cli restored = run("load", backup.toString(), "--store", "tdb2:" + store() + "2");
        assertThat(restored.exit()).as(restored.err()).isZero();
        try (DiskDataset dataset = DiskDataset.open(Path.of(store() + "2"), Limits.standard())) {
            assertThat(dataset.changed(folder.read())).containsExactly("data/c.ttl");
        }
        assertThat(run("backup", "--store", "tdb2:" + store() + "2", "--out", backup + "2")
                        .exit())
                .isZero();
        assertThat(Files.readAllLines(Path.of(backup + "2")).stream().filter(line -> !line.startsWith("#")))
                .containsExactlyElementsOf(Files.readAllLines(backup).stream()
                        .filter(line -> !line.startsWith("#"))
                        .toList())
                .hasSize(6);
        Cli list = run("history", "--store", "tdb2:" + store());
        assertThat(list.exit()).isZero();
        assertThat(list.out()).matches("1  \\S+Z  editor  \\+1 -0  a link\\R");
        Cli shown = run("history", "--store", "tdb2:" + store(), "--show", "1");
        assertThat(shown.out()).contains("A <http://example.org/id/b> ", "<http://example.org/graph/b> .", "TC .");
        Cli none = run("history", "--store", "tdb2:" + store(), "--show", "2");
        assertThat(none.exit()).isEqualTo(1);
        assertThat(none.err()).contains("no write 2");
    }

    @Test
    void a_write_is_undone_while_the_site_is_down_judged_as_every_write() {
        folder.turtle(
                "ontology/shapes.ttl",
                "ex:S a sh:NodeShape ; sh:targetSubjectsOf rdfs:comment ; sh:property [ sh:path rdfs:label ; sh:minCount 1 ] .");
        load();
        Node b = NodeFactory.createURI("http://example.org/id/b");
        write(b, RDFS.label.asNode());
        write(b, RDFS.comment.asNode());
        Cli refused = run("history", "--store", "tdb2:" + store(), "--undo", "1");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("id/b", "one error").doesNotContain("Exception");
        Cli undone = run("history", "--store", "tdb2:" + store(), "--undo", "2", "--as", "me", "--note", "a slip");
        assertThat(undone.exit()).as(undone.err()).isZero();
        assertThat(run("history", "--store", "tdb2:" + store(), "--undo", "1").exit())
                .isZero();
        assertThat(run("history", "--store", "tdb2:" + store(), "--undo", "3").exit())
                .isEqualTo(1);
        assertThat(run("history", "--store", "tdb2:" + store()).out().lines())
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).matches("3  \\S+  me  \\+0 -1  undoes write 2: a slip"))
                .anySatisfy(line -> assertThat(line).matches("4  \\S+  operator  \\+0 -1  undoes write 1"));
        assertThat(run("history", "--undo", "1").exit()).isEqualTo(2);
    }

    @Test
    void a_backup_with_history_restores_version_and_history_so_that_a_write_with_blank_nodes_can_be_undone()
            throws IOException {
        folder.turtle(
                "data/odd.ttl",
                "<id/odd> ex:p 01 , 1e0 , \"x\"@en--ltr , [ ex:q [ ex:q \"b\" ] ] , <<( <id/a> ex:p \"t\" )>> , \"高新\\n\\\"\" .");
        load();
        Node b = NodeFactory.createURI("http://example.org/id/b");
        Node odd = NodeFactory.createURI("http://example.org/graph/odd");
        write(b, RDFS.label.asNode());
        Set<Quad> before;
        try (DiskDataset dataset = DiskDataset.open(Path.of(store()), Limits.standard())) {
            before = quads(dataset);
            dataset.write(
                    WriteOrigin.of("editor", "no odd things"),
                    now -> Change.of(
                            now.graph(odd).orElseThrow().find().map(triple -> Quad.create(odd, triple)),
                            Stream.empty(),
                            now),
                    (made, next) -> {});
        }
        Path zip = Path.of(store() + ".zip");
        assertThat(run("backup", "--store", "tdb2:" + store(), "--out", zip.toString())
                        .exit())
                .isZero();
        String copy = "tdb2:" + store() + "2";
        Cli restored = run("load", zip.toString(), "--store", copy);
        assertThat(restored.exit()).as(restored.err()).isZero();
        assertThat(run("history", "--store", copy).out())
                .isEqualTo(run("history", "--store", "tdb2:" + store()).out());
        assertThat(run("history", "--store", copy, "--undo", "2").exit()).isZero();
        try (DiskDataset dataset = DiskDataset.open(Path.of(store() + "2"), Limits.standard());
                DiskDataset original = DiskDataset.open(Path.of(store()), Limits.standard())) {
            assertThat(quads(dataset)).isEqualTo(before);
            assertThat(dataset.snapshot().history().writes().subList(0, 2))
                    .isEqualTo(original.snapshot().history().writes());
            assertThat(dataset.record().orElseThrow().version())
                    .isEqualTo(original.record().orElseThrow().version());
            assertThat(dataset.changed(folder.read())).isEmpty();
            assertThat(original.changed(folder.read())).isEmpty();
        }
        assertThat(load("--replace").exit()).isZero();
        Cli replaced = run("history", "--store", "tdb2:" + store());
        assertThat(replaced.out()).isEmpty();
        assertThat(replaced.err()).contains("history-data-1: 2 writes to what was replaced");

        Files.write(zip, Arrays.copyOf(Files.readAllBytes(zip), 900));
        Cli damaged = run("load", zip.toString(), "--store", copy, "--replace");
        assertThat(damaged.exit()).isEqualTo(1);
        assertThat(damaged.err()).contains("is no whole backup").doesNotContain("Exception");
    }

    @Test
    void statements_are_saved_from_a_store_whose_history_is_damaged() throws IOException {
        load();
        write(NodeFactory.createURI("http://example.org/id/b"), RDFS.label.asNode());
        write(NodeFactory.createURI("http://example.org/id/c"), RDFS.label.asNode());
        write(NodeFactory.createURI("http://example.org/id/d"), RDFS.label.asNode());
        // The first two are in the database now, the third is not.
        String name = "tdb2:" + store();
        Path history = Path.of(store()).resolve("history-data-1");
        Path second = history.resolve("00000002.rdfp");
        byte[] whole = Files.readAllBytes(second);
        Files.write(second, Arrays.copyOf(whole, whole.length / 2));
        Cli damaged = run("history", "--store", name);
        assertThat(damaged.exit()).isEqualTo(1);
        assertThat(damaged.err()).contains("history-data-1/00000002.rdfp", "backup --out FILE.nq");
        assertThat(run("backup", "--store", name, "--out", store() + "-d.zip").exit())
                .isEqualTo(1);
        Path saved = Path.of(store() + "-d.nq");
        Cli backup = run("backup", "--store", name, "--out", saved.toString());
        assertThat(backup.exit()).as(backup.err()).isZero();
        assertThat(backup.err())
                .contains("00000002.rdfp", "after write 3 of 3", saved + " has 8 statements")
                .doesNotContain("Exception");
        assertThat(saved).content().contains("id/b>", "id/c>", "id/d>");
        Files.delete(history.resolve("00000003.rdfp"));
        Files.delete(second);
        assertThat(run("history", "--store", name).err()).contains("00000002.rdfp");
        Cli refused = run("backup", "--store", name, "--out", saved.toString());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("is there already", "--replace");
        assertThat(run("backup", "--store", name, "--out", saved.toString(), "--replace")
                        .err())
                .contains("after write 2 of 2", saved + " has 7 statements");
        Cli restored = run("load", saved.toString(), "--store", name + "-r");
        assertThat(restored.exit()).as(restored.err()).isZero();
        assertThat(restored.err()).contains("holds 7 statements");
    }

    @Test
    void what_cannot_be_read_or_written_is_named_in_words() {
        assertThat(run("serve", "--port", "0", "--store", "tdb2:" + store(), "--writers", "/none/w")
                        .err())
                .contains("there is no /none/w")
                .doesNotContain("are loaded");
        load();
        String name = "tdb2:" + store();
        assertThat(run("backup", "--store", name, "--out", root + "/none/x.nq").err())
                .contains("there is no " + root + "/none")
                .doesNotContain("x.nq");
        assertThat(run("backup", "--store", name, "--out", "/dev/full").err())
                .contains("/dev/full: ")
                .doesNotContain("Exception");
        assertThat(run("load", "none.zip", "--store", name).err()).contains("none.zip cannot be read");
        assertThat(run("load", "--store", "tdb2:" + root + "/data/a.ttl").err())
                .contains("a.ttl is a file and no folder")
                .doesNotContain("Exception");
        assertThat(run("load", "--store", "tdb2:/proc/none").err())
                .contains("there is no /proc/none")
                .doesNotContain("Exception");
        assertThat(run("backup", "--endpoint", "http://127.0.0.1:1", "--out", root + "/x.zip")
                        .err())
                .contains("http://127.0.0.1:1 cannot be reached: nothing listens there");
    }

    private static Set<Quad> quads(DiskDataset dataset) {
        return dataset.snapshot().quads(Node.ANY, Node.ANY, Node.ANY).collect(Collectors.toSet());
    }

    private void write(Node thing, Node property) {
        try (DiskDataset dataset = DiskDataset.open(Path.of(store()), Limits.standard())) {
            Quad added = Quad.create(NodeFactory.createURI("http://example.org/graph/b"), thing, property, thing);
            dataset.write(
                    WriteOrigin.of("editor", ""),
                    now -> Change.of(Stream.empty(), Stream.of(added), now),
                    (made, next) -> {});
        }
    }
}
