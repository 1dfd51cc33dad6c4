package org.torchgraph.site.codebook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;

/**
 * The type of the values of a column, in the terms of each form.
 *
 * @param datatype the local name of a datatype of XML Schema, which is also its name in CSVW
 */
public record ValueType(String datatype) {
    /** Any text. */
    static final ValueType STRING = new ValueType("string");

    private static final Set<String> INTEGERS = Set.of(
            "integer",
            "int",
            "long",
            "short",
            "byte",
            "nonNegativeInteger",
            "positiveInteger",
            "nonPositiveInteger",
            "negativeInteger",
            "unsignedInt",
            "unsignedLong",
            "unsignedShort",
            "unsignedByte");

    private static final Map<String, String> FRICTIONLESS = Map.of(
            "boolean", "boolean",
            "date", "date",
            "dateTime", "datetime",
            "decimal", "number",
            "double", "number",
            "float", "number",
            "gYear", "year",
            "gYearMonth", "yearmonth");

    private static final Map<String, String> CROISSANT = Map.of(
            "anyURI", "sc:URL",
            "boolean", "sc:Boolean",
            "date", "sc:Date",
            "decimal", "sc:Float",
            "double", "sc:Float",
            "float", "sc:Float");

    /** Returns the narrowest type that all values have. */
    static ValueType of(List<Node> values) {
        if (values.isEmpty()) {
            return STRING;
        }
        if (values.stream().allMatch(Node::isURI)) {
            return new ValueType("anyURI");
        }
        if (!values.stream().allMatch(Node::isLiteral)) {
            return STRING;
        }
        Set<RDFDatatype> types = values.stream().map(Node::getLiteralDatatype).collect(Collectors.toSet());
        if (types.size() == 1) {
            String iri = types.iterator().next().getURI();
            boolean known = iri.startsWith(XSD.NS) && types.iterator().next() instanceof XSDDatatype;
            boolean valid = values.stream()
                    .allMatch(value -> value.getLiteralDatatype().isValid(value.getLiteralLexicalForm()));
            return known && valid ? new ValueType(iri.substring(XSD.NS.length())) : STRING;
        }
        Set<String> names =
                types.stream().map(type -> type.getURI().replace(XSD.NS, "")).collect(Collectors.toSet());
        if (INTEGERS.containsAll(names)) {
            return new ValueType("integer");
        }
        names.removeAll(INTEGERS);
        return Set.of("decimal").containsAll(names)
                ? new ValueType("decimal")
                : Set.of("decimal", "double", "float").containsAll(names) ? new ValueType("double") : STRING;
    }

    /** Returns the name of the type in a Frictionless table schema. */
    String frictionless() {
        return INTEGERS.contains(datatype) ? "integer" : FRICTIONLESS.getOrDefault(datatype, "string");
    }

    /** Returns the name of the type in Croissant. */
    String croissant() {
        return INTEGERS.contains(datatype) ? "sc:Integer" : CROISSANT.getOrDefault(datatype, "sc:Text");
    }

    /** Returns whether the values are IRIs. */
    boolean isIri() {
        return datatype.equals("anyURI");
    }
}
