package org.torchgraph.publication.syntax;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.impl.RDFDirLangString;
import org.apache.jena.datatypes.xsd.impl.RDFLangString;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.irix.RelativeIRIException;
import org.apache.jena.langtagx.LangTagX;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.Checker;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.FactoryRDFStd;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;

/**
 * A parser profile that enforces the W3C grammars and the standards that they refer to: IRIs by RFC 3987, language tags
 * by RFC 5646, lexical forms by their datatype. Advice of single IRI schemes, such as registered URN namespaces, is not
 * enforced.
 */
public final class StrictProfile extends ParserProfileStd {
    private final FaultHandler ofTerms;
    private final Set<Node> wrong = new HashSet<>();
    /** Caches the node of each IRI as written, because files repeat IRIs. */
    private final Map<String, Node> nodes;

    private IRIxResolver iris =
            IRIxResolver.create().noBase().allowRelative(false).build();
    private long line;
    private long column;

    /**
     * Creates the profile for one file.
     *
     * @param file the file name, from which blank-node labels are derived, so that they are the same in each run
     * @param ofSyntax receives syntax errors
     * @param ofTerms receives errors in single terms
     * @param nodes the nodes of IRIs as written, which profiles of parts of a file have in common
     */
    public StrictProfile(String file, ErrorHandler ofSyntax, FaultHandler ofTerms, Map<String, Node> nodes) {
        super(
                new FactoryRDFStd(LabelToNode.createScopeByDocumentHash(
                        UUID.nameUUIDFromBytes(file.getBytes(StandardCharsets.UTF_8)))),
                ofSyntax,
                IRIxResolver.create().noBase().allowRelative(false).build(),
                PrefixMapFactory.create(),
                ARQ.getContext(),
                true,
                true);
        this.ofTerms = ofTerms;
        this.nodes = nodes;
    }

    /** Returns the line in which the last statement ends, 0 if unknown. */
    public long line() {
        return line;
    }

    /** Returns the column in which the last statement ends, 0 if unknown. */
    public long column() {
        return column;
    }

    /** Returns whether a term of the statement is invalid: an IRI or a language tag. */
    public boolean isWrong(Quad quad) {
        return !wrong.isEmpty()
                && Stream.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())
                        .anyMatch(this::isWrong);
    }

    private boolean isWrong(Node term) {
        if (term.isTripleTerm()) {
            Triple inside = term.getTriple();
            return isWrong(inside.getSubject()) || isWrong(inside.getPredicate()) || isWrong(inside.getObject());
        }
        return wrong.contains(term)
                || term.isLiteral() && wrong.contains(NodeFactory.createURI(term.getLiteralDatatypeURI()));
    }

    @Override
    public String getBaseURI() {
        return iris.getBaseURI();
    }

    @Override
    public void setBaseIRI(String base) {
        try {
            iris = iris.resetBase(base == null ? null : iris.resolve(base));
        } catch (IRIException malformed) {
            // The directive has been reported; relative IRIs after it are not resolved.
            iris = iris.resetBase(null);
        }
        nodes.clear();
    }

    /** Resolves an IRI reference; one with a scheme is returned unchanged, character by character. */
    @Override
    public String resolveIRI(String iri, long line, long column) {
        Message why;
        try {
            return IRIx.create(iri).scheme() == null ? iris.resolve(iri).str() : iri;
        } catch (RelativeIRIException relative) {
            why = Message.of(Code.TERM_IRI_RELATIVE, iri);
        } catch (IRIException malformed) {
            why = Message.of(Code.TERM_IRI, malformed.getMessage());
        }
        ofTerms.fault(why, line, column);
        wrong.add(NodeFactory.createURI(iri));
        return iri;
    }

    /**
     * Returns a placeholder for a malformed IRI reference, so that the rest of the text can be parsed, or the reference
     * itself if it is valid. Statements with a placeholder are invalid.
     */
    String standIn(String written, long line, long column) {
        try {
            IRIx.create(written);
            return written;
        } catch (IRIException malformed) {
            ofTerms.fault(Message.of(Code.TERM_IRI, malformed.getMessage()), line, column);
            String inItsPlace = "urn:x-no-iri:" + wrong.size();
            wrong.add(NodeFactory.createURI(inItsPlace));
            return inItsPlace;
        }
    }

    @Override
    public Node createURI(String written, long line, long column) {
        Node known = nodes.get(written);
        if (known != null) {
            return known;
        }
        Node made = super.createURI(written, line, column);
        if (made.isURI() && !wrong.contains(made)) {
            Node first = nodes.putIfAbsent(written, made);
            return first == null ? made : first;
        }
        return made;
    }

    @Override
    public Node createURI(IRIx iri, long line, long column) {
        return createURI(iri.str(), line, column);
    }

    /**
     * Creates the literal even if it is ill-typed, because it still is a literal, but marks one that lacks a required
     * language tag as invalid (RDF 1.1 Concepts §3.3).
     */
    @Override
    public Node createTypedLiteral(String lexical, RDFDatatype datatype, long line, long column) {
        Node literal = getFactorRDF().createTypedLiteral(lexical, datatype);
        if (datatype.equals(RDFLangString.rdfLangString) || datatype.equals(RDFDirLangString.rdfDirLangString)) {
            ofTerms.fault(Message.of(Code.TERM_WITHOUT_LANGUAGE, datatype.getURI()), line, column);
            wrong.add(literal);
        } else {
            Checker.checkLiteral(lexical, datatype, ofTerms, line, column);
        }
        return literal;
    }

    @Override
    public Node createLangLiteral(String lexical, String tag, long line, long column) {
        Node literal = getFactorRDF().createLangLiteral(lexical, tag);
        if (!LangTagX.checkLanguageTag(tag)) {
            ofTerms.fault(Message.of(Code.TERM_LANGUAGE, tag), line, column);
            wrong.add(literal);
        }
        return literal;
    }

    @Override
    public Node createLangDirLiteral(String lexical, String tag, String direction, long line, long column) {
        if (TextDirection.isValid(direction) && LangTagX.checkLanguageTag(tag)) {
            return getFactorRDF().createLangDirLiteral(lexical, tag, direction);
        }
        ofTerms.fault(Message.of(Code.TERM_LANGUAGE, tag + "--" + direction), line, column);
        Node inItsPlace = NodeFactory.createBlankNode();
        wrong.add(inItsPlace);
        return inItsPlace;
    }

    @Override
    public Triple createTriple(Node subject, Node predicate, Node object, long line, long column) {
        this.line = line;
        this.column = column;
        return super.createTriple(subject, predicate, object, line, column);
    }

    @Override
    public Quad createQuad(Node graph, Node subject, Node predicate, Node object, long line, long column) {
        this.line = line;
        this.column = column;
        return super.createQuad(graph, subject, predicate, object, line, column);
    }
}
