package org.torchgraph.rdf.order;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * The total order in which all RDF is written.
 *
 * <p>Subjects are ordered by IRI, with blank nodes after them; predicates by type, labels and titles first, then by
 * short form. Objects are ordered as IRIs by short form, blank nodes, literals without a language tag by lexical form
 * and datatype, and literals with one: Chinese first, because it is the language of the sources, then by tag and text.
 * Text is compared by UTF-16 code unit.
 */
public final class TermOrder {
    private static final List<Node> EARLY = List.of(
            RDF.type.asNode(),
            RDFS.label.asNode(),
            SKOS.prefLabel.asNode(),
            SKOS.altLabel.asNode(),
            DCTerms.title.asNode());
    /** Compares labels that are {@code b} and a number. */
    private static final Comparator<Node> BLANKS = Comparator.comparingInt(
                    (Node blank) -> blank.getBlankNodeLabel().length())
            .thenComparing(Node::getBlankNodeLabel);

    private static final Comparator<Node> LITERALS = Comparator.comparingInt(TermOrder::languageRank)
            .thenComparing(Node::getLiteralLanguage)
            .thenComparing(Node::getLiteralLexicalForm)
            .thenComparing(Node::getLiteralDatatypeURI)
            .thenComparing(literal -> String.valueOf(literal.getLiteralBaseDirection()));

    /** Orders subjects: by IRI, then blank nodes. */
    public static final Comparator<Node> SUBJECTS = Comparator.comparingInt(TermOrder::kind)
            .thenComparing(
                    (one, other) -> one.isURI() ? one.getURI().compareTo(other.getURI()) : BLANKS.compare(one, other));

    /** Compares membership properties ({@code rdf:_1}, {@code rdf:_2}, {@code rdf:_10}) by their numbers. */
    public static final Comparator<Node> MEMBERS =
            Comparator.comparingInt((Node member) -> member.getURI().length()).thenComparing(Node::getURI);

    private static final String MEMBER = RDF.uri + "_";

    private final ShortIris iris;

    /** Creates the order for IRIs with the given short forms. */
    public TermOrder(ShortIris iris) {
        this.iris = iris;
    }

    /** Returns the order of statements of one subject: by predicate, then by object. */
    Comparator<Triple> statements() {
        return Comparator.comparing(Triple::getPredicate, this::predicates)
                .thenComparing(Triple::getObject, this::objects);
    }

    private int predicates(Node one, Node other) {
        int rank = Integer.compare(rank(one), rank(other));
        return rank != 0 ? rank : isMember(one) && isMember(other) ? MEMBERS.compare(one, other) : iris(one, other);
    }

    /** Returns whether an IRI begins as membership properties do. */
    public static boolean isMember(Node node) {
        return node.isURI() && node.getURI().startsWith(MEMBER);
    }

    private int objects(Node one, Node other) {
        int kind = Integer.compare(kind(one), kind(other));
        if (kind != 0) {
            return kind;
        }
        if (one.isURI()) {
            return iris(one, other);
        }
        return one.isBlank()
                ? BLANKS.compare(one, other)
                : one.isLiteral() ? LITERALS.compare(one, other) : text(one).compareTo(text(other));
    }

    private int iris(Node one, Node other) {
        return iris.key(one.getURI()).compareTo(iris.key(other.getURI()));
    }

    private static String text(Node tripleTerm) {
        return NodeFmtLib.strNT(tripleTerm);
    }

    private static int rank(Node predicate) {
        int early = EARLY.indexOf(predicate);
        return early < 0 ? EARLY.size() : early;
    }

    private static int kind(Node term) {
        return term.isURI() ? 0 : term.isBlank() ? 1 : term.isLiteral() ? 2 : 3;
    }

    private static int languageRank(Node literal) {
        String language = literal.getLiteralLanguage();
        return language.isEmpty() ? 0 : language.startsWith("zh") ? 1 : 2;
    }
}
