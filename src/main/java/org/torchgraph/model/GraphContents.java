package org.torchgraph.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.torchgraph.dataset.PagedLinks;
import org.torchgraph.model.term.ValueOrder;
import org.torchgraph.rdf.TripleSource;

/**
 * Says what a named graph has, which no file states.
 *
 * @param graph its name
 * @param content its triples
 */
record GraphContents(Node graph, TripleSource content) {
    private static final Node NAMED_GRAPH =
            NodeFactory.createURI("http://www.w3.org/ns/sparql-service-description#NamedGraph");

    /**
     * Returns its type, number of triples and things in VoID and DCMI terms.
     *
     * @param isPaged whether the things of a long graph are left out, because pages of links have them
     */
    List<Statement> statements(boolean isPaged) {
        Set<Node> things = new TreeSet<>(ValueOrder.NODES);
        (isPaged && content.size() > PagedLinks.MOST_OF_GRAPH ? Stream.<Triple>empty() : content.find())
                .map(Triple::getSubject)
                .filter(subject -> subject.isURI() && !TripleSource.isPart(subject))
                .forEach(things::add);
        List<Statement> statements = new ArrayList<>();
        statements.add(derived(RDF.type.asNode(), NAMED_GRAPH));
        statements.add(derived(
                VOID.triples.asNode(),
                NodeFactory.createLiteralDT(Long.toString(content.size()), XSDDatatype.XSDinteger)));
        things.forEach(thing -> statements.add(derived(DCTerms.hasPart.asNode(), thing)));
        return statements;
    }

    private Statement derived(Node property, Node value) {
        return new Statement(Triple.create(graph, property, value), List.of());
    }
}
