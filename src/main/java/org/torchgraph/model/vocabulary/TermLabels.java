package org.torchgraph.model.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.torchgraph.rdf.TermTypes;
import org.torchgraph.rdf.TripleSource;

/** Reads the labels of a publication's own terms. */
public final class TermLabels {
    private TermLabels() {}

    /**
     * Returns the labels of the classes and properties whose IRI begins with the base and has a fragment, by the
     * fragment in lower case.
     */
    public static Map<String, List<Node>> byFragment(TripleSource data, String base) {
        Map<String, List<Node>> terms = new TreeMap<>();
        TermTypes.all()
                .flatMap(type -> data.subjects(RDF.type.asNode(), type))
                .filter(node -> node.isURI()
                        && node.getURI().startsWith(base)
                        && node.getURI().contains("#"))
                .distinct()
                .forEach(term -> {
                    List<Node> labels = data.objects(term, RDFS.label.asNode()).toList();
                    if (!labels.isEmpty()) {
                        terms.merge(fragment(term), labels, TermLabels::first);
                    }
                });
        return terms;
    }

    private static String fragment(Node term) {
        return term.getURI().substring(term.getURI().indexOf('#') + 1).toLowerCase(Locale.ROOT);
    }

    /** Chooses between a class and a property that differ in case alone, whichever of them is read first. */
    private static List<Node> first(List<Node> one, List<Node> other) {
        return one.toString().compareTo(other.toString()) <= 0 ? one : other;
    }
}
