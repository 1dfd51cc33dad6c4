package org.torchgraph.dataset.disk;

import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdInline;

/**
 * Keeps literals as they are written. TDB2 holds the values of common datatypes in place of the literals, so that 01
 * would be read as 1, and its node table an integer of more than 64 bits as another number. Such literals are stored
 * with another datatype.
 */
final class ExactLiterals {
    private static final String PREFIX = "urn:torchgraph:exact:";

    private ExactLiterals() {}

    /** Returns the node that is stored for a node. */
    static Node stored(Node node) {
        if (node.isTripleTerm()) {
            Triple stored = stored(node.getTriple());
            return stored == node.getTriple() ? node : NodeFactory.createTripleTerm(stored);
        }
        if (!node.isLiteral() || !NodeIdInline.hasInlineDatatype(node)) {
            return node;
        }
        NodeId value = NodeIdInline.inline(node);
        return value != null && NodeIdInline.extract(value).equals(node)
                ? node
                : NodeFactory.createLiteralDT(
                        node.getLiteralLexicalForm(),
                        TypeMapper.getInstance().getSafeTypeByName(PREFIX + node.getLiteralDatatypeURI()));
    }

    /** Returns the triple or pattern that is stored for one. */
    static Triple stored(Triple triple) {
        return with(stored(triple.getObject()), triple);
    }

    /** Returns the quad that is stored for a quad. */
    static Quad stored(Quad quad) {
        return Quad.create(quad.getGraph(), stored(quad.asTriple()));
    }

    /** Returns the node for which a node is stored. */
    private static Node read(Node node) {
        if (node.isTripleTerm()) {
            Triple read = read(node.getTriple());
            return read == node.getTriple() ? node : NodeFactory.createTripleTerm(read);
        }
        if (node.isTripleTerm()) {
            Triple stored = stored(node.getTriple());
            return stored == node.getTriple() ? node : NodeFactory.createTripleTerm(stored);
        }
        if (!node.isLiteral() || !node.getLiteralDatatypeURI().startsWith(PREFIX)) {
            return node;
        }
        String datatype = node.getLiteralDatatypeURI().substring(PREFIX.length());
        return NodeFactory.createLiteralDT(
                node.getLiteralLexicalForm(), TypeMapper.getInstance().getSafeTypeByName(datatype));
    }

    /** Returns the triple for which a triple is stored. */
    static Triple read(Triple triple) {
        return with(read(triple.getObject()), triple);
    }

    /** Returns the quad for which a quad is stored. */
    static Quad read(Quad quad) {
        return Quad.create(quad.getGraph(), read(quad.asTriple()));
    }

    private static Triple with(Node object, Triple triple) {
        return object.equals(triple.getObject())
                ? triple
                : Triple.create(triple.getSubject(), triple.getPredicate(), object);
    }
}
