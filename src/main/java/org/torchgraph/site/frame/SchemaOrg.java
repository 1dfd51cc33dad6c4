package org.torchgraph.site.frame;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.torchgraph.site.words.Texts;

/**
 * What the terms of a publication are at schema.org: as its ontology says, else as {@code schema-org.ttl} says of
 * common vocabularies; a term that neither speaks of is what its parents are.
 *
 * @param names of schema.org, by the classes and properties that are in use
 */
public record SchemaOrg(Map<Node, String> names) {
    private static final Graph COMMON = common();
    private static final List<Property> MATCHES =
            List.of(OWL.equivalentClass, OWL.equivalentProperty, SKOS.exactMatch, SKOS.closeMatch);
    private static final List<Property> PARENTS = List.of(RDFS.subClassOf, RDFS.subPropertyOf);

    static SchemaOrg of(Graph data) {
        Set<Node> used = new HashSet<>();
        data.find().forEach(triple -> {
            used.add(triple.getPredicate());
            if (triple.getPredicate().equals(RDF.type.asNode())) {
                used.add(triple.getObject());
            }
        });
        Map<Node, String> names = new HashMap<>();
        used.forEach(term -> name(data, term).ifPresent(name -> names.put(term, name)));
        return new SchemaOrg(Map.copyOf(names));
    }

    /** The name of a class or property there, without the namespace. */
    public Optional<String> name(Node term) {
        return Optional.ofNullable(names.get(term));
    }

    /** Of the nearest ancestor that has one. */
    private static Optional<String> name(Graph data, Node term) {
        Deque<Node> open = new ArrayDeque<>(List.of(term));
        Set<Node> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            Node next = open.poll();
            Optional<String> match = Stream.of(data, COMMON)
                    .flatMap(graph -> linked(graph, next, MATCHES))
                    .filter(other -> other.getURI().startsWith(SchemaDO.NS))
                    .map(other -> other.getURI().substring(SchemaDO.NS.length()))
                    .findFirst();
            if (match.isPresent()) {
                return match;
            }
            linked(data, next, PARENTS).filter(seen::add).forEach(open::add);
        }
        return Optional.empty();
    }

    private static Stream<Node> linked(Graph graph, Node term, List<Property> by) {
        return by.stream().flatMap(property -> graph.stream(term, property.asNode(), Node.ANY)
                .map(Triple::getObject)
                .filter(Node::isURI)
                .sorted((one, other) -> one.getURI().compareTo(other.getURI())));
    }

    private static Graph common() {
        Graph graph = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(Texts.file("schema-org.ttl"), Lang.TURTLE).parse(graph);
        return graph;
    }
}
