package org.torchgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.torchgraph.export.TidyTurtle;
import org.torchgraph.kit.Checkout;
import org.torchgraph.publication.Publication;
import org.torchgraph.rdf.order.NamedGraphs;
import org.torchgraph.rdf.syntax.SortedTurtle;

class DataFilesTest {
    private static final String BASE = "https://w3id.org/torchgraph/";

    private static final Publication PUBLICATION = Checkout.read();

    static List<Path> files() throws IOException {
        try (Stream<Path> data = Files.walk(Path.of("data"));
                Stream<Path> ontology = Files.walk(Path.of("ontology"))) {
            return Stream.concat(data, ontology)
                    .filter(file -> file.toString().endsWith(".ttl"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void file_written_sorted_says_the_same(Path file) throws IOException {
        Graph graph = parse(Files.readString(file));
        SortedTurtle turtle = new SortedTurtle(PrefixMapFactory.create(graph.getPrefixMapping()), Optional.of(BASE));
        String sorted = turtle.text(named(graph));
        Graph back = parse(sorted);
        assertThat(back.isIsomorphicWith(graph)).isTrue();
        assertThat(turtle.text(named(back))).isEqualTo(sorted);
    }

    @ParameterizedTest
    @MethodSource("files")
    void file_is_kept_in_the_one_order_and_style(Path file) throws IOException {
        TidyTurtle style = new TidyTurtle(BASE, PUBLICATION.prefixes());
        assertThat(Files.readString(file)).isEqualTo(style.of(Files.readString(file)));
    }

    private static NamedGraphs named(Graph graph) {
        return NamedGraphs.of(graph.stream()
                .map(triple -> Quad.create(Quad.defaultGraphIRI, triple))
                .toList());
    }

    private static Graph parse(String text) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(text, Lang.TURTLE).parse(graph);
        return graph;
    }
}
