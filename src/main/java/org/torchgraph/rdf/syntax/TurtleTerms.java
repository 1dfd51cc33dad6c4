package org.torchgraph.rdf.syntax;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.rdf.order.ShortIris;

/** Writes terms in Turtle and records which prefixes they use. */
final class TurtleTerms {
    private static final Map<RDFDatatype, Pattern> SHORTHAND = Map.of(
            XSDDatatype.XSDinteger, Pattern.compile("[+-]?[0-9]+"),
            XSDDatatype.XSDdecimal, Pattern.compile("[+-]?[0-9]*\\.[0-9]+"),
            XSDDatatype.XSDboolean, Pattern.compile("true|false"));

    private final PrefixMap prefixes;
    private final ShortIris iris;
    private final SortedMap<String, String> used = new TreeMap<>();

    TurtleTerms(PrefixMap prefixes, ShortIris iris) {
        this.prefixes = prefixes;
        this.iris = iris;
    }

    /** Returns the prefixes used so far with their namespaces. */
    SortedMap<String, String> used() {
        return used;
    }

    String text(Node term) {
        if (term.isURI()) {
            return iri(term.getURI());
        }
        if (term.isBlank()) {
            return "_:" + term.getBlankNodeLabel();
        }
        return term.isLiteral() ? literal(term) : tripleTerm(term.getTriple());
    }

    private String tripleTerm(Triple triple) {
        return "<<( " + text(triple.getSubject()) + " " + predicate(triple.getPredicate()) + " "
                + text(triple.getObject()) + " )>>";
    }

    String predicate(Node predicate) {
        return predicate.equals(RDF.type.asNode()) ? "a" : text(predicate);
    }

    private String iri(String iri) {
        String text = iris.of(iri);
        if (!text.startsWith("<")) {
            String prefix = text.substring(0, text.indexOf(':'));
            used.put(prefix, prefixes.get(prefix));
        }
        return text;
    }

    private String literal(Node literal) {
        String lexical = literal.getLiteralLexicalForm();
        RDFDatatype datatype = literal.getLiteralDatatype();
        Pattern shorthand = SHORTHAND.get(datatype);
        if (shorthand != null && shorthand.matcher(lexical).matches()) {
            return lexical;
        }
        String quoted = quoted(lexical);
        if (!literal.getLiteralLanguage().isEmpty()) {
            TextDirection direction = literal.getLiteralBaseDirection();
            return quoted + "@" + literal.getLiteralLanguage() + (direction == null ? "" : "--" + direction);
        }
        return XSDDatatype.XSDstring.equals(datatype) ? quoted : quoted + "^^" + iri(datatype.getURI());
    }

    /**
     * Quotes a literal. Text of several lines is quoted by {@code """}, so that a change of it is a change of single
     * lines.
     */
    private static String quoted(String lexical) {
        boolean lines = lexical.indexOf('\n') >= 0;
        StringBuilder out = new StringBuilder(lexical.length() + 8).append(lines ? "\"\"\"" : "\"");
        for (int at = 0; at < lexical.length(); at++) {
            char c = lexical.charAt(at);
            boolean endsRun = at + 1 < lexical.length() && lexical.charAt(at + 1) != '"';
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '"' -> out.append(lines && endsRun ? "\"" : "\\\"");
                case '\n' -> out.append('\n');
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(Character.isISOControl(c) ? "\\u%04X".formatted((int) c) : String.valueOf(c));
            }
        }
        return out.append(lines ? "\"\"\"" : "\"").toString();
    }
}
