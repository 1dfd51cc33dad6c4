package org.torchgraph.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.torchgraph.model.term.ValueOrder;
import org.torchgraph.publication.evidence.EvidenceTerms;
import org.torchgraph.publication.evidence.Passage;
import org.torchgraph.publication.evidence.Passages;
import org.torchgraph.rdf.TripleSource;

/**
 * A passage with what the data state of its source, and what rests on it.
 *
 * @param passage the passage
 * @param sourceDigest the SHA-256 digest of the source's file in hex, or an empty text
 * @param titles the titles of the source, literals
 * @param publishers its publishers and creators
 * @param issued its date
 * @param isLicensed whether a licence of the source is stated
 * @param isQuoted whether the data have the text of the passage
 * @param things the things that it supports, at most {@value #MAX_RESTING}
 * @param claims the triples of the claims that it supports, at most {@value #MAX_RESTING}
 * @param total the number of all things and claims that it supports
 */
public record CitedPassage(
        Passage passage,
        String sourceDigest,
        List<Node> titles,
        List<Node> publishers,
        Optional<Node> issued,
        boolean isLicensed,
        boolean isQuoted,
        List<Node> things,
        List<Triple> claims,
        long total) {
    private static final int MAX_RESTING = 100;

    /** Returns the passage that a thing is; empty if it selects none of a source. */
    static Optional<CitedPassage> of(Node thing, TripleSource data, EvidenceTerms terms) {
        Passage passage = new Passages(data, terms).read(thing);
        Node source = passage.source();
        if (source == null || !data.contains(thing, OA.hasSelector.asNode(), Node.ANY)) {
            return Optional.empty();
        }
        List<Node> resting = objects(terms.evidence().stream().flatMap(property -> data.subjects(property, thing)));
        List<Triple> claims = resting.stream()
                .flatMap(node -> Claims.triple(data, node).stream())
                .limit(MAX_RESTING)
                .toList();
        List<Node> things = resting.stream()
                .filter(node -> node.isURI() && Claims.triple(data, node).isEmpty())
                .limit(MAX_RESTING)
                .toList();
        List<Node> publishers = objects(Stream.of(DCTerms.publisher, DCTerms.creator)
                .flatMap(property -> data.objects(source, property.asNode())));
        return Optional.of(new CitedPassage(
                passage,
                terms.sourceDigest().stream()
                        .flatMap(property -> data.objects(source, property))
                        .filter(Node::isLiteral)
                        .map(Node::getLiteralLexicalForm)
                        .findFirst()
                        .orElse(""),
                literals(data, source, DCTerms.title),
                publishers,
                literals(data, source, DCTerms.issued).stream().findFirst(),
                data.contains(source, DCTerms.license.asNode(), Node.ANY),
                data.objects(thing, OA.hasSelector.asNode())
                        .anyMatch(selector -> data.contains(selector, OA.exact.asNode(), Node.ANY)),
                things,
                claims,
                resting.size()));
    }

    /** Returns the nodes whose labels show these values. */
    Set<Node> named() {
        return Stream.of(
                        Stream.of(passage.source()),
                        publishers.stream(),
                        things.stream(),
                        claims.stream()
                                .flatMap(claim ->
                                        Stream.of(claim.getSubject(), claim.getPredicate(), claim.getObject())))
                .flatMap(nodes -> nodes)
                .filter(node -> node.isURI() || node.isBlank())
                .collect(Collectors.toSet());
    }

    private static List<Node> literals(TripleSource data, Node subject, Property property) {
        return objects(data.objects(subject, property.asNode()).filter(Node::isLiteral));
    }

    private static List<Node> objects(Stream<Node> nodes) {
        return nodes.distinct().sorted(ValueOrder.NODES).toList();
    }
}
