package org.torchgraph.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.publication.DataFile;
import org.torchgraph.publication.Publication;
import org.torchgraph.rdf.digest.SortedNQuads;

class DumpsTest {
    private static final Node G1 = iri("graph/1");
    private static final Node G2 = iri("graph/2");

    private static Node iri(String path) {
        return NodeFactory.createURI("https://example.org/" + path);
    }

    private static Snapshot snapshot(Quad... quads) {
        List<DataFile> files =
                List.of(quads).stream().collect(Collectors.groupingBy(Quad::getGraph)).entrySet().stream()
                        .map(file -> new DataFile("data/x.ttl", file.getKey(), file.getValue()))
                        .toList();
        return MemoryDataset.of(new Publication(
                        Path.of("nowhere"),
                        "https://example.org/",
                        "v1",
                        Samples.PREFIXES,
                        files,
                        List.of(),
                        List.of(),
                        List.of()))
                .snapshot();
    }

    private static String dump(Snapshot snapshot, Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Dumps.write(snapshot, new RdfWriter(Samples.PREFIXES), format, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static final Snapshot TWO_GRAPHS = snapshot(
            Quad.create(G1, iri("a"), iri("p"), iri("b")),
            Quad.create(G2, iri("a"), iri("p"), iri("b")),
            Quad.create(G2, iri("a"), iri("p"), iri("c")));

    @ParameterizedTest
    @EnumSource(names = {"TURTLE", "NTRIPLES", "JSONLD", "RDFXML"})
    void formats_of_triples_hold_the_union_each_triple_once(Format format) throws IOException {
        DatasetGraph back = Samples.read(dump(TWO_GRAPHS, format), format);
        assertThat(back.getDefaultGraph().size()).isEqualTo(2);
        assertThat(back.listGraphNodes().hasNext()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"TRIG", "NQUADS"})
    void formats_of_quads_hold_the_named_graphs_and_nothing_else(Format format) throws IOException {
        DatasetGraph back = Samples.read(dump(TWO_GRAPHS, format), format);
        assertThat(back.getDefaultGraph().isEmpty()).isTrue();
        assertThat(back.stream().toList()).hasSize(3);
        Set<Node> names = Set.of(G1, G2);
        assertThat(back.listGraphNodes()).toIterable().containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void dump_in_lines_is_the_same_text_for_the_same_version() throws IOException {
        assertThat(dump(TWO_GRAPHS, Format.NQUADS))
                .isEqualTo(
                        """
                        <https://example.org/a> <https://example.org/p> <https://example.org/b> <https://example.org/graph/1> .
                        <https://example.org/a> <https://example.org/p> <https://example.org/b> <https://example.org/graph/2> .
                        <https://example.org/a> <https://example.org/p> <https://example.org/c> <https://example.org/graph/2> .
                        """);
    }

    @ParameterizedTest
    @EnumSource(names = {"NTRIPLES", "NQUADS"})
    void lines_written_a_subject_at_a_time_are_those_of_all_together(Format format) throws IOException {
        Snapshot hard = snapshot(Samples.triples(Samples.turtle(Samples.HARD)).stream()
                .flatMap(triple -> Stream.of(Quad.create(G1, triple), Quad.create(G2, triple)))
                .toArray(Quad[]::new));
        List<Quad> quads = hard.quads(Node.ANY, Node.ANY, Node.ANY).toList();
        assertThat(dump(hard, format)).isEqualTo(Samples.write(quads, format));
    }

    @ParameterizedTest
    @EnumSource
    void dump_opens_with_licence_version_and_digest_where_the_format_has_comments(Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FileHeader header = new FileHeader(Optional.of("https://example.org/licence--2"), "v1");
        Dumps.write(TWO_GRAPHS, new RdfWriter(Samples.PREFIXES).with(header), format, out);
        String text = out.toString(StandardCharsets.UTF_8);
        String digest = SortedNQuads.digest(
                format.holdsGraphs()
                        ? TWO_GRAPHS.quads(Node.ANY, Node.ANY, Node.ANY).toList()
                        : TWO_GRAPHS
                                .union()
                                .find()
                                .map(triple -> Quad.create(Quad.defaultGraphIRI, triple))
                                .toList());
        if (format == Format.JSONLD) {
            assertThat(text).doesNotContain(digest);
        } else {
            assertThat(text.lines().limit(4).toList().toString())
                    .contains("https://example.org/licence", "Dataset version: v1", digest);
        }
        assertThat(Iter.toList(Samples.read(text, format).find()))
                .hasSameSizeAs(Iter.toList(
                        Samples.read(dump(TWO_GRAPHS, format), format).find()));
    }

    @ParameterizedTest
    @EnumSource
    void forty_thousand_triples_are_all_there(Format format) throws IOException {
        Quad[] quads = IntStream.range(0, 40_000)
                .mapToObj(i -> Quad.create(
                        G1, iri("s" + i / 8), iri("p" + i % 4), NodeFactory.createLiteralLang("标签" + i, "zh-Hans")))
                .toArray(Quad[]::new);
        assertThat(Samples.read(dump(snapshot(quads), format), format).stream().toList())
                .hasSize(40_000);
    }
}
