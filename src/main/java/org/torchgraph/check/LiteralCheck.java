package org.torchgraph.check;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;

/**
 * Finds literals that parsers accept and that are ill-typed: RDF has no white space processing (RDF 1.1 Concepts §5.1),
 * so that spaces around a number are part of it, and {@code rdf:JSON} is JSON (JSON-LD 1.1 §10.2).
 */
final class LiteralCheck {
    private static final String JSON = RDF.uri + "JSON";

    /** Those whose lexical forms may begin and end with a space. */
    private static final Set<XSDDatatype> SPACED = Set.of(XSDDatatype.XSDstring, XSDDatatype.XSDnormalizedString);

    private final CheckedData data;

    LiteralCheck(CheckedData data) {
        this.data = data;
    }

    List<Finding> findings(Finding.Severity severity) {
        return data.examined()
                .filter(triple -> message(triple.getObject()).isPresent())
                .sorted(CheckedData.ORDER)
                .limit(data.most())
                .map(triple -> finding(triple, severity))
                .toList();
    }

    private Finding finding(Triple triple, Finding.Severity severity) {
        return new Finding(
                        data.places().find(triple.getSubject(), triple.getPredicate(), triple.getObject()),
                        severity,
                        message(triple.getObject()).orElseThrow())
                .about(triple.getSubject());
    }

    private static Optional<Message> message(Node node) {
        if (!node.isLiteral()) {
            return Optional.empty();
        }
        String text = node.getLiteralLexicalForm();
        if (node.getLiteralDatatype() instanceof XSDDatatype type && !SPACED.contains(type)) {
            return text.equals(text.strip())
                    ? Optional.empty()
                    : Optional.of(Message.of(Code.LITERAL_SPACE, text, type.getURI()));
        }
        return JSON.equals(node.getLiteralDatatypeURI()) && !isJson(text)
                ? Optional.of(Message.of(Code.LITERAL_JSON, text))
                : Optional.empty();
    }

    private static boolean isJson(String text) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            boolean found = false;
            while (parser.hasNext()) {
                parser.next();
                found = true;
            }
            return found;
        } catch (JsonException malformed) {
            return false;
        }
    }
}
