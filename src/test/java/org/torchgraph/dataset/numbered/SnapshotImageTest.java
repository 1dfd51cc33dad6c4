package org.torchgraph.dataset.numbered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.XSD;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image of a snapshot, written and opened again. */
class SnapshotImageTest {
    private static final Node PROPERTY = iri("p");
    private static final List<Node> TERMS = Stream.concat(terms(), numbers()).toList();

    @TempDir
    Path folder;

    private Path file;
    private DatasetGraph data;

    private static Node iri(String end) {
        return NodeFactory.createURI("http://example.org/" + end);
    }

    private static Stream<Node> terms() {
        Node said = NodeFactory.createTripleTerm(iri("a"), PROPERTY, NodeFactory.createLiteralLang("ja", "de-AT"));
        return Stream.of(
                iri("a"),
                iri("高新区/𠮷#x"),
                NodeFactory.createURI("urn:x"),
                NodeFactory.createBlankNode("b0"),
                NodeFactory.createLiteralString(""),
                NodeFactory.createLiteralString("a\nb\u0000𠮷"),
                NodeFactory.createLiteralLang("国家高新区", "zh-Hans"),
                NodeFactory.createLiteralLang("国家高新区", "zh-Hant"),
                NodeFactory.createLiteralLang("x", "x-" + "abcdefgh-".repeat(20) + "a"),
                NodeFactory.createLiteralDirLang("سلام", "ar", TextDirection.RTL),
                NodeFactory.createLiteralDT("0.40", XSDDatatype.XSDdecimal),
                NodeFactory.createLiteralDT("0.4", XSDDatatype.XSDdecimal),
                NodeFactory.createLiteralDT("none", XSDDatatype.XSDinteger),
                NodeFactory.createLiteralDT("2021-02-30", XSDDatatype.XSDdate),
                NodeFactory.createLiteralDT("x", NodeFactory.getType(XSD.NS + "名".repeat(60))),
                NodeFactory.createLiteralDT("x", NodeFactory.getType(XSD.NS)),
                NodeFactory.createLiteralDT("POINT (1 2)", NodeFactory.getType("http://example.org/wkt")),
                NodeFactory.createLiteralString("long ".repeat(100_000)),
                said,
                NodeFactory.createTripleTerm(NodeFactory.createBlankNode("b1"), PROPERTY, said));
    }

