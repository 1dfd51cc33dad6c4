package org.torchgraph.server.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.Change;
import org.torchgraph.dataset.LoadProgress;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.WriteOrigin;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;

/** A version that follows a write knows what one that reads all of the data knows. */
class FollowingVersionTest {
    private static final int WRITES = 100;

    /** Names that share paths, parts of documents, plain ones, and one of elsewhere. */
    private static final List<String> NAMES = List.of(
            "id/a",
            "id/a#x",
            "id/a#y",
            "id/a%62c",
            "id/abc",
            "id/caf\u00e9",
            "id/caf%C3%A9",
            "id/cafe\u0301#part",
            "id/it's",
            "id/it%27s",
            "id/same",
            "same",
            "concept/a",
            "id/concept/a",
            "concept/a#x",
            "graph/a",
            "id/graph/a",
            "id/100%25");

    @TempDir
    Path root;

    private final Random random = new Random(Long.getLong("following.seed", 29));

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Node name() {
        return NodeFactory.createURI(PublicationFolder.BASE + any(NAMES));
    }

    private Node object() {
        return any(List.<Supplier<Node>>of(
                        this::name,
                        () -> NodeFactory.createURI("http://elsewhere.example/" + random.nextInt(3)),
                        () -> NodeFactory.createLiteralLang(
                                "text " + random.nextInt(3), any(List.of("en", "zh", "de"))),
                        () -> NodeFactory.createLiteralString("\u0001"),
                        () -> NodeFactory.createTripleTerm(Triple.create(name(), RDFS.seeAlso.asNode(), name()))))
                .get();
    }

    private Quad statement() {
        Node property = random.nextInt(20) == 0
                ? NodeFactory.createURI("http://elsewhere.example/1")
                : any(List.of(RDFS.label.asNode(), RDFS.seeAlso.asNode()));
        return Quad.create(
                NodeFactory.createURI(PublicationFolder.BASE + any(List.of("graph/a", "graph/b", "graph/caf\u00e9"))),
                name(),
                property,
                object());
    }

    private Change change(Snapshot before) {
        List<Quad> there = new ArrayList<>(before.quads(Node.ANY, Node.ANY, Node.ANY)
                .filter(quad -> !quad.getGraph().getURI().endsWith("graph/catalog"))
                .toList());
        Set<Quad> gone = new HashSet<>();
        // Graphs grow and are emptied again.
        int most = random.nextInt(5) == 0 ? there.size() : 3;
        for (int i = random.nextInt(most + 1); i > 0 && !there.isEmpty(); i--) {
            gone.add(any(there));
        }
        return Change.of(gone.stream(), Stream.generate(this::statement).limit(random.nextInt(4)), before);
    }

    private static Map<String, Object> known(PublishedVersion version) {
        Map<String, Object> known = new TreeMap<>();
        known.put("languages", version.resources().languages());
        known.put("formats", version.site().dumpFormats().formats());
        known.put("owners", new TreeMap<>(version.site().links().shared().owners()));
        known.put("classes", version.model().classes().get());
        Stream.concat(NAMES.stream(), Stream.of("id/nothing", "graph/b", "graph/caf\u00e9"))
                .map(PublicationFolder.BASE::concat)
                .forEach(iri -> {
                    known.put(iri, version.resources().describe(NodeFactory.createURI(iri), 1));
                    known.put(iri + " at", version.site().links().path(iri));
                });
        return known;
    }

    private static void assertThatItHolds(Snapshot snapshot, Set<Quad> statements) {
        assertThat(snapshot.quads(Node.ANY, Node.ANY, Node.ANY)).containsExactlyInAnyOrderElementsOf(statements);
        assertThat(snapshot.union().find())
                .containsExactlyInAnyOrderElementsOf(
                        statements.stream().map(Quad::asTriple).collect(Collectors.toSet()));
        assertThat(snapshot.graphNames())
                .containsExactlyInAnyOrderElementsOf(
                        statements.stream().map(Quad::getGraph).collect(Collectors.toSet()));
        statements.stream().map(Quad::getGraph).distinct().forEach(name -> assertThat(
                        snapshot.graph(name).orElseThrow().size())
                .isEqualTo(statements.stream()
                        .filter(quad -> quad.getGraph().equals(name))
                        .count()));
    }

    @Test
    void a_version_after_a_write_is_that_of_all_its_statements() {
        Publication publication = PublicationFolder.in(root.resolve("files")).read();
        Set<Object> owners = new HashSet<>();
        Set<Object> formats = new HashSet<>();
        try (DiskDataset dataset = DiskDataset.open(root.resolve("store"), Limits.standard())) {
            dataset.fill(publication, LoadProgress.NONE, filled -> {});
            dataset.publishWith(publication);
            PublishedVersion version = TestSite.version(publication, dataset.snapshot(), "test");
            Set<Quad> statements =
                    dataset.snapshot().quads(Node.ANY, Node.ANY, Node.ANY).collect(Collectors.toSet());
            for (int write = 0; write < WRITES; write++) {
                Change change = change(dataset.snapshot());
                statements.removeAll(change.removed());
                statements.addAll(change.added());
                dataset.write(WriteOrigin.of("editor", ""), now -> change, (made, next) -> {});
                assertThatItHolds(dataset.snapshot(), statements);
                version = version.after(change, publication, dataset.snapshot());
                Map<String, Object> known = known(version);
                owners.add(known.get("owners"));
                formats.add(known.get("formats"));
                String after = "after write " + write + ": " + change;
                known(TestSite.version(publication, dataset.snapshot(), "test"))
                        .forEach((what, expected) -> assertThat(known.get(what))
                                .as(what + " " + after)
                                .isEqualTo(expected));
            }
        }
        assertThat(owners).as("paths that several names would have").hasSizeGreaterThan(10);
        assertThat(formats).hasSizeGreaterThan(1);
    }
}
