package org.torchgraph.model.thesaurus;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * A concept scheme.
 *
 * @param node the scheme
 * @param concepts its concepts
 * @param tops the concepts from which all others can be reached, those that the data call top concepts among them
 * @param collections the collections of its concepts that are in no other collection
 * @param matches the mappings of its concepts to other concepts
 */
public record ConceptScheme(
        Node node, List<Node> concepts, List<Node> tops, List<ConceptCollection> collections, List<Match> matches) {

    /**
     * A mapping of a concept.
     *
     * @param concept the concept
     * @param relation the mapping property
     * @param other the concept that it is mapped to
     */
    public record Match(Node concept, Node relation, Node other) {}
}
