package org.torchgraph.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.DC_11;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;

/** Finds the labels of nodes: for each, the literals of the first of the label properties that it has. */
final class Labeller {
    private static final List<Node> PROPERTIES = Stream.of(
                    SKOS.prefLabel, RDFS.label, DCTerms.title, DC_11.title, FOAF.name, SchemaDO.name)
            .map(property -> property.asNode())
            .toList();

    private final Graph graph;
    private final PrefixMap prefixes;

    Labeller(Graph graph, PrefixMap prefixes) {
        this.graph = graph;
        this.prefixes = prefixes;
    }

    /** The label triples of one node, all of the same property; none for a literal. */
    List<Triple> triples(Node node) {
        if (!node.isURI() && !node.isBlank()) {
            return List.of();
        }
        for (Node property : PROPERTIES) {
            List<Triple> found = graph.find(node, property, Node.ANY)
                    .filterKeep(triple -> triple.getObject().isLiteral())
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** The labels of all the nodes. */
    Labels labels(Collection<Node> nodes) {
        Map<Node, List<Node>> byNode = new HashMap<>();
        for (Node node : nodes) {
            List<Node> found = new ArrayList<>();
            triples(node).forEach(triple -> found.add(triple.getObject()));
            if (!found.isEmpty()) {
                byNode.put(node, List.copyOf(found));
            }
        }
        return new Labels(Map.copyOf(byNode), prefixes);
    }
}
