package org.torchgraph.publication.syntax;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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

/**
 * The grammars of W3C to the letter, and what they leave to others: IRIs as RFC 3987 has them, language tags as RFC
 * 5646 has them, lexical forms that their datatype knows. What single IRI schemes advise, as that a URN has a
 * registered namespace, is no fault.
 */
public final class StrictProfile extends ParserProfileStd {
    private final ErrorHandler ofTerms;
    private final Set<Node> wrong = new HashSet<>();
    /** The node of each IRI as it is written: a file names the same things again and again. */
    private final Map<String, Node> nodes = new HashMap<>();

    private IRIxResolver iris =
            IRIxResolver.create().noBase().allowRelative(false).build();
    private long line;
    private long column;

    /**
     * @param file whose name decides the labels of blank nodes, so that the same file has the same in each run
     * @param ofSyntax told where the text makes no sense
     * @param ofTerms told of terms that are wrong by themselves
     */
    public StrictProfile(String file, ErrorHandler ofSyntax, ErrorHandler ofTerms) {
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
    }

    /** The line that the statement read last ends in, 0 when it is not known. */
    public long line() {
        return line;
    }

    public long column() {
        return column;
    }

    /** Whether a term of the statement is none: an IRI or a language tag that is not one. */
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
            // The directive was told of; what is relative to it is not resolved.
            iris = iris.resetBase(null);
        }
        nodes.clear();
    }

    /** What has a scheme is no relative reference, and stays letter by letter as it is. */
    @Override
    public String resolveIRI(String iri, long line, long column) {
        String why;
        try {
            return IRIx.create(iri).scheme() == null ? iris.resolve(iri).str() : iri;
        } catch (RelativeIRIException relative) {
            why = "Relative IRI: " + iri;
        } catch (IRIException malformed) {
            why = "Bad IRI: " + malformed.getMessage();
        }
        ofTerms.error(why, line, column);
        wrong.add(NodeFactory.createURI(iri));
        return iri;
    }

    /**
     * What a text may have in place of an IRI reference that is none, so that the rest of it can be read; the reference
     * itself when it is one. Statements with it are wrong.
     */
    String standIn(String written, long line, long column) {
        try {
            IRIx.create(written);
            return written;
        } catch (IRIException malformed) {
            ofTerms.error("Bad IRI: " + malformed.getMessage(), line, column);
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
            nodes.put(written, made);
        }
        return made;
    }

    @Override
    public Node createURI(IRIx iri, long line, long column) {
        return createURI(iri.str(), line, column);
    }

    /**
     * Kept whatever it is, for an ill-typed literal is a literal; but not without the language it needs (RDF 1.1
     * Concepts §3.3).
     */
    @Override
    public Node createTypedLiteral(String lexical, RDFDatatype datatype, long line, long column) {
        Node literal = getFactorRDF().createTypedLiteral(lexical, datatype);
        if (datatype.equals(RDFLangString.rdfLangString) || datatype.equals(RDFDirLangString.rdfDirLangString)) {
            ofTerms.error("A text of " + datatype.getURI() + " has no language", line, column);
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
            ofTerms.error("Language not valid: " + tag, line, column);
            wrong.add(literal);
        }
        return literal;
    }

    @Override
    public Node createLangDirLiteral(String lexical, String tag, String direction, long line, long column) {
        if (TextDirection.isValid(direction) && LangTagX.checkLanguageTag(tag)) {
            return getFactorRDF().createLangDirLiteral(lexical, tag, direction);
        }
        ofTerms.error("Language not valid: " + tag + "--" + direction, line, column);
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
