package org.torchgraph.publication;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.Quad;

/**
 * RDF that does not come from a file, parsed as strictly as files are. Its blank nodes are its own.
 *
 * @param quads the statements; empty if the syntax is broken
 * @param faults the errors, with line and column
 */
public record RdfText(List<Quad> quads, List<Fault> faults) {

    /**
     * Parses a text.
     *
     * @param graph the graph of its triples
     */
    public static RdfText parse(String text, Lang lang, Node graph) {
        List<Quad> quads = new ArrayList<>();
        RdfParser.ParseResult result = new RdfParser(UUID.randomUUID().toString(), graph)
                .parse(text.getBytes(StandardCharsets.UTF_8), lang, (quad, line, column) -> quads.add(quad));
        return new RdfText(result.whole() ? quads : List.of(), result.faults());
    }
}