    private static Stream<Node> numbers() {
        return Stream.iterate(0, i -> i + 1)
                .limit(3000)
                .map(i -> NodeFactory.createLiteralDT("" + i * 7919, XSDDatatype.XSDint));
    }

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("x.image");
        NumberedData collected = new NumberedData();
        collected.addGraph(iri("empty"));
        for (int i = 0; i < TERMS.size(); i++) {
            collected.add(Quad.create(iri("graph/" + i % 3), iri("s" + i % 5), PROPERTY, TERMS.get(i)));
            collected.add(Quad.create(iri("graph/all"), iri("s" + i % 5), PROPERTY, TERMS.get(i)));
        }
        data = collected.build();
        write(file, "key");
    }

    private void write(Path to, String key) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            SnapshotImage.write(data, key, out);
        }
    }

    private static Set<Quad> quads(DatasetGraph graphs) {
        return Iter.toSet(graphs.find());
    }

    @Test
    void every_kind_of_term_and_every_graph_comes_back_as_it_was() throws IOException {
        DatasetGraph opened = SnapshotImage.open(file).graphs("key");
        assertThat(quads(opened)).isEqualTo(quads(data)).hasSize(3 * TERMS.size());
        assertThat(Iter.toSet(opened.listGraphNodes()))
                .contains(iri("empty"))
                .isEqualTo(Iter.toSet(data.listGraphNodes()));
        assertThat(opened.getGraph(iri("empty")).isEmpty()).isTrue();
        assertThat(opened.getDefaultGraph().size()).isEqualTo(TERMS.size());
    }

    @Test
    void a_term_that_nobody_has_read_yet_is_found_by_its_hash() throws IOException {
        for (Node term : TERMS) {
            NumberedGraph opened =
                    (NumberedGraph) SnapshotImage.open(file).graphs("key").getDefaultGraph();
            assertThat(opened.find(Node.ANY, PROPERTY, term).toList())
                    .singleElement()
                    .extracting(Triple::getObject)
                    .isEqualTo(term);
            if (term.isLiteral()) {
                break;
            }
        }
        NumberedGraph opened =
                (NumberedGraph) SnapshotImage.open(file).graphs("key").getDefaultGraph();
        TERMS.forEach(term -> assertThat(opened.contains(Node.ANY, PROPERTY, term))
                .as(term.toString())
                .isTrue());
        assertThat(opened.contains(Node.ANY, PROPERTY, NodeFactory.createLiteralString("0.4")))
                .isFalse();
        assertThat(opened.contains(Node.ANY, PROPERTY, iri("none"))).isFalse();
    }

    @Test
    void what_a_term_is_and_its_language_are_known_before_and_after_it_is_read() throws IOException {
        NumberedGraph before = (NumberedGraph) data.getDefaultGraph();
        NumberedGraph opened =
                (NumberedGraph) SnapshotImage.open(file).graphs("key").getDefaultGraph();
        for (int round = 0; round < 2; round++) {
            for (int number = 0; number < before.termCount(); number++) {
                assertThat(opened.isLiteral(number)).isEqualTo(before.isLiteral(number));
                assertThat(opened.language(number)).isEqualTo(before.language(number));
            }
            for (int number = 0; number < before.termCount(); number++) {
                assertThat(opened.node(number)).isEqualTo(before.node(number)).isSameAs(opened.node(number));
            }
        }
        assertThat(before.language(before.number(NodeFactory.createLiteralDirLang("سلام", "ar", TextDirection.RTL))))
                .isEqualTo("ar");
    }

    @Test
    void an_image_that_is_opened_can_be_written_again() throws IOException {
        Path again = folder.resolve("again.image");
        data = SnapshotImage.open(file).graphs("key");
        write(again, "key");
        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void no_statement_at_all_is_an_image_too() throws IOException {
        data = new NumberedData().build();
        write(file, "key");
        assertThat(quads(SnapshotImage.open(file).graphs("key"))).isEmpty();
    }

    @Test
    void an_image_for_another_key_is_refused() throws IOException {
        SnapshotImage image = SnapshotImage.open(file);
        assertThatThrownBy(() -> image.graphs("other key"))
                .isInstanceOfSatisfying(UnusableImageException.class, other -> assertThat(other.isImage())
                        .isTrue())
                .hasMessageContaining("of other files or of another build");
    }

    @Test
    void an_image_with_a_changed_byte_or_a_missing_end_is_damaged_or_none() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at += at < 100 ? 1 : 9973) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x10;
            Files.write(file, changed);
            boolean isImage = at >= Long.BYTES;
            assertThatThrownBy(() -> SnapshotImage.open(file))
                    .as("byte " + at)
                    .isInstanceOfSatisfying(UnusableImageException.class, refused -> assertThat(refused.isImage())
                            .isEqualTo(isImage));
        }
        for (int length : List.of(whole.length - 1, whole.length / 2, 100)) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> SnapshotImage.open(file))
                    .isInstanceOf(UnusableImageException.class)
                    .hasMessageContaining("is damaged");
        }
    }

    @Test
    void another_file_is_no_image() throws IOException {
        for (String text : List.of("", "torch-im", "<a> <b> <c> .\n".repeat(1000))) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> SnapshotImage.open(file))
                    .isInstanceOfSatisfying(UnusableImageException.class, foreign -> assertThat(foreign.isImage())
                            .isFalse())
                    .hasMessageContaining("is not an image");
        }
    }

    @Test
    void a_term_that_is_in_several_blocks_comes_back_whole() throws IOException {
        NumberedTerms.Builder builder = new NumberedTerms.Builder();
        TERMS.forEach(builder::number);
        NumberedTerms terms = builder.build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long[] places = StoredTerms.write(terms, out);
        byte[] bytes = out.toByteArray();
        int bits = 6;
        List<ByteBuffer> blocks = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += 1 << bits) {
            blocks.add(ByteBuffer.wrap(bytes, from, Math.min(1 << bits, bytes.length - from))
                    .slice());
        }
        StoredTerms stored = new StoredTerms(LongBuffer.wrap(places), blocks, bits);
        for (int number = 0; number < terms.count(); number++) {
            assertThat(stored.node(number)).isEqualTo(terms.node(number));
        }
        assertThat(stored.node(0)).isNotEqualTo(stored.node(1));
    }
}
