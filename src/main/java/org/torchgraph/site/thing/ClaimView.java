package org.torchgraph.site.thing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.torchgraph.model.Claim;
import org.torchgraph.model.Statement;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * A claim, or evidence without a claim, for one triple.
 *
 * @param claim the claim as a link, or null if there is only evidence
 * @param about subject, predicate and object; empty if the claim lacks one of them
 * @param places the passages that support it, by source
 * @param sources the sources cited as a whole
 * @param basis its basis, or null
 * @param status its status, or null if the claim is accepted
 * @param confidence its confidence between 0 and 1, or an empty text
 * @param notes its notes, in the language of the page if it has any
 * @param more its other properties
 */
public record ClaimView(
        RenderedTerm claim,
        List<RenderedTerm> about,
        List<SourcePassages> places,
        List<RenderedTerm> sources,
        RenderedTerm basis,
        RenderedTerm status,
        String confidence,
        List<RenderedTerm> notes,
        List<ClaimProperty> more) {
    /** The properties that other components show. */
    private static final Set<Node> SHOWN_ELSEWHERE = Stream.of(
                    RDF.type,
                    RDF.subject,
                    RDF.predicate,
                    RDF.object,
                    RDF.reifies,
                    DCTerms.source,
                    SKOS.note,
                    SKOS.prefLabel,
                    RDFS.label)
            .map(Property::asNode)
            .collect(Collectors.toSet());

    /** A property with its values. */
    public record ClaimProperty(RenderedTerm property, List<RenderedTerm> values) {}

    /** Returns the view of a claim. */
    public static ClaimView of(Claim claim, TermRenderer wording) {
        return new ClaimView(
                claim.node() == null || !claim.node().isURI() ? null : wording.show(claim.node()),
                about(claim).map(wording::show).toList(),
                SourcePassages.of(claim.passages(), wording),
                claim.sources().stream().map(wording::show).toList(),
                claim.basis() == null ? null : wording.show(claim.basis()),
                claim.status() == null ? null : wording.show(claim.status()),
                claim.confidence(),
                wording.own(claim.notes()),
                more(claim, wording));
    }

    private static List<ClaimProperty> more(Claim claim, TermRenderer wording) {
        Map<Node, List<RenderedTerm>> byProperty = new LinkedHashMap<>();
        claim.statements().stream()
                .map(Statement::triple)
                .filter(triple -> triple.getSubject().equals(claim.node())
                        && !SHOWN_ELSEWHERE.contains(triple.getPredicate())
                        && !wording.appearance().claimTerms().contains(triple.getPredicate()))
                .forEach(triple -> byProperty
                        .computeIfAbsent(triple.getPredicate(), none -> new ArrayList<>())
                        .add(wording.show(triple.getObject())));
        return byProperty.entrySet().stream()
                .map(entry -> new ClaimProperty(wording.show(entry.getKey()), List.copyOf(entry.getValue())))
                .toList();
    }

    /** Returns whether the claim has a basis, a passage or a source. */
    public boolean isEvidence() {
        return basis != null || !places.isEmpty() || !sources.isEmpty();
    }

    private static Stream<Node> about(Claim claim) {
        Triple triple = claim.about();
        return triple == null
                ? Stream.empty()
                : Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject());
    }

    /** Returns the confidence as a level: 3 high, 2 medium, 1 low, 0 unknown. */
    public int level() {
        try {
            double value = Double.parseDouble(confidence);
            return value >= 0.85 ? 3 : value >= 0.6 ? 2 : 1;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
