package org.torchgraph.export.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.torchgraph.model.catalogue.Version;
import org.torchgraph.publication.Publication;
import org.torchgraph.rdf.order.BlankNodeLabels;

/** All statements of one side of a comparison, indexed by subject and type, without their graphs. */
final class IndexedDataset {
    private static final Set<Node> LABELS = Set.of(RDFS.label.asNode(), SKOS.prefLabel.asNode());

    private final Set<Quad> quads;
    private final Map<Node, List<Node>> types = new HashMap<>();
    /** A subject that refers to each blank node. */
    private final Map<Node, Node> above = new HashMap<>();

    private final Set<Node> subjects = new HashSet<>();
    private final Set<Node> labelled = new HashSet<>();
    private final Set<Node> versions = new HashSet<>();

    IndexedDataset(Publication publication) {
        quads = BlankNodeLabels.relabel(Difference.union(publication.quads().toList()));
        for (Quad quad : quads) {
            subjects.add(quad.getSubject());
            if (LABELS.contains(quad.getPredicate())) {
                labelled.add(quad.getSubject());
            }
            if (quad.getPredicate().equals(Version.OF.asNode())) {
                versions.add(quad.getSubject());
            }
            if (quad.getPredicate().equals(RDF.type.asNode())) {
                types.computeIfAbsent(quad.getSubject(), s -> new ArrayList<>()).add(quad.getObject());
            }
            if (quad.getObject().isBlank()) {
                above.merge(quad.getObject(), quad.getSubject(), (one, other) -> one.isBlank() ? other : one);
            }
        }
    }

    Set<Quad> quads() {
        return quads;
    }

    /** Returns whether a thing is the record of a version. */
    boolean isVersion(Node thing) {
        return versions.contains(thing);
    }

    Stream<Quad> about(Set<Node> things) {
        return quads.stream().filter(quad -> things.contains(quad.getSubject()));
    }

    boolean knows(Node thing) {
        return subjects.contains(thing);
    }

    List<Node> types(Node thing) {
        return types.getOrDefault(thing, List.of());
    }

    /**
     * Returns the thing that a subject is or belongs to. The owner of {@code x#part} is {@code x}, unless the part has
     * a label as the terms of an ontology have; the owner of a blank node is the named thing that refers to it, if any.
     */
    Node owner(Node subject) {
        Node at = subject;
        Set<Node> seen = new HashSet<>();
        while (at.isBlank() && above.containsKey(at) && seen.add(at)) {
            at = above.get(at);
        }
        int fragment = at.isURI() ? at.getURI().indexOf('#') : -1;
        if (fragment > 0 && !labelled.contains(at)) {
            Node whole = NodeFactory.createURI(at.getURI().substring(0, fragment));
            return knows(whole) ? whole : at;
        }
        return at;
    }
}
