package org.torchgraph.model.vocabulary;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.torchgraph.rdf.TripleSource;

/**
 * Maps terms of a publication to schema.org: by the mappings of its ontology, else by {@code schema-org.ttl} for common
 * vocabularies, else by the term's parents.
 */
public final class SchemaOrg {
    private static final TripleSource COMMON = common();
    private static final List<Property> MATCHES =
            List.of(OWL.equivalentClass, OWL.equivalentProperty, SKOS.exactMatch, SKOS.closeMatch);
    private static final List<Property> PARENTS = List.of(RDFS.subClassOf, RDFS.subPropertyOf);

    /** The mappings to schema.org and the parents of terms, without which a page would have to read all data. */
    private final TripleSource data;
    /** Caches the terms that pages have used. */
    private final Map<Node, Optional<String>> names = new ConcurrentHashMap<>();

    /** Reads the equivalents that these triples and the program state. */
    public SchemaOrg(TripleSource data) {
        this.data = TripleSource.of(Stream.concat(
                MATCHES.stream()
                        .flatMap(property -> data.counted()
                                .map(counts -> counts.starting(property.asNode(), SchemaDO.NS))
                                .orElseGet(() -> data.find(Node.ANY, property.asNode(), Node.ANY)))
                        .filter(triple -> isThere(triple.getObject())),
                PARENTS.stream().flatMap(property -> data.find(Node.ANY, property.asNode(), Node.ANY))));
    }

    /** Returns the name of a class or property at schema.org, without the namespace. */
    public Optional<String> name(Node term) {
        return names.computeIfAbsent(term, asked -> name(data, asked));
    }

    /** Returns the name of the term or of its nearest ancestor with one. */
    private static Optional<String> name(TripleSource data, Node term) {
        Deque<Node> open = new ArrayDeque<>(List.of(term));
        Set<Node> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            Node next = open.poll();
            Optional<String> match = Stream.of(data, COMMON)
                    .flatMap(graph -> linked(graph, next, MATCHES))
                    .filter(SchemaOrg::isThere)
                    .map(other -> other.getURI().substring(SchemaDO.NS.length()))
                    .findFirst();
            if (match.isPresent()) {
                return match;
            }
            linked(data, next, PARENTS).filter(seen::add).forEach(open::add);
        }
        return Optional.empty();
    }

    private static boolean isThere(Node term) {
        return term.isURI() && term.getURI().startsWith(SchemaDO.NS);
    }

    private static Stream<Node> linked(TripleSource graph, Node term, List<Property> by) {
        return by.stream().flatMap(property -> graph.objects(term, property.asNode())
                .filter(Node::isURI)
                .sorted((one, other) -> one.getURI().compareTo(other.getURI())));
    }

    private static TripleSource common() {
        return TripleSource.of(RDFParser.create()
                .source(SchemaOrg.class.getResourceAsStream("schema-org.ttl"))
                .lang(Lang.TURTLE)
                .toGraph());
    }
}
