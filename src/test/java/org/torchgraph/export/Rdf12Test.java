package org.torchgraph.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.IsoMatcher;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.export.diff.Difference;
import org.torchgraph.export.diff.RdfPatch;
import org.torchgraph.publication.PublicationReader;
import org.torchgraph.rdf.digest.SortedNQuads;

/** What RDF 1.2 adds comes back as it was: triple terms, reifiers, base directions, blank nodes inside and outside. */
class Rdf12Test {
    private static final List<Format> GRAPHS = List.of(Format.TRIG, Format.NQUADS);
    private static final List<Format> TRIPLES = List.of(Format.TURTLE, Format.NTRIPLES);

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void a_dataset_comes_back_as_it_was(@ForAll long seed) throws IOException {
        List<Quad> quads = new Sample(seed).quads();
        for (Format format : GRAPHS) {
            String text = Samples.write(quads, format);
            assertThat(IsoMatcher.isomorphic(Samples.dataset(quads), read(text, format)))
                    .as(text)
                    .isTrue();
            assertThat(IsoMatcher.isomorphic(Samples.dataset(quads), Samples.read(text, format)))
                    .as(text)
                    .isTrue();
        }
        List<Triple> triples = quads.stream().map(Quad::asTriple).distinct().toList();
        for (Format format : TRIPLES) {
            String text = Samples.write(triples, format);
            assertThat(IsoMatcher.isomorphic(inDefaultGraph(triples), read(text, format)))
                    .as(text)
                    .isTrue();
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void a_patch_from_nothing_makes_the_dataset(@ForAll long seed) {
        List<Quad> quads = new Sample(seed).quads();
        ByteArrayOutputStream patch = new ByteArrayOutputStream();
        RdfPatch.write(Difference.between(List.of(), quads), patch);
        DatasetGraph made = DatasetGraphFactory.createTxnMem();
        RDFPatchOps.applyChange(made, RDFPatchOps.read(new ByteArrayInputStream(patch.toByteArray())));
        made.executeRead(() -> assertThat(IsoMatcher.isomorphic(Samples.dataset(quads), made))
                .as(patch.toString(StandardCharsets.UTF_8))
                .isTrue());
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void the_digest_does_not_depend_on_labels_or_order(@ForAll long seed) {
        List<Quad> once = new Sample(seed).quads();
        List<Quad> again = new ArrayList<>(new Sample(seed).quads());
        Collections.reverse(again);
        assertThat(SortedNQuads.digest(again)).isEqualTo(SortedNQuads.digest(once));
        assertThat(Difference.between(once, again).isEmpty()).isTrue();
    }

    /** A few nodes that are told apart by what is said of them, and triple terms of them to the third depth. */
    private static final class Sample {
        private final Random random;
        private final List<Node> blanks = IntStream.range(0, 4)
                .mapToObj(i -> NodeFactory.createBlankNode())
                .toList();

        Sample(long seed) {
            this.random = new Random(seed);
        }

        List<Quad> quads() {
            List<Quad> quads = new ArrayList<>();
            for (int i = 0; i < blanks.size(); i++) {
                quads.add(Quad.create(graph(), blanks.get(i), iri("number"), literal(Integer.toString(i))));
            }
            for (int i = 0; i < 10; i++) {
                quads.add(Quad.create(graph(), subject(), iri("p" + random.nextInt(3)), object(3)));
            }
            quads.add(Quad.create(graph(), blank(), RDF.Nodes.reifies, tripleTerm(2)));
            return quads;
        }

        private Node graph() {
            return switch (random.nextInt(3)) {
                case 0 -> Quad.defaultGraphIRI;
                case 1 -> iri("g");
                default -> random.nextInt(3) > 0 ? iri("h") : blank();
            };
        }

        private Node subject() {
            return random.nextBoolean() ? blank() : iri("s" + random.nextInt(2));
        }

        private Node object(int depth) {
            return switch (random.nextInt(depth > 0 ? 4 : 3)) {
                case 0 -> subject();
                case 1 -> literal("x");
                case 2 -> NodeFactory.createLiteralDirLang("مرحبا \"!\"", "ar", random.nextBoolean() ? "rtl" : "ltr");
                default -> tripleTerm(depth - 1);
            };
        }

        private Node tripleTerm(int depth) {
            return NodeFactory.createTripleTerm(
                    subject(), random.nextBoolean() ? RDF.Nodes.type : iri("q"), object(depth));
        }

        private Node blank() {
            return blanks.get(random.nextInt(blanks.size()));
        }

        private static Node iri(String name) {
            return NodeFactory.createURI("https://example.org/" + name);
        }

        private Node literal(String text) {
            return random.nextBoolean()
                    ? NodeFactory.createLiteralDT(text, XSDDatatype.XSDtoken)
                    : NodeFactory.createLiteralLang(text, "en-GB");
        }
    }

    private static DatasetGraph inDefaultGraph(Collection<Triple> triples) {
        return Samples.dataset(triples.stream()
                .map(triple -> Quad.create(Quad.defaultGraphIRI, triple))
                .toList());
    }

    private static DatasetGraph read(String text, Format format) throws IOException {
        Path file = Files.createTempFile("rdf12", "." + format.suffix());
        try {
            Files.writeString(file, text);
            var read = PublicationReader.readFile(file);
            assertThat(read.faults()).isEmpty();
            return Samples.dataset(read.quads().toList());
        } finally {
            Files.delete(file);
        }
    }
}
