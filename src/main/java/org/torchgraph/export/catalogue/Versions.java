package org.torchgraph.export.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;

/**
 * The versions that the data record of one dataset, and what the data themselves are called.
 *
 * @param recorded the newest first, each before those that it follows
 * @param name of the version that the data are, as their editors count ({@code dcat:version}), or empty
 * @param day when their editors last changed them, as they say themselves, a literal
 * @see <a href="https://www.w3.org/TR/vocab-dcat-3/#dataset-versions">DCAT 3, Versioning</a>
 */
public record Versions(List<Version> recorded, String name, Optional<Node> day) {
    private static final Comparator<Version> BY_DAY = Comparator.comparing(
                    (Version version) -> version.issued().orElse(""))
            .thenComparing(version -> version.iri().getURI());

    /** @param dataset if the data name one */
    public static Versions of(Graph data, Optional<Node> dataset) {
        return dataset.map(node -> of(data, node)).orElseGet(() -> new Versions(List.of(), "", Optional.empty()));
    }

    private static Versions of(Graph data, Node dataset) {
        List<Version> left = new ArrayList<>(data.stream(Node.ANY, Version.OF.asNode(), dataset)
                .map(Triple::getSubject)
                .filter(Node::isURI)
                .map(iri -> Version.of(data, iri))
                .sorted(BY_DAY.reversed())
                .toList());
        List<Version> sorted = new ArrayList<>();
        while (!left.isEmpty()) {
            // In a ring of versions none is the newest.
            Version next = left.stream()
                    .filter(one -> left.stream().noneMatch(other -> follows(other, one)))
                    .findFirst()
                    .orElse(left.get(0));
            left.remove(next);
            sorted.add(next);
        }
        return new Versions(
                List.copyOf(sorted),
                Version.text(data, dataset, Version.NAME).orElse(""),
                Stream.of(DCTerms.modified, DCTerms.issued, DCTerms.created)
                        .flatMap(property -> Version.literals(data, dataset, property).stream())
                        .findFirst());
    }

    private static boolean follows(Version one, Version other) {
        return one.previous().filter(other.iri()::equals).isPresent();
    }

    /** The record of what the data are now: the newest, unless the data are called otherwise since. */
    public Optional<Version> current() {
        return newest().filter(version -> name.isEmpty() || version.name().equals(name));
    }

    /** The record of the version before that. */
    public Optional<Node> previous() {
        return current().isPresent() ? current().flatMap(Version::previous) : newest().map(Version::iri);
    }

    private Optional<Version> newest() {
        return recorded.stream().findFirst();
    }
}
