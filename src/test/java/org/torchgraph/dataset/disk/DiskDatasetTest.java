package org.torchgraph.dataset.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.Change;
import org.torchgraph.dataset.LoadProgress;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.WriteOrigin;
import org.torchgraph.dataset.WriteRecord;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;

class DiskDatasetTest {
    @TempDir
    Path root;

    private PublicationFolder files;
    private Path store;

    @BeforeEach
    void write() {
        files = PublicationFolder.in(root.resolve("publication"));
        store = root.resolve("store");
    }

    private DiskDataset open() {
        return DiskDataset.open(store, Limits.standard());
    }

    private static void fill(DiskDataset dataset, Publication publication) {
        dataset.fill(publication, LoadProgress.NONE, snapshot -> {});
    }

    private static Set<Quad> quads(Snapshot snapshot) {
        return snapshot.quads(Node.ANY, Node.ANY, Node.ANY).collect(Collectors.toSet());
    }

    @Test
    void statements_are_as_in_memory_however_odd_and_still_there_when_it_is_opened_again() {
        files.turtle(
                "data/odd.ttl",
                """
                <a> ex:p 1, 01, +1, -0, 1.0, 1.00, 1e0, 1.0E0, true, "1"^^xsd:boolean, "007"^^xsd:int, "-0"^^xsd:double ;
                    ex:p "INF"^^xsd:double, "NaN"^^xsd:float, "123456789012345678901234567890"^^xsd:integer ;
                    ex:p "2020-01-01"^^xsd:date, "2020-01-01Z"^^xsd:date, "2020-01-01+08:00"^^xsd:date ;
                    ex:p "2020-01-01T00:00:00.000Z"^^xsd:dateTime, "2020-01-01T24:00:00"^^xsd:dateTime ;
                    ex:p "2020-01-01T00:00:00"^^xsd:dateTime, "-0044"^^xsd:gYear, "12020"^^xsd:gYear, "--02-29"^^xsd:gMonthDay ;
                    ex:p "x", "x"@en, "x"@EN-gb, "高新区"@zh, "a\\nb\\t\\"c", "\\U0001F525", "" , "P1Y"^^xsd:duration ;
                    ex:p [ ex:q [ ex:q <高新> ] ], ( 1 ( ) 2 ), <<( <a> ex:p "t" )>>, <<( <a> ex:p 01 )>>, <<( <a> ex:p 98765432109876543210 )>> ;
                    ex:p "-9223372036854775808"^^xsd:long, "300"^^xsd:byte, "0.1"^^xsd:float, "1e400"^^xsd:double, 123456789012345678.5 .
                _:x ex:p _:x .
                """);
        files.turtle("data/same.ttl", "<a> ex:p 1 ; ex:r \"ש\"@he--rtl .");
        Publication publication = files.read();
        assertThat(publication.data()).allMatch(file -> !file.quads().isEmpty());
        Snapshot memory = MemoryDataset.of(publication).snapshot();
        try (DiskDataset disk = open()) {
            fill(disk, publication);
            assertThat(disk.kind()).isEqualTo("tdb2");
        }
        try (DiskDataset disk = open()) {
            Snapshot snapshot = disk.snapshot();
            assertThat(quads(snapshot)).hasSizeGreaterThan(40).isEqualTo(quads(memory));
            assertThat(snapshot.quads(Node.ANY, Node.ANY, Node.ANY)
                            .map(Quad::asTriple)
                            .filter(triple -> !snapshot.union().contains(Node.ANY, Node.ANY, triple.getObject())))
                    .isEmpty();
            assertThat(snapshot.union().find().toList())
                    .containsExactlyInAnyOrderElementsOf(memory.union().find().toList());
            assertThat(snapshot.size()).isEqualTo(memory.size());
            assertThat(snapshot.graphNames().toList())
                    .containsExactlyInAnyOrderElementsOf(memory.graphNames().toList());
            assertThat(snapshot.version()).isEqualTo(memory.version());
            Node same = NodeFactory.createURI(PublicationFolder.BASE + "graph/data/same");
            assertThat(snapshot.graph(same).map(graph -> graph.size()))
                    .isEqualTo(memory.graph(same).map(graph -> graph.size()));
            assertThat(snapshot.graph(NodeFactory.createURI("http://example.org/none")))
                    .isEmpty();
        }
    }

