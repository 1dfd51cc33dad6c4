package org.torchgraph.rdf.syntax;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.util.XML10Char;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;

/** What a syntax can express. Writers check it before they write anything. */
public enum Expressiveness {
    /** N-Triples and N-Quads of RDF 1.2, which can write every term unchanged. */
    LINES {
        @Override
        Optional<Message> refusal(Node term) {
            return Optional.empty();
        }
    },

    /** Turtle and TriG of RDF 1.2. */
    TURTLE {
        @Override
        Optional<Message> refusal(Node term) {
            return dotSegments(term, "Turtle");
        }
    },

    /** N-Triples, N-Quads, Turtle and TriG of RDF 1.1. */
    RDF_1_1 {
        @Override
        Optional<Message> refusal(Node term) {
            return beyondRdf11(term, "RDF 1.1");
        }
    },

    JSON_LD {
        @Override
        Optional<Message> refusal(Node term) {
            return beyondRdf11(term, "JSON-LD 1.1").or(() -> dotSegments(term, "JSON-LD"));
        }
    },

    /** The XML of SPARQL's results. */
    XML_RESULTS {
        @Override
        Optional<Message> refusal(Node term) {
            return term.isLiteral() ? invalidXmlCharacter(term.getLiteralLexicalForm()) : Optional.empty();
        }
    },

    RDF_XML {
        @Override
        Optional<Message> refusal(Node term) {
            return beyondRdf11(term, "RDF/XML")
                    .or(() -> dotSegments(term, "RDF/XML"))
                    .or(() -> term.isLiteral() ? invalidXmlCharacter(term.getLiteralLexicalForm()) : Optional.empty());
        }

        @Override
        Optional<Message> refusalOfProperty(Node property) {
            return XmlNames.split(property.getURI()).isPresent()
                    ? Optional.empty()
                    : Optional.of(Message.of(Code.PROPERTY_NAME, property.getURI()));
        }
    };

    /** An IRI that every syntax can write (RDF 1.2 N-Triples, IRIREF). */
    private static final Pattern IRI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20<>\"{}|^`\\\\]*");

    /** A path segment of one or two dots; a query or a fragment has no segments. */
    private static final Pattern DOT_SEGMENT =
            Pattern.compile("[^:/?#]+:(?://[^/?#]*/)?(?:[^/?#]*/)*\\.\\.?(?:[/?#].*)?", Pattern.DOTALL);

    abstract Optional<Message> refusal(Node term);

    Optional<Message> refusalOfProperty(Node property) {
        return refusal(property);
    }

    /** Returns why the syntax cannot express one of the statements; empty if it can express all. */
    public Optional<Message> refusal(Stream<Quad> statements) {
        Set<Node> properties = new HashSet<>();
        return statements
                .flatMap(quad -> Stream.of(
                        refusalInside(quad.getGraph()),
                        refusalInside(quad.getSubject()),
                        properties.add(quad.getPredicate())
                                ? malformedTerm(quad.getPredicate()).or(() -> refusalOfProperty(quad.getPredicate()))
                                : Optional.<Message>empty(),
                        refusalInside(quad.getObject())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * Returns whether the syntax can express a property that was read from a file, and so is well-formed. This is much
     * faster than {@link #refusal(Stream)}.
     */
    public boolean canExpressAsProperty(Node property) {
        return this == LINES || refusalOfProperty(property).isEmpty();
    }

    /** Returns whether the syntax can express a subject, object or graph name that was read from a file. */
    public boolean canExpress(Node term) {
        if (this == LINES) {
            return true;
        } else if (refusal(term).isPresent()) {
            return false;
        }
        Triple inside = term.isTripleTerm() ? term.getTriple() : null;
        return inside == null
                || canExpressAsProperty(inside.getPredicate())
                        && canExpress(inside.getSubject())
                        && canExpress(inside.getObject());
    }

    /**
     * Checks statements before they are written.
     *
     * @throws InexpressibleException if the syntax cannot express one of the statements
     */
    public void require(Stream<Quad> statements) {
        refusal(statements).ifPresent(why -> {
            throw new InexpressibleException(why);
        });
    }

    /** Returns whether a statement needs RDF 1.2. */
    static boolean isBeyondRdf11(Quad quad) {
        return RDF_1_1.refusal(quad.getObject()).isPresent();
    }

    private Optional<Message> refusalInside(Node term) {
        if (Quad.isDefaultGraph(term)) {
            return Optional.empty();
        }
        return malformedTerm(term)
                .or(() -> refusal(term))
                .or(() -> term.isTripleTerm() ? refusalInside(term.getTriple()) : Optional.empty());
    }

    private Optional<Message> refusalInside(Triple tripleTerm) {
        return refusal(Stream.of(Quad.create(Quad.defaultGraphIRI, tripleTerm)));
    }

    /** Returns why no syntax can write a term; queries can create such terms. */
    private static Optional<Message> malformedTerm(Node term) {
        if (term.isLiteral()) {
            return malformedIri(term.getLiteralDatatypeURI()).or(() -> loneSurrogate(term.getLiteralLexicalForm()));
        }
        return term.isURI() ? malformedIri(term.getURI()) : Optional.empty();
    }

    private static Optional<Message> malformedIri(String iri) {
        return IRI.matcher(iri).matches() ? Optional.empty() : Optional.of(Message.of(Code.NOT_AN_IRI, iri));
    }

    private static Optional<Message> loneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)
                ? Optional.of(Message.of(Code.LONE_SURROGATE))
                : Optional.empty();
    }

    private static Optional<Message> beyondRdf11(Node term, String syntax) {
        if (term.isTripleTerm()) {
            return Optional.of(Message.of(Code.TRIPLE_TERMS, syntax));
        }
        return term.isLiteral() && term.getLiteralBaseDirection() != null
                ? Optional.of(Message.of(Code.TEXT_DIRECTION, syntax))
                : Optional.empty();
    }

    /**
     * Returns why an IRI would not survive reading. RDF compares IRIs character by character (RDF 1.1 Concepts §3.2),
     * but readers that resolve each IRI against a base remove dot segments (RFC 3986 §5.2.4).
     */
    private static Optional<Message> dotSegments(Node term, String syntax) {
        String iri = term.isURI() ? term.getURI() : term.isLiteral() ? term.getLiteralDatatypeURI() : "";
        boolean perhaps = iri.contains("/.") || iri.contains(":.");
        return perhaps && DOT_SEGMENT.matcher(iri).matches()
                ? Optional.of(Message.of(Code.DOT_SEGMENTS, syntax, iri))
                : Optional.empty();
    }

    /** Returns the message for the first character that XML does not allow (XML 1.0 §2.2). */
    private static Optional<Message> invalidXmlCharacter(String text) {
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            if (!XML10Char.isValid(c)) {
                return Optional.of(Message.of(Code.XML_CHARACTER, "%04X".formatted(c)));
            }
            at += Character.charCount(c);
        }
        return Optional.empty();
    }
}
