package org.torchgraph.site.thing;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.resource.Claim;
import org.torchgraph.site.words.Shown;
import org.torchgraph.site.words.Wording;

/**
 * What is said of the worth of one triple.
 *
 * @param claim the claim, as a link, or null where there is only evidence
 * @param about subject, predicate and object; empty when the claim does not name all three
 * @param places where it is written
 * @param sources cited as a whole
 * @param basis or null
 * @param status or null when the claim is accepted
 * @param confidence between 0 and 1, or empty
 * @param notes in the language of the page when there are any
 */
public record ClaimView(
        Shown claim,
        List<Shown> about,
        List<Place> places,
        List<Shown> sources,
        Shown basis,
        Shown status,
        String confidence,
        List<Shown> notes) {

    public static ClaimView of(Claim claim, Wording wording) {
        return new ClaimView(
                claim.node() == null ? null : wording.show(claim.node()),
                about(claim).map(wording::show).toList(),
                Place.of(claim.passages(), wording),
                claim.sources().stream().map(wording::show).toList(),
                claim.basis() == null ? null : wording.show(claim.basis()),
                claim.status() == null ? null : wording.show(claim.status()),
                claim.confidence(),
                wording.own(claim.notes()));
    }

    private static Stream<Node> about(Claim claim) {
        Triple triple = claim.about();
        return triple == null
                ? Stream.empty()
                : Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject());
    }

    /** Confidence as a step: 3 high, 2 middling, 1 low, 0 unknown. */
    public int level() {
        try {
            double value = Double.parseDouble(confidence);
            return value >= 0.85 ? 3 : value >= 0.6 ? 2 : 1;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
