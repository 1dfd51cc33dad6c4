package org.torchgraph.export.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.torchgraph.dataset.View;
import org.torchgraph.rdf.TripleCounts;

/**
 * Everything that VoID describes of a dataset, counted.
 *
 * @param subjects how many different subjects there are
 * @param objects how many different objects there are
 * @param entities how many subjects are under the base, without their parts ({@code #…})
 * @param languages the language tags of literals
 * @param properties the number of statements with each property
 * @param classes the instances of each class
 * @param links the number of links of each kind to other sites
 * @param graphs the number of statements in each graph
 */
record DatasetStatistics(
        long subjects,
        long objects,
        long entities,
        Set<String> languages,
        Map<Node, Long> properties,
        Map<Node, ClassMembers> classes,
        Map<LinksetKey, Long> links,
        Map<Node, Long> graphs) {

    /**
     * Identifies the links with one property to one other site.
     *
     * @param target scheme, host and {@code /}
     * @param predicate the property
     */
    record LinksetKey(String target, Node predicate) {}

    /** The instances of a class, and the statements about them by property. */
    record ClassMembers(long entities, long triples, Map<Node, Uses> properties) {}

    /** The statements with one property, and the classes and datatypes of their objects. */
    record Uses(long triples, Map<Node, Long> classes, Map<Node, Long> datatypes) {}

    /**
     * Counts a dataset.
     *
     * @param base the IRI prefix of the things that the publication describes
     * @param data the dataset
     */
    static DatasetStatistics of(String base, View data) {
        View whole = data.whole();
        Optional<TripleCounts> counted = whole.union().counted();
        if (counted.isPresent()) {
            return new StatisticsOfCounts(counted.get()).result(whole);
        }
        return new StatisticsCount(base, whole.union().numbers()).result(whole);
    }

    /**
     * Returns the namespaces of the properties and classes used: up to the first {@code #}, else the last {@code /}.
     */
    Set<String> vocabularies() {
        Set<String> namespaces = new HashSet<>();
        for (Set<Node> terms : List.of(properties.keySet(), classes.keySet())) {
            for (Node term : terms) {
                String iri = term.getURI();
                int end = Math.max(iri.indexOf('#'), iri.lastIndexOf('/'));
                namespaces.add(
                        iri.indexOf('#') >= 0 ? iri.substring(0, iri.indexOf('#') + 1) : iri.substring(0, end + 1));
            }
        }
        return namespaces;
    }
}
