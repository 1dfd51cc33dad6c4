package org.torchgraph.model;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDF;

/** The triples of a document about a thing, the same in each RDF format. */
public final class DocumentTriples {
    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";

    private DocumentTriples() {}

    /**
     * Returns the statements of the description, the labels of all nodes in it, and statements about the document: its
     * topic, the number of incoming links, and the page of them that it has (Hydra Core Vocabulary).
     *
     * @param document IRI of the document
     */
    public static List<Triple> of(Description description, Node document) {
        Set<Triple> triples = new LinkedHashSet<>();
        Stream.of(
                        description.statements().stream(),
                        description.parts().values().stream().flatMap(Collection::stream),
                        description.claims().stream().flatMap(claim -> claim.statements().stream()),
                        description.incoming().statements().stream())
                .flatMap(statements -> statements)
                .map(Statement::triple)
                .forEach(triples::add);
        triples.addAll(description.naming());
        triples.add(Triple.create(document, RDF.type.asNode(), FOAF.Document.asNode()));
        triples.add(Triple.create(document, FOAF.primaryTopic.asNode(), description.thing()));
        paging(description.incoming(), document, triples);
        return List.copyOf(triples);
    }

    private static void paging(IncomingPage incoming, Node document, Set<Triple> triples) {
        Node collection = NodeFactory.createURI(document.getURI() + "#incoming");
        triples.add(Triple.create(collection, RDF.type.asNode(), hydra("Collection")));
        triples.add(Triple.create(
                collection,
                hydra("totalItems"),
                NodeFactory.createLiteralDT(Long.toString(incoming.total()), XSDDatatype.XSDinteger)));
        if (incoming.pages() > 1) {
            Node view = page(document, incoming.page());
            triples.add(Triple.create(collection, hydra("view"), view));
            if (incoming.page() > 1) {
                triples.add(Triple.create(view, hydra("previous"), page(document, incoming.page() - 1)));
            }
            if (incoming.page() < incoming.pages()) {
                triples.add(Triple.create(view, hydra("next"), page(document, incoming.page() + 1)));
            }
        }
    }

    private static Node page(Node document, int page) {
        return NodeFactory.createURI(
                document.getURI() + (document.getURI().contains("?") ? "&page=" : "?page=") + page);
    }

    private static Node hydra(String name) {
        return NodeFactory.createURI(HYDRA + name);
    }
}
