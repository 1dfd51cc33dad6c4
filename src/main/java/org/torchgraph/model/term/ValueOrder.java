package org.torchgraph.model.term;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.Duration;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.util.NodeCmp;
import org.torchgraph.rdf.order.TermOrder;

/**
 * Orders statements and values: numbers by value, whatever their datatypes, then points of time, then durations, then
 * texts; equal values by their lexical form.
 */
public final class ValueOrder {
    /** Orders nodes. */
    public static final Comparator<Node> NODES = ValueOrder::compare;

    /** Orders triples by predicate, then by object. */
    public static final Comparator<Triple> BY_PREDICATE_AND_OBJECT =
            Comparator.comparing(Triple::getPredicate, NODES).thenComparing(Triple::getObject, NODES);

    /** Orders triples by predicate, then by subject. */
    public static final Comparator<Triple> BY_PREDICATE_AND_SUBJECT =
            Comparator.comparing(Triple::getPredicate, NODES).thenComparing(Triple::getSubject, NODES);

    private static final int NUMBER = 0;
    private static final int POINT = 1;
    private static final int DURATION = 2;
    private static final int OTHER = 3;

    /** The mean length of a Gregorian month in days. */
    private static final BigDecimal DAYS_IN_MONTH = new BigDecimal("30.436875");

    private ValueOrder() {}

    /**
     * The sort key of a literal.
     *
     * @param kind the kind of value; numbers come first
     * @param beyond -1 for negative infinity, 1 for infinity, 2 for NaN, else 0
     * @param amount the value, compared within one kind
     */
    private record Rank(int kind, int beyond, BigDecimal amount) implements Comparable<Rank> {
        private static final Rank TEXT = new Rank(OTHER, 0, BigDecimal.ZERO);

        @Override
        public int compareTo(Rank other) {
            return Comparator.comparingInt(Rank::kind)
                    .thenComparingInt(Rank::beyond)
                    .thenComparing(Rank::amount)
                    .compare(this, other);
        }
    }

    private static int compare(Node one, Node other) {
        if (one.isLiteral() && other.isLiteral()) {
            int byValue = place(one).compareTo(place(other));
            return byValue != 0 ? byValue : NodeCmp.compareRDFTerms(one, other);
        }
        return TermOrder.isMember(one) && TermOrder.isMember(other)
                ? TermOrder.MEMBERS.compare(one, other)
                : NodeCmp.compareRDFTerms(one, other);
    }

    private static Rank place(Node literal) {
        if (!(literal.getLiteralDatatype() instanceof XSDDatatype type)
                || type.equals(XSDDatatype.XSDstring)
                || !literal.getLiteral().isWellFormed()) {
            return Rank.TEXT;
        }
        NodeValue value = NodeValue.makeNode(literal);
        if (value.isNumber()) {
            return number(value);
        }
        if (value.isDuration()) {
            return new Rank(DURATION, 0, days(value.getDuration()));
        }
        return Moment.of(type, literal.getLiteralLexicalForm())
                .map(moment -> new Rank(POINT, 0, moment.seconds()))
                .orElse(Rank.TEXT);
    }

    private static Rank number(NodeValue value) {
        if (value.isInteger() || value.isDecimal()) {
            return new Rank(NUMBER, 0, value.getDecimal());
        }
        double floating = value.getDouble();
        return Double.isFinite(floating)
                ? new Rank(NUMBER, 0, exactly(value, floating))
                : new Rank(NUMBER, Double.isNaN(floating) ? 2 : floating > 0 ? 1 : -1, BigDecimal.ZERO);
    }

    private static BigDecimal exactly(NodeValue value, double floating) {
        return Optional.ofNullable(value.asNode())
                .map(Node::getLiteralLexicalForm)
                .filter(text -> text.length() < 40)
                .map(String::strip)
                .map(BigDecimal::new)
                .orElse(BigDecimal.valueOf(floating));
    }

    private static BigDecimal days(Duration duration) {
        BigDecimal months = decimal(duration, DatatypeConstants.YEARS)
                .multiply(BigDecimal.valueOf(12))
                .add(decimal(duration, DatatypeConstants.MONTHS));
        BigDecimal seconds = decimal(duration, DatatypeConstants.HOURS)
                .multiply(BigDecimal.valueOf(3600))
                .add(decimal(duration, DatatypeConstants.MINUTES).multiply(BigDecimal.valueOf(60)))
                .add(decimal(duration, DatatypeConstants.SECONDS));
        BigDecimal days = decimal(duration, DatatypeConstants.DAYS);
        return months.multiply(DAYS_IN_MONTH)
                .add(days)
                .multiply(BigDecimal.valueOf(86_400))
                .add(seconds)
                .multiply(BigDecimal.valueOf(duration.getSign()));
    }

    private static BigDecimal decimal(Duration duration, DatatypeConstants.Field field) {
        Number amount = duration.getField(field);
        return amount == null ? BigDecimal.ZERO : new BigDecimal(amount.toString());
    }
}
