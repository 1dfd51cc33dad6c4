package org.torchgraph.rdf.syntax;

import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.rdf.order.NamedGraphs;
import org.torchgraph.rdf.order.ShortIris;
import org.torchgraph.rdf.order.SortedTriples;
import org.torchgraph.rdf.order.TermOrder;

/**
 * Writes RDF/XML in flat form: one {@code rdf:Description} per subject, one property element per statement.
 *
 * <p>The statements have to satisfy {@link Expressiveness#RDF_XML}.
 *
 * <p>Jena's writer is not used because it writes subjects and namespaces in the order of their hash codes.
 */
public final class RdfXml {
    private final SortedTriples triples;
    private final XmlNames names;
    private final StringBuilder out = new StringBuilder();

    private RdfXml(PrefixMap prefixes, List<Triple> triples) {
        this.triples = SortedTriples.of(triples, new TermOrder(new ShortIris(prefixes, Optional.empty())));
        this.names = new XmlNames(
                prefixes, triples.stream().map(Triple::getPredicate).toList());
    }

    /**
     * Returns the RDF/XML document of a dataset's default graph.
     *
     * @param comments XML comments before the root element, or an empty text
     * @param prefixes the preferred prefixes
     * @param graphs the statements
     */
    public static String text(PrefixMap prefixes, String comments, NamedGraphs graphs) {
        return new RdfXml(prefixes, graphs.byName().getOrDefault(Quad.defaultGraphIRI, List.of())).text(comments);
    }

    private String text(String comments) {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append(comments)
                .append("<rdf:RDF");
        names.namespaces().forEach((prefix, namespace) -> out.append("\n    xmlns")
                .append(prefix.isEmpty() ? "" : ":" + prefix)
                .append(attribute(namespace)));
        out.append(">\n");
        for (Node subject : triples.subjects()) {
            out.append("  <rdf:Description").append(reference("about", subject)).append(">\n");
            triples.properties(subject).forEach((predicate, objects) -> {
                String name = names.of(predicate);
                objects.forEach(object -> property(name, object));
            });
            out.append("  </rdf:Description>\n");
        }
        return out.append("</rdf:RDF>\n").toString();
    }

    private void property(String name, Node object) {
        out.append("    <").append(name);
        if (!object.isLiteral()) {
            out.append(reference("resource", object)).append("/>\n");
            return;
        }
        if (!object.getLiteralLanguage().isEmpty()) {
            out.append(" xml:lang").append(attribute(object.getLiteralLanguage()));
        } else if (!XSDDatatype.XSDstring.equals(object.getLiteralDatatype())) {
            out.append(" rdf:datatype").append(attribute(object.getLiteralDatatypeURI()));
        }
        out.append('>').append(escaped(object.getLiteralLexicalForm(), false));
        out.append("</").append(name).append(">\n");
    }

    private static String reference(String attribute, Node node) {
        return node.isBlank()
                ? " rdf:nodeID" + attribute(node.getBlankNodeLabel())
                : " rdf:" + attribute + attribute(node.getURI());
    }

    private static String attribute(String value) {
        return "=\"" + escaped(value, true) + '"';
    }

    /**
     * Escapes text. White space that an XML parser would normalise (XML 1.0 §2.11, §3.3.3) becomes character
     * references.
     */
    private static String escaped(String text, boolean attribute) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\r' -> out.append("&#xD;");
                case '\n' -> out.append(attribute ? "&#xA;" : "\n");
                case '\t' -> out.append(attribute ? "&#x9;" : "\t");
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
