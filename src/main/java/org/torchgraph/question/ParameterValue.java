package org.torchgraph.question;

import java.util.Map;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;

/** Converts lexical forms to RDF terms. */
final class ParameterValue {

    /** What the datatypes are called that readers need not know by their IRI. */
    private static final Map<String, Code> COMMON = Map.of(
            XSD.gYear.getURI(), Code.WANTS_YEAR,
            XSD.date.getURI(), Code.WANTS_DAY,
            XSD.integer.getURI(), Code.WANTS_INTEGER,
            XSD.decimal.getURI(), Code.WANTS_NUMBER,
            XSD.xboolean.getURI(), Code.WANTS_BOOLEAN);

    private static final Map<String, String> EXAMPLES = Map.of(
            XSD.gYear.getURI(), "2025",
            XSD.date.getURI(), "2025-01-31",
            XSD.integer.getURI(), "12",
            XSD.decimal.getURI(), "0.5",
            XSD.xboolean.getURI(), "true");

    private ParameterValue() {}

    /** Returns whether values of a datatype have a lexical form that the program can validate. */
    static boolean isKnown(String datatype) {
        return !datatype.equals(RDF.langString.getURI())
                && !datatype.equals(RDF.dirLangString.getURI())
                && (!datatype.startsWith(XSD.NS) || TypeMapper.getInstance().getTypeByName(datatype) != null);
    }

    /**
     * Returns the literal of a datatype or, for {@code xsd:anyURI}, the IRI. Surrounding white space is dropped as XML
     * Schema does, except in strings.
     *
     * @throws IllegalArgumentException if the lexical form is invalid; {@link #wanted} describes a valid one
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
            throw new IllegalArgumentException(datatype);
        }
        return NodeFactory.createLiteralDT(form, type);
    }

    /**
     * Describes the valid lexical forms of a datatype.
     *
     * @param datatype the IRI of the datatype
     * @param base the base IRI of the publication
     * @param example an example of a valid form, or an empty text
     */
    static Message wanted(String datatype, String base, String example) {
        if (COMMON.containsKey(datatype)) {
            return Message.of(COMMON.get(datatype), example.isEmpty() ? EXAMPLES.get(datatype) : example);
        }
        boolean iri = datatype.equals(XSD.anyURI.getURI());
        String kind = iri ? base : datatype;
        return example.isEmpty()
                ? Message.of(iri ? Code.WANTS_IRI : Code.WANTS_VALUE, kind)
                : Message.of(iri ? Code.WANTS_IRI_LIKE : Code.WANTS_VALUE_LIKE, kind, example);
    }

    private static Node iri(String form, String base) {
        try {
            return NodeFactory.createURI(IRIx.create(base).resolve(form).str());
        } catch (IRIException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
