package org.torchgraph.export;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.out.NodeFormatterTTL;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.vocabulary.RDF;

/** How terms are written in Turtle, and which prefixes that took. */
final class Terms {
    private static final Map<RDFDatatype, Pattern> SHORTHAND = Map.of(
            XSDDatatype.XSDinteger, Pattern.compile("[+-]?[0-9]+"),
            XSDDatatype.XSDdecimal, Pattern.compile("[+-]?[0-9]*\\.[0-9]+"),
            XSDDatatype.XSDboolean, Pattern.compile("true|false"));

    private final PrefixMap prefixes;
    private final Optional<String> base;
    private final NodeFormatterTTL formatter;
    private final Map<String, String> iris = new HashMap<>();
    private final SortedMap<String, String> used = new TreeMap<>();

    Terms(PrefixMap prefixes, Optional<String> base) {
        this.prefixes = prefixes;
        this.base = base;
        this.formatter = new NodeFormatterTTL(null, new LongestPrefix(prefixes));
    }

    /** Namespaces by the prefixes that the texts given out so far need. */
    SortedMap<String, String> used() {
        return used;
    }

    String text(Node term) {
        if (term.isURI()) {
            return iri(term.getURI());
        }
        return term.isLiteral()
                ? literal(term)
                : term.isBlank() ? "_:" + term.getBlankNodeLabel() : NodeFmtLib.strNT(term);
    }

    String predicate(Node predicate) {
        return predicate.equals(RDF.type.asNode()) ? "a" : text(predicate);
    }

    /** What an IRI is sorted by: its text, without the closing bracket, which comes after {@code #} and {@code -}. */
    String key(Node iri) {
        String text = iris.computeIfAbsent(iri.getURI(), this::shortened);
        return text.endsWith(">") ? text.substring(0, text.length() - 1) : text;
    }

    private String iri(String iri) {
        String text = iris.computeIfAbsent(iri, this::shortened);
        if (!text.startsWith("<")) {
            String prefix = text.substring(0, text.indexOf(':'));
            used.put(prefix, prefixes.get(prefix));
        }
        return text;
    }

    private String shortened(String iri) {
        StringWriter text = new StringWriter();
        AWriter out = IO.wrap(text);
        formatter.formatURI(out, iri);
        out.flush();
        String found = text.toString();
        return found.startsWith("<")
                ? base.flatMap(b -> relative(b, iri))
                        .map(path -> "<" + path + ">")
                        .orElse(found)
                : found;
    }

    /** What follows the base, where a reader that resolves it comes back to the IRI. */
    private static Optional<String> relative(String base, String iri) {
        if (!iri.startsWith(base) || iri.startsWith("/", base.length())) {
            return Optional.empty();
        }
        String path = iri.substring(base.length());
        try {
            return IRIx.create(base).resolve(path).str().equals(iri) ? Optional.of(path) : Optional.empty();
        } catch (IRIException notResolvable) {
            return Optional.empty();
        }
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

    /** Text of several lines stands between three quotes, so that changes to it are changes of lines. */
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
