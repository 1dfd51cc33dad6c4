package org.torchgraph.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.torchgraph.publication.evidence.Htz;
import org.torchgraph.publication.evidence.Passage;
import org.torchgraph.publication.evidence.Passages;

/** Reads the claims about things: resources with {@code rdf:subject}, {@code rdf:predicate} and {@code rdf:object}. */
final class Claims {
    private final Graph graph;
    private final Statements statements;
    private final Passages passages;

    Claims(Graph graph, Statements statements) {
        this.graph = graph;
        this.statements = statements;
        this.passages = new Passages(graph);
    }

    /** All claims whose subject is one of the nodes, by IRI. */
    List<Claim> about(Collection<Node> nodes) {
        return nodes.stream()
                .flatMap(node -> G.listPO(graph, RDF.subject.asNode(), node).stream())
                .distinct()
                .sorted(NodeOrder.NODES)
                .map(this::read)
                .toList();
    }

    /** The passages that a thing or a claim points to as its evidence, by IRI. */
    List<Passage> evidenceOf(Node node) {
        return objects(graph, node, Htz.EVIDENCE).map(passages::read).toList();
    }

    /** A claim, or else a node as the evidence that it is or has: a passage, a source, or a thing with either. */
    Claim worth(Node node) {
        if (graph.contains(node, RDF.subject.asNode(), Node.ANY)) {
            return read(node);
        }
        if (graph.contains(node, OA.hasSource.asNode(), Node.ANY)) {
            return Claim.resting(List.of(passages.read(node)), List.of());
        }
        boolean cited = graph.contains(Node.ANY, DCTerms.source.asNode(), node);
        return cited
                ? Claim.resting(List.of(), List.of(node))
                : Claim.resting(
                        evidenceOf(node),
                        objects(graph, node, DCTerms.source.asNode()).toList());
    }

    private Claim read(Node claim) {
        List<Statement> all = new ArrayList<>(statements.about(claim));
        statements.partsOf(claim, List.copyOf(all)).values().forEach(all::addAll);
        return new Claim(
                claim,
                triple(graph, claim).orElse(null),
                List.copyOf(all),
                one(graph, claim, Htz.BASIS),
                Optional.ofNullable(one(graph, claim, Htz.CONFIDENCE))
                        .map(Node::getLiteralLexicalForm)
                        .orElse(""),
                one(graph, claim, Htz.CLAIM_STATUS),
                evidenceOf(claim),
                objects(graph, claim, DCTerms.source.asNode()).toList(),
                objects(graph, claim, SKOS.note.asNode())
                        .filter(Node::isLiteral)
                        .toList());
    }

    /** What a claim speaks of; empty unless it names all three. */
    static Optional<Triple> triple(Graph graph, Node claim) {
        Node subject = one(graph, claim, RDF.subject.asNode());
        Node predicate = one(graph, claim, RDF.predicate.asNode());
        Node object = one(graph, claim, RDF.object.asNode());
        boolean whole = subject != null && predicate != null && object != null;
        return whole ? Optional.of(Triple.create(subject, predicate, object)) : Optional.empty();
    }

    private static Node one(Graph graph, Node subject, Node property) {
        return objects(graph, subject, property).findFirst().orElse(null);
    }

    private static Stream<Node> objects(Graph graph, Node subject, Node property) {
        return G.listSP(graph, subject, property).stream().sorted(NodeOrder.NODES);
    }
}