    @Test
    void a_long_read_goes_on_while_others_read_and_another_thread_may_end_it() {
        String many = IntStream.range(0, 2500)
                .mapToObj(number -> "<t" + number + "> ex:n " + number + " .")
                .collect(Collectors.joining("\n"));
        files.turtle("data/many.ttl", many);
        try (DiskDataset disk = open()) {
            fill(disk, files.read());
            Snapshot snapshot = disk.snapshot();
            Iterator<Triple> long1 = snapshot.union().find().iterator();
            for (int read = 0; read < 1200; read++) {
                Triple triple = long1.next();
                assertThat(snapshot.union().contains(triple.getSubject(), Node.ANY, triple.getObject()))
                        .isTrue();
            }
            long rest = CompletableFuture.supplyAsync(() -> Stream.generate(() -> long1.hasNext() ? long1.next() : null)
                            .takeWhile(triple -> triple != null)
                            .count())
                    .join();
            assertThat(1200 + rest).isEqualTo(snapshot.size());
            assertThat(snapshot.union().find().findFirst()).isPresent();
            assertThat(IntStream.range(0, 8)
                            .parallel()
                            .mapToLong(thread -> snapshot.union().find().count())
                            .distinct()
                            .toArray())
                    .containsExactly(snapshot.size());
        }
    }

    @Test
    void a_store_has_one_process_at_a_time() {
        try (DiskDataset first = open()) {
            assertThat(first.record()).isEmpty();
            assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessageContaining("another process");
        }
        open().close();
    }

