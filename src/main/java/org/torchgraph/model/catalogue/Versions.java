package org.torchgraph.model.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.torchgraph.rdf.TripleSource;

/**
 * The recorded versions of one dataset, and the version that the data state for themselves.
 *
 * @param recorded the versions, newest first; each precedes those that it follows
 * @param name the current version number of the dataset ({@code dcat:version}), or an empty text
 * @param day the date of the last change as the editors state it, a literal
 * @see <a href="https://www.w3.org/TR/vocab-dcat-3/#dataset-versions">DCAT 3, Versioning</a>
 */
public record Versions(List<Version> recorded, String name, Optional<Node> day) {
    private static final Comparator<Version> BY_DAY = Comparator.comparing(
                    (Version version) -> version.issued().orElse(""))
            .thenComparing(version -> version.iri().getURI());

    /**
     * Reads the versions of a dataset from the data.
     *
     * @param dataset the dataset if the catalogue names one
     * @param data all statements
     */
    public static Versions of(TripleSource data, Optional<Node> dataset) {
        return dataset.map(node -> of(data, node)).orElseGet(() -> new Versions(List.of(), "", Optional.empty()));
    }

    private static Versions of(TripleSource data, Node dataset) {
        List<Version> left = new ArrayList<>(data.subjects(Version.OF.asNode(), dataset)
                .filter(Node::isURI)
                .map(iri -> Version.of(data, iri))
                .sorted(BY_DAY.reversed())
                .toList());
        List<Version> sorted = new ArrayList<>();
        while (!left.isEmpty()) {
            // In a cycle of versions none is the newest.
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

    /** Returns the record of the current data: the newest one, unless the data state another version number. */
    public Optional<Version> current() {
        return newest().filter(version -> name.isEmpty() || version.name().equals(name));
    }

    /** Returns the date of the current data: that of their record, else the one that the editors state. */
    public Optional<Node> issued() {
        return current()
                .flatMap(Version::issued)
                .map(date -> NodeFactory.createLiteralDT(date, XSDDatatype.XSDdate))
                .or(() -> day);
    }

    /** Returns the record of the version before the current data. */
    public Optional<Node> previous() {
        return current().isPresent() ? current().flatMap(Version::previous) : newest().map(Version::iri);
    }

    private Optional<Version> newest() {
        return recorded.stream().findFirst();
    }
}
