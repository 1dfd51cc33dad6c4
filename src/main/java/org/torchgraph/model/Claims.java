package org.torchgraph.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.torchgraph.model.term.ValueOrder;
import org.torchgraph.publication.evidence.EvidenceTerms;
import org.torchgraph.publication.evidence.Passage;
import org.torchgraph.publication.evidence.Passages;
import org.torchgraph.rdf.TripleSource;

/**
 * Reads the claims about things: resources with {@code rdf:subject}, {@code rdf:predicate} and {@code rdf:object}, and
 * reifiers of triple terms ({@code rdf:reifies}, RDF 1.2).
 */
final class Claims {
    private final TripleSource graph;
    private final Statements statements;
    private final Passages passages;
    private final EvidenceTerms terms;

    Claims(Statements statements, EvidenceTerms terms) {
        this.graph = statements.union();
        this.statements = statements;
        this.passages = new Passages(graph, terms);
        this.terms = terms;
    }

    /**
     * Returns all claims whose subject is one of the nodes, by IRI, and the claims about those of them that are blank
     * nodes.
     */
    List<Claim> about(Collection<Node> nodes) {
        List<Claim> all = new ArrayList<>();
        Set<Node> seen = new HashSet<>(nodes);
        Collection<Node> open = nodes;
        while (!open.isEmpty()) {
            List<Claim> found = directlyAbout(open);
            all.addAll(found);
            open = found.stream()
                    .map(Claim::node)
                    .filter(node -> node.isBlank() && seen.add(node))
                    .toList();
        }
        return all;
    }

    private List<Claim> directlyAbout(Collection<Node> nodes) {
        Stream<Claim> reified = nodes.stream()
                .flatMap(node -> graph.subjects(RDF.subject.asNode(), node))
                .distinct()
                .sorted(ValueOrder.NODES)
                .map(this::read);
        Stream<Claim> reifying = nodes.stream()
                .flatMap(node -> statements.mentioning(node).stream()
                        .map(Statement::triple)
                        .filter(triple -> triple.getPredicate().equals(RDF.reifies.asNode())
                                && triple.getObject().getTriple().getSubject().equals(node)))
                .distinct()
                .map(triple -> read(triple.getSubject(), triple.getObject().getTriple()));
        return Stream.concat(reified, reifying).toList();
    }

    /** Returns the passages of a thing or claim by its evidence properties, by IRI. */
    List<Passage> evidenceOf(Node node) {
        return objects(node, terms.evidence()).map(passages::read).toList();
    }

    /** Returns the properties that lead to the passages of a thing or claim, and to what these consist of. */
    static Stream<Node> toPassages(EvidenceTerms terms) {
        return Stream.concat(terms.evidence().stream(), Stream.of(OA.hasSource.asNode(), OA.hasSelector.asNode()));
    }

    /** Returns the properties by which claims refer to a thing, and things and claims to a passage. */
    static Stream<Node> toSubjects(EvidenceTerms terms) {
        return Stream.concat(terms.evidence().stream(), Stream.of(RDF.subject.asNode(), RDF.reifies.asNode()));
    }

    /**
     * Returns the claim that a node is, or the evidence that it is or has: a passage, a source, or a thing with either.
     *
     * @param isSource whether the node is what something cites
     */
    Claim provenanceOf(Node node, boolean isSource) {
        if (graph.contains(node, RDF.subject.asNode(), Node.ANY)
                || graph.contains(node, RDF.reifies.asNode(), Node.ANY)) {
            return read(node);
        }
        if (graph.contains(node, OA.hasSource.asNode(), Node.ANY)) {
            return Claim.ofEvidence(List.of(passages.read(node)), List.of());
        }
        return isSource
                ? Claim.ofEvidence(List.of(), List.of(node))
                : Claim.ofEvidence(
                        evidenceOf(node),
                        objects(graph, node, DCTerms.source.asNode()).toList());
    }

    private Claim read(Node claim) {
        return read(claim, triple(graph, claim).orElse(null));
    }

    private Claim read(Node claim, Triple about) {
        List<Statement> all = new ArrayList<>(statements.about(claim));
        statements.partsOf(claim, List.copyOf(all)).values().forEach(all::addAll);
        return new Claim(
                claim,
                about,
                List.copyOf(all),
                one(claim, terms.basis()),
                Optional.ofNullable(one(claim, terms.confidence()))
                        .filter(Node::isLiteral)
                        .map(Node::getLiteralLexicalForm)
                        .orElse(""),
                one(claim, terms.claimStatus()),
                evidenceOf(claim),
                objects(graph, claim, DCTerms.source.asNode()).toList(),
                objects(graph, claim, SKOS.note.asNode())
                        .filter(Node::isLiteral)
                        .toList());
    }

    /** Returns the triple that a claim reifies; empty unless it has all three nodes. */
    static Optional<Triple> triple(TripleSource graph, Node claim) {
        Node subject = one(graph, claim, RDF.subject.asNode());
        Node predicate = one(graph, claim, RDF.predicate.asNode());
        Node object = one(graph, claim, RDF.object.asNode());
        boolean whole = subject != null && predicate != null && object != null;
        return whole
                ? Optional.of(Triple.create(subject, predicate, object))
                : Optional.ofNullable(one(graph, claim, RDF.reifies.asNode()))
                        .filter(Node::isTripleTerm)
                        .map(Node::getTriple);
    }

    private Node one(Node subject, List<Node> properties) {
        return objects(subject, properties).findFirst().orElse(null);
    }

    private Stream<Node> objects(Node subject, List<Node> properties) {
        return properties.stream()
                .flatMap(property -> graph.objects(subject, property))
                .distinct()
                .sorted(ValueOrder.NODES);
    }

    private static Node one(TripleSource graph, Node subject, Node property) {
        return objects(graph, subject, property).findFirst().orElse(null);
    }

    private static Stream<Node> objects(TripleSource graph, Node subject, Node property) {
        return graph.objects(subject, property).sorted(ValueOrder.NODES);
    }
}