    @Test
    void what_is_refused_leaves_the_store_as_it_was_and_nothing_beside_it() throws IOException {
        files.turtle("data/a.ttl", "<a> ex:p 1 .");
        Publication first = files.read();
        Publication second = files.turtle("data/a.ttl", "<a> ex:p 2 .").read();
        try (DiskDataset disk = open()) {
            fill(disk, first);
            assertThatThrownBy(() -> disk.fill(second, LoadProgress.NONE, snapshot -> {
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
        }
        try (DiskDataset disk = open()) {
            assertThat(disk.snapshot().version()).isEqualTo(first.version());
            assertThat(quads(disk.snapshot()))
                    .isEqualTo(quads(MemoryDataset.of(first).snapshot()));
            assertThat(disk.changed(second)).containsExactly("data/a.ttl");
            fill(disk, second);
            assertThat(quads(disk.snapshot()))
                    .isEqualTo(quads(MemoryDataset.of(second).snapshot()));
            assertThat(disk.changed(second)).isEmpty();
        }
        try (Stream<Path> databases = Files.list(store)) {
            assertThat(databases.filter(path -> path.getFileName().toString().startsWith("data-")))
                    .hasSize(1);
        }
    }

    @Test
    void a_damaged_store_and_a_folder_of_other_things_are_told_in_words() throws IOException {
        assertThatThrownBy(() -> DiskDataset.open(files.root(), Limits.standard()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is no store");
        assertThat(files.root().resolve("lock")).doesNotExist();
        files.turtle("data/a.ttl", "<a> ex:p 1 .");
        try (DiskDataset disk = open()) {
            fill(disk, files.read());
        }
        Path record = store.resolve("store.properties");
        byte[] whole = Files.readAllBytes(record);
        Files.writeString(record, "base=x");
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessageContaining("is damaged");
        Files.delete(record);
        assertThatThrownBy(this::open).hasMessageContaining("store.properties is missing beside data-1");
        Files.move(store.resolve("data-1"), store.resolve("history-data-1"));
        assertThatThrownBy(this::open).hasMessageContaining("store.properties is missing beside history-data-1");
        Files.move(store.resolve("history-data-1"), store.resolve("data-1"));
        Files.write(record, whole);
        open().close();
        try (Stream<Path> inside = Files.walk(store)) {
            for (Path file :
                    inside.filter(path -> path.toString().endsWith(".idn")).toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        assertThatThrownBy(() -> {
                    try (DiskDataset disk = open()) {
                        quads(disk.snapshot());
                    }
                })
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is damaged");
    }

    @Test
    void what_the_filling_of_a_store_left_that_was_killed_is_removed() throws IOException {
        files.turtle("data/a.ttl", "<a> ex:p 1 .");
        open().close();
        Files.createDirectories(store.resolve("data-1").resolve("Data-0001"));
        Files.createDirectories(store.resolve("history-data-1"));
        Files.createFile(store.resolve("data-1.unfinished"));
        try (DiskDataset disk = open()) {
            assertThat(disk.record()).isEmpty();
            assertThat(store).isDirectoryNotContaining(path -> !path.endsWith("lock"));
            fill(disk, files.read());
            assertThat(store.resolve("data-1.unfinished")).doesNotExist();
        }
        // As if the process had been killed when the record was written.
        Files.createFile(store.resolve("data-1.unfinished"));
        try (DiskDataset disk = open()) {
            assertThat(quads(disk.snapshot())).isNotEmpty();
        }
        assertThat(store.resolve("data-1.unfinished")).doesNotExist();
    }

    @Test
    void a_database_whose_files_are_not_as_they_were_written_is_named_as_damaged() throws IOException {
        files.turtle("data/a.ttl", "<a> ex:p 1 , \"a\" , \"b\" .");
        try (DiskDataset disk = open()) {
            fill(disk, files.read());
        }
        Path record = store.resolve("store.properties");
        Path database = store.resolve("data-1").resolve("Data-0001");
        for (String name : List.of("nodes-data.obj", "SPOG.idn", "GSPO.bpt", "nodes.bpt")) {
            Path file = database.resolve(name);
            byte[] whole = Files.readAllBytes(file);
            byte[] other = whole.clone();
            other[20] ^= 1;
            for (byte[] damaged : List.of(new byte[0], Arrays.copyOf(whole, 20), other)) {
                Files.write(file, damaged);
                assertThatThrownBy(this::open)
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("is damaged")
                        .hasMessageContaining(name);
                assertThat(file).hasBinaryContent(damaged);
            }
            Files.write(file, whole);
        }
        open().close();
        // A store without checksums, and one that is damaged while it is read.
        Files.write(
                record,
                Files.readAllLines(record).stream()
                        .filter(line -> !line.startsWith("sum."))
                        .toList());
        Files.write(database.resolve("nodes-data.obj"), new byte[] {1, 2, 3});
        try (DiskDataset disk = open()) {
            assertThatThrownBy(() -> quads(disk.snapshot()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is damaged")
                    .hasMessageContaining("load the publication or a backup");
        }
    }

    private static Quad quad(Random random) {
        String base = PublicationFolder.BASE;
        return Quad.create(
                NodeFactory.createURI(base + "graph/g" + random.nextInt(3)),
                NodeFactory.createURI(base + "s" + random.nextInt(3)),
                NodeFactory.createURI(base + "p"),
                random.nextBoolean()
                        ? NodeFactory.createLiteralDT("0" + random.nextInt(2), XSDDatatype.XSDinteger)
                        : NodeFactory.createLiteralString("o" + random.nextInt(2)));
    }

    private static void isTheSame(Snapshot actual, Set<Quad> expected) {
        assertThat(quads(actual)).isEqualTo(expected);
        assertThat(actual.graphNames().toList())
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(Quad::getGraph).collect(Collectors.toSet()));
        Set<Triple> triples = expected.stream().map(Quad::asTriple).collect(Collectors.toSet());
        assertThat(actual.union().find().toList()).containsExactlyInAnyOrderElementsOf(triples);
        assertThat(actual.size()).isEqualTo(triples.size());
        for (Quad quad : expected) {
            assertThat(actual.quads(quad.getSubject(), quad.getPredicate(), quad.getObject()))
                    .contains(quad);
        }
        for (int graph = 0; graph < 3; graph++) {
            Node name = NodeFactory.createURI(PublicationFolder.BASE + "graph/g" + graph);
            Set<Triple> own = expected.stream()
                    .filter(quad -> quad.getGraph().equals(name))
                    .map(Quad::asTriple)
                    .collect(Collectors.toSet());
            assertThat(actual.graph(name).map(found -> found.find().collect(Collectors.toSet())))
                    .isEqualTo(own.isEmpty() ? Optional.empty() : Optional.of(own));
        }
    }

    @Test
    void writes_are_as_in_a_set_and_a_version_that_is_held_does_not_change() {
        files.turtle("data/g0.ttl", "<s0> ex:q 1 .").turtle("data/g1.ttl", "<s1> ex:q 01 .");
        Random random = new Random(7);
        Set<Quad> expected;
        List<Snapshot> held = new ArrayList<>();
        List<Set<Quad>> states = new ArrayList<>();
        List<String> versions = new ArrayList<>();
        try (DiskDataset disk = open()) {
            fill(disk, files.read());
            expected = quads(disk.snapshot());
            for (int round = 0; round < 60; round++) {
                List<Quad> gone = Stream.generate(() -> quad(random))
                        .limit(random.nextInt(4))
                        .toList();
                List<Quad> there = Stream.generate(() -> quad(random))
                        .limit(random.nextInt(4))
                        .toList();
                Optional<WriteRecord> written = disk.write(
                        WriteOrigin.of("somebody", "round " + round),
                        now -> Change.of(gone.stream(), there.stream(), now),
                        (made, next) -> {});
                Set<Quad> after = new HashSet<>(expected);
                gone.forEach(after::remove);
                after.addAll(there);
                assertThat(written.isPresent()).isEqualTo(!after.equals(expected));
                expected = after;
                isTheSame(disk.snapshot(), expected);
                held.add(disk.snapshot());
                states.add(expected);
                versions.add(disk.snapshot().version());
            }
            for (int round = 0; round < held.size(); round += 7) {
                isTheSame(held.get(round), states.get(round));
            }
            assertThat(new HashSet<>(versions))
                    .hasSameSizeAs(disk.snapshot().history().writes().stream()
                            .map(WriteRecord::version)
                            .distinct()
                            .toList());
        }
        try (DiskDataset disk = open()) {
            isTheSame(disk.snapshot(), expected);
            assertThat(disk.record().orElseThrow().merged())
                    .isEqualTo(disk.snapshot().history().size())
                    .isPositive();
            assertThat(disk.snapshot().version()).isEqualTo(versions.get(versions.size() - 1));
            assertThat(disk.snapshot().history().writes()).allSatisfy(write -> {
                assertThat(write.origin().writer()).isEqualTo("somebody");
                assertThat(write.origin().note()).startsWith("round ");
            });
        }
    }

    @Test
    void a_write_that_is_refused_or_not_finished_leaves_no_trace_and_a_damaged_one_is_named() throws IOException {
        files.turtle("data/a.ttl", "<a> ex:p 1 .");
        Node graph = NodeFactory.createURI(PublicationFolder.BASE + "graph/b");
        Quad added = Quad.create(graph, graph, graph, NodeFactory.createLiteralLang("高新区\n\"", "zh"));
        Path history = store.resolve("history-data-1");
        try (DiskDataset disk = open()) {
            fill(disk, files.read());
            Set<Quad> before = quads(disk.snapshot());
            assertThatThrownBy(() -> disk.write(
                            WriteOrigin.of("a", ""),
                            now -> Change.of(Stream.empty(), Stream.of(added), now),
                            (made, next) -> {
                                assertThat(quads(next)).contains(added);
                                throw new IllegalStateException("no");
                            }))
                    .hasMessage("no");
            isTheSame(disk.snapshot(), before);
            assertThat(history).doesNotExist();
            disk.write(
                    WriteOrigin.of("a", "b"),
                    now -> Change.of(Stream.empty(), Stream.of(added), now),
                    (made, next) -> {});
        }
        Files.writeString(history.resolve("next.part"), "H writer \"x");
        try (DiskDataset disk = open()) {
            assertThat(quads(disk.snapshot())).contains(added);
            assertThat(disk.snapshot().history().writes()).hasSize(1);
        }
        Files.writeString(history.resolve("00000002.rdfp"), "H writer \"x\" .\nTX .\nA <a> <b> .\n");
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessageContaining("00000002.rdfp");
        Files.move(
                history.resolve("00000001.rdfp"),
                history.resolve("00000002.rdfp"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessageContaining("00000001.rdfp");
        Files.move(history.resolve("00000002.rdfp"), history.resolve("00000001.rdfp"));
        // As if the process had been killed after merging and before it was on record.
        Path record = store.resolve("store.properties");
        Files.writeString(record, Files.readString(record).replace("merged=1", "merged=0"));
        try (DiskDataset disk = open()) {
            assertThat(quads(disk.snapshot())).contains(added).hasSize(4);
        }
    }
}
