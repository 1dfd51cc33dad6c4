package org.torchgraph.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.rdf.syntax.Coercions;

class RandomGraphProperties {

    @Property(tries = 300, seed = "1988")
    void every_format_reads_back_as_the_same_graph(@ForAll("graphs") List<Triple> triples) {
        for (Format format : Format.values()) {
            Graph back = Samples.read(Samples.write(triples, format), format).getDefaultGraph();
            assertThat(back.isIsomorphicWith(Samples.graph(triples)))
                    .as(format.name())
                    .isTrue();
        }
    }

    @Property(tries = 300, seed = "1988")
    void order_and_labels_leave_no_trace(@ForAll("graphs") List<Triple> triples, @ForAll long seed) {
        for (Format format : Format.values()) {
            assertThat(Samples.write(Samples.shuffled(triples, seed), format))
                    .isEqualTo(Samples.write(triples, format));
        }
    }

    /** Whether the values are of the kind that the context tells or not. */
    @Property(tries = 300, seed = "1988")
    void jsonld_reads_back_whatever_its_context_says(
            @ForAll("graphs") List<Triple> triples, @ForAll("graphs") List<Triple> dataset) {
        Coercions coercions = Coercions.of(TripleSource.of(dataset.stream()));
        String text = Samples.write(triples, Format.JSONLD, coercions);
        Graph back = Samples.read(text, Format.JSONLD).getDefaultGraph();
        assertThat(back.isIsomorphicWith(Samples.graph(triples))).as(text).isTrue();
    }

    @Provide
    Arbitrary<List<Triple>> graphs() {
        Arbitrary<Node> blanks =
                Arbitraries.integers().between(0, 3).map(number -> NodeFactory.createBlankNode("n" + number));
        Arbitrary<Node> iris = Arbitraries.of("a", "def#b", "高", "x-1", "%41")
                .map(name -> NodeFactory.createURI("https://example.org/" + name));
        Arbitrary<Node> literals = Arbitraries.of(
                        "a", "\"", "'", "\\", " ", "\n", "\r", "\t", "<", "&", "]]>", "高", "🔥", "@", "^")
                .list()
                .ofMaxSize(6)
                .map(parts -> NodeFactory.createLiteralString(String.join("", parts)));
        Arbitrary<Node> typed = Arbitraries.of(
                NodeFactory.createLiteralLang("高", "zh-Hans"),
                NodeFactory.createLiteralLang("新", "zh-Hans"),
                NodeFactory.createLiteralLang("high", "en"),
                NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger),
                NodeFactory.createLiteralDT("2025", XSDDatatype.XSDgYear));
        Arbitrary<Node> predicates = Arbitraries.of(
                RDF.first.asNode(),
                RDF.rest.asNode(),
                RDF.type.asNode(),
                NodeFactory.createURI("https://example.org/p"),
                NodeFactory.createURI("https://example.org/q"));
        Arbitrary<Node> objects =
                Arbitraries.oneOf(blanks, blanks, iris, literals, typed, Arbitraries.of(RDF.nil.asNode()));
        return Combinators.combine(Arbitraries.oneOf(blanks, iris), predicates, objects)
                .as(Triple::create)
                .list()
                .ofMaxSize(12);
    }
}
