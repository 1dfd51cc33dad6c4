package org.torchgraph.site.thing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.model.Statement;
import org.torchgraph.model.term.RdfList;

/**
 * Recognises RDF lists among the parts of a thing whose cells have no other statements, so that showing the members
 * loses nothing.
 */
record ListView(Map<Node, List<Statement>> parts, RdfList.ObjectLookup said) {
    private static final Set<Node> CELL = Set.of(RDF.first.asNode(), RDF.rest.asNode(), RDF.type.asNode());

    boolean isList(Node node) {
        return node.equals(RDF.nil.asNode()) || isCell(node) && RdfList.isList(node, said);
    }

    private boolean isCell(Node node) {
        return node.isBlank()
                && parts.getOrDefault(node, List.of()).stream()
                        .allMatch(statement -> CELL.contains(statement.triple().getPredicate()));
    }

    RdfList at(Node list) {
        return RdfList.at(list, (cell, property) -> isCell(cell) ? said.of(cell, property) : List.of());
    }
}
