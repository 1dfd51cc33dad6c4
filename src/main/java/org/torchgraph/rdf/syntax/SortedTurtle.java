package org.torchgraph.rdf.syntax;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.rdf.order.NamedGraphs;
import org.torchgraph.rdf.order.Nesting;
import org.torchgraph.rdf.order.ShortIris;
import org.torchgraph.rdf.order.SortedTriples;
import org.torchgraph.rdf.order.TermOrder;

/**
 * Writes Turtle and TriG so that equal statements give equal text, whatever their order and blank-node labels are; see
 * {@link TermOrder} for the order and {@link NamedGraphs} for the labels.
 *
 * @param prefixes the prefixes to shorten IRIs by; unused ones are not declared
 * @param base the IRI that the files of a publication write IRIs relative to; served documents have none
 */
public record SortedTurtle(PrefixMap prefixes, Optional<String> base) {

    private static final String VERSION = "VERSION \"1.2\"\n";

    /** Returns the TriG document of a dataset; it is Turtle if all statements are in the default graph. */
    public String text(NamedGraphs graphs) {
        ShortIris iris = new ShortIris(prefixes, base);
        TurtleTerms terms = new TurtleTerms(prefixes, iris);
        TermOrder order = new TermOrder(iris);
        StringBuilder body = new StringBuilder();
        graphs.byName().forEach((name, triples) -> {
            List<String> blocks = blocks(triples, terms, order, graphs.shared());
            body.append(
                    Quad.isDefaultGraph(name)
                            ? blocks.stream().collect(Collectors.joining("\n"))
                            : blocks.stream()
                                    .collect(Collectors.joining("\n", start(body) + graph(name, terms), "}\n")));
        });
        return (graphs.quads().anyMatch(Expressiveness::isBeyondRdf11) ? VERSION : "") + header(terms) + body;
    }

    private static String start(StringBuilder body) {
        return body.isEmpty() ? "" : "\n";
    }

    private static String graph(Node name, TurtleTerms terms) {
        // The keyword GRAPH is optional and Raptor does not parse it.
        return terms.text(name) + " {\n";
    }

    private static List<String> blocks(
            Collection<Triple> triples, TurtleTerms terms, TermOrder order, Set<Node> shared) {
        SortedTriples sorted = SortedTriples.of(triples, order);
        Nesting nesting = new Nesting(sorted, shared);
        TurtleBlock block = new TurtleBlock(sorted, nesting, terms);
        return sorted.subjects().stream()
                .filter(subject -> !nesting.isNested(subject))
                .map(block::of)
                .toList();
    }

    private String header(TurtleTerms terms) {
        return Stream.concat(
                        base.stream().map("BASE <%s>\n"::formatted),
                        terms.used().entrySet().stream()
                                .map(each -> "PREFIX %s: <%s>\n".formatted(each.getKey(), each.getValue())))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(), lines -> lines.isEmpty() ? "" : lines + "\n"));
    }
}
