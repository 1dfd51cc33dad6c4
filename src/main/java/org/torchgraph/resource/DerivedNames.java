package org.torchgraph.resource;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.publication.evidence.Passage;
import org.torchgraph.publication.evidence.Passages;

/**
 * Names for what nobody names: a passage goes by its source and lines, a claim by what it says. They are for reading;
 * no document states them.
 */
final class DerivedNames {
    private static final String BETWEEN = " · ";

    private final Graph graph;
    private final Labeller labeller;
    private final Claims claims;

    DerivedNames(Graph graph, Labeller labeller, Claims claims) {
        this.graph = graph;
        this.labeller = labeller;
        this.claims = claims;
    }

    /** The labels of nodes, and names for those among them that have none but can be told by what they are. */
    Labels labels(Collection<Node> nodes) {
        Labels own = labeller.labels(nodes);
        Map<Node, List<Node>> all = new HashMap<>(own.byNode());
        for (Node node : nodes) {
            if (!all.containsKey(node) && !node.isLiteral()) {
                List<Node> names = derived(node);
                if (!names.isEmpty()) {
                    all.put(node, names);
                }
            }
        }
        return new Labels(Map.copyOf(all), own.prefixes());
    }

    private List<Node> derived(Node node) {
        if (graph.contains(node, OA.hasSource.asNode(), Node.ANY)) {
            return passage(new Passages(graph).read(node));
        }
        if (graph.contains(node, RDF.subject.asNode(), Node.ANY)) {
            return claims.triple(node).map(this::claim).orElse(List.of());
        }
        return List.of();
    }

    private List<Node> passage(Passage passage) {
        String lines =
                passage.lines().isEmpty() ? "" : BETWEEN + passage.lines().replace('-', '–');
        return labelsOf(passage.source())
                .map(label -> literal(label.getLiteralLexicalForm() + lines, label.getLiteralLanguage()))
                .toList();
    }

    private List<Node> claim(Triple triple) {
        List<Node> said = List.of(triple.getSubject(), triple.getPredicate(), triple.getObject());
        Labels labels = labeller.labels(said);
        return labelsOf(triple.getSubject())
                .map(Node::getLiteralLanguage)
                .distinct()
                .map(lang -> literal(
                        said.stream()
                                .map(node -> labels.name(node, lang).text())
                                .collect(Collectors.joining(BETWEEN)),
                        lang))
                .toList();
    }

    private Stream<Node> labelsOf(Node node) {
        return Optional.ofNullable(node).map(labeller::triples).orElse(List.of()).stream()
                .map(Triple::getObject);
    }

    private static Node literal(String text, String lang) {
        return lang.isEmpty() ? NodeFactory.createLiteralString(text) : NodeFactory.createLiteralLang(text, lang);
    }
}
