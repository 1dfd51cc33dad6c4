package org.torchgraph.question;

import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/** Lexical forms made into RDF terms. */
final class Term {

    private Term() {}

    /** Whether values of the datatype can be written as one lexical form that the program can judge. */
    static boolean isKnown(String datatype) {
        return !datatype.equals(RDF.langString.getURI())
                && !datatype.equals(RDF.dirLangString.getURI())
                && (!datatype.startsWith(XSD.NS) || TypeMapper.getInstance().getTypeByName(datatype) != null);
    }

    /**
     * The literal of a datatype, or for {@code xsd:anyURI} the IRI. White space around it is dropped, as XML Schema
     * does, except in strings.
     *
     * @throws IllegalArgumentException if the datatype has no such lexical form; the message says what is wanted
     */
    static Node of(String lexical, String datatype, String base) {
        if (datatype.equals(XSD.xstring.getURI())) {
            return NodeFactory.createLiteralString(lexical);
        }
        String form = lexical.strip();
        if (datatype.equals(XSD.anyURI.getURI())) {
            return iri(form, base);
        }
        RDFDatatype type = TypeMapper.getInstance().getSafeTypeByName(datatype);
        if (!type.isValid(form)) {
            throw new IllegalArgumentException("it wants a value of <" + datatype + ">");
        }
        return NodeFactory.createLiteralDT(form, type);
    }

    private static Node iri(String form, String base) {
        try {
            return NodeFactory.createURI(IRIx.create(base).resolve(form).str());
        } catch (IRIException e) {
            throw new IllegalArgumentException("it wants an IRI, whole or relative to <" + base + ">", e);
        }
    }
}
