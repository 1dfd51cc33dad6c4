package org.torchgraph.model.thesaurus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.torchgraph.model.term.RdfList;
import org.torchgraph.rdf.TripleSource;

/**
 * A collection of concepts.
 *
 * @param node the collection
 * @param ordered whether its members have an order
 * @param members its members, in their order if they have one; other collections among them
 */
public record ConceptCollection(Node node, boolean ordered, List<Node> members) {

    /** Reads all collections with an IRI. */
    static List<ConceptCollection> in(TripleSource data) {
        Set<Node> all = new LinkedHashSet<>();
        Stream.of(SKOS.Collection, SKOS.OrderedCollection)
                .flatMap(type -> data.subjects(RDF.type.asNode(), type.asNode()))
                .forEach(all::add);
        Stream.of(SKOS.member, SKOS.memberList)
                .flatMap(property -> data.find(Node.ANY, property.asNode(), Node.ANY))
                .forEach(triple -> all.add(triple.getSubject()));
        return all.stream()
                .filter(Node::isURI)
                .sorted(ConceptNode.BY_IRI)
                .map(node -> of(data, node))
                .toList();
    }

    private static ConceptCollection of(TripleSource data, Node node) {
        List<Node> listed = data.objects(node, SKOS.memberList.asNode())
                .flatMap(list ->
                        RdfList.at(list, (subject, property) -> data.objects(subject, property)
                                        .toList())
                                .members()
                                .stream())
                .filter(Node::isURI)
                .distinct()
                .toList();
        List<Node> members = new ArrayList<>(listed);
        Set<Node> known = new HashSet<>(listed);
        data.objects(node, SKOS.member.asNode())
                .filter(Node::isURI)
                .sorted(ConceptNode.BY_IRI)
                .filter(known::add)
                .forEach(members::add);
        return new ConceptCollection(node, !listed.isEmpty(), List.copyOf(members));
    }
}
