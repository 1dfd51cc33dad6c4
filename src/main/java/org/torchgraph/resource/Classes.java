package org.torchgraph.resource;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** The classes that things are in, by what is stated: {@code rdf:type/rdfs:subClassOf*}. */
public final class Classes {
    private Classes() {}

    /** All classes of a thing. */
    public static Set<Node> of(Graph graph, Node thing) {
        return withThoseAbove(graph, objects(graph, thing, RDF.type.asNode()));
    }

    /** The classes themselves, and all that they are subclasses of. */
    public static Set<Node> withThoseAbove(Graph graph, Collection<Node> classes) {
        Deque<Node> open = new ArrayDeque<>(classes);
        Set<Node> all = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Node one = open.pop();
            if (all.add(one)) {
                open.addAll(objects(graph, one, RDFS.subClassOf.asNode()));
            }
        }
        return all;
    }

    private static List<Node> objects(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isURI)
                .toList();
    }
}
