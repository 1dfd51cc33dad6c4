package org.torchgraph.model;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.publication.evidence.Passage;

/**
 * A reified triple ({@code rdf:Statement} pattern) with what is said of its worth.
 *
 * @param node the claim; null where nobody claims anything and there is only the evidence
 * @param about the triple it is about; null when the claim does not say all three nodes of it
 * @param statements everything said of the claim and of its parts
 * @param basis stated, inferred or editorial (a concept), or null
 * @param confidence between 0 and 1 as written, or empty
 * @param status disputed or withdrawn (a concept); null means accepted
 * @param passages its evidence
 * @param sources sources cited as a whole
 * @param notes {@code skos:note}, literals in all languages
 */
public record Claim(
        Node node,
        Triple about,
        List<Statement> statements,
        Node basis,
        String confidence,
        Node status,
        List<Passage> passages,
        List<Node> sources,
        List<Node> notes) {

    /** What rests on evidence alone. */
    public static Claim resting(List<Passage> passages, List<Node> sources) {
        return new Claim(null, null, List.of(), null, "", null, passages, sources, List.of());
    }

    /** The same with a basis and a confidence, where it has none of its own. */
    public Claim with(Node otherBasis, String otherConfidence) {
        return new Claim(
                node,
                about,
                statements,
                basis == null ? otherBasis : basis,
                confidence.isEmpty() ? otherConfidence : confidence,
                status,
                passages,
                sources,
                notes);
    }

    /** This with the evidence of another. */
    public Claim and(Claim other) {
        return new Claim(
                node,
                about,
                statements,
                basis,
                confidence,
                status,
                Stream.concat(passages.stream(), other.passages.stream())
                        .distinct()
                        .toList(),
                Stream.concat(sources.stream(), other.sources.stream())
                        .distinct()
                        .toList(),
                notes);
    }

    /** All that is named when it is shown beside a statement. */
    public Stream<Node> named() {
        return Stream.of(
                        Stream.of(node, basis, status),
                        passages.stream().flatMap(passage -> Stream.of(passage.evidence(), passage.source())),
                        sources.stream())
                .flatMap(nodes -> nodes)
                .filter(Objects::nonNull);
    }
}
