package org.torchgraph.model.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.XSD;
import org.torchgraph.model.term.ClassExpression.Limit;

/** Parses class expressions from RDF by the OWL 2 mapping (Mapping to RDF Graphs §3.2). */
public final class ClassExpressions {
    /** The nesting beyond which an expression is not parsed, because nobody could read it. */
    private static final int MAX_DEPTH = 12;

    private static final List<String> FACETS = List.of(
            "minInclusive",
            "minExclusive",
            "maxInclusive",
            "maxExclusive",
            "length",
            "minLength",
            "maxLength",
            "pattern",
            "totalDigits",
            "fractionDigits");

    private final RdfList.ObjectLookup lookup;

    /**
     * Creates a parser.
     *
     * @param lookup returns the values of a property of a node
     */
    public ClassExpressions(RdfList.ObjectLookup lookup) {
        this.lookup = lookup;
    }

    /** Returns the class expression of a node; empty for a blank node that has none or a malformed one. */
    public Optional<ClassExpression> read(Node node) {
        return read(node, 0);
    }

    /** Returns the expression that defines a named class; empty if it has none. */
    public Optional<ClassExpression> described(Node node) {
        return node.isURI() ? description(node, 0) : Optional.empty();
    }

    private Optional<ClassExpression> read(Node node, int depth) {
        if (node.isURI()) {
            return Optional.of(new ClassExpression.NamedClass(node));
        }
        return node.isBlank() && depth < MAX_DEPTH ? description(node, depth) : Optional.empty();
    }

    private Optional<ClassExpression> description(Node node, int depth) {
        return several(node, OWL2.unionOf, false, depth)
                .or(() -> several(node, OWL2.intersectionOf, true, depth))
                .or(() -> one(node, OWL2.complementOf)
                        .or(() -> one(node, OWL2.datatypeComplementOf))
                        .flatMap(other -> read(other, depth + 1))
                        .map(ClassExpression.Complement::new))
                .or(() -> one(node, OWL2.oneOf)
                        .flatMap(this::members)
                        .filter(members -> !members.isEmpty())
                        .map(ClassExpression.OneOf::new))
                .or(() -> one(node, OWL2.withRestrictions).flatMap(facets -> faceted(node, facets, depth)))
                .or(() -> one(node, OWL2.onProperty).flatMap(property -> restriction(node, property, depth)));
    }

    /** Returns the properties of a property chain; empty if the list is malformed or a property has no IRI. */
    public Optional<List<Node>> chain(Node list) {
        return members(list)
                .filter(members -> !members.isEmpty() && members.stream().allMatch(Node::isURI));
    }

    /** Returns the class expressions of a list; empty if the list is malformed. */
    public Optional<List<ClassExpression>> all(Node list) {
        return members(list).flatMap(members -> all(members, 0));
    }

    private Optional<List<ClassExpression>> all(List<Node> members, int depth) {
        List<ClassExpression> classes = new ArrayList<>();
        members.forEach(member -> read(member, depth + 1).ifPresent(classes::add));
        return classes.isEmpty() || classes.size() < members.size() ? Optional.empty() : Optional.of(classes);
    }

    private Optional<ClassExpression> several(Node node, Property property, boolean all, int depth) {
        return one(node, property)
                .flatMap(this::members)
                .flatMap(members -> all(members, depth))
                .map(classes -> new ClassExpression.Several(all, classes));
    }

    private Optional<ClassExpression> faceted(Node node, Node list, int depth) {
        List<ClassExpression.FacetRestriction> facets = new ArrayList<>();
        for (Node facet : members(list).orElse(List.of())) {
            for (String name : FACETS) {
                values(facet, NodeFactory.createURI(XSD.getURI() + name))
                        .forEach(value -> facets.add(new ClassExpression.FacetRestriction(name, value)));
            }
        }
        return one(node, OWL2.onDatatype)
                .flatMap(datatype -> read(datatype, depth + 1))
                .filter(datatype -> !facets.isEmpty())
                .map(datatype -> new ClassExpression.Faceted(datatype, List.copyOf(facets)));
    }

    private Optional<ClassExpression> restriction(Node node, Node property, int depth) {
        Optional<Node> inverse = property.isBlank() ? one(property, OWL2.inverseOf) : Optional.empty();
        Node named = inverse.orElse(property);
        if (!named.isURI()) {
            return Optional.empty();
        }
        boolean backwards = inverse.isPresent();
        Optional<ClassExpression> of = one(node, OWL2.onClass)
                .or(() -> one(node, OWL2.onDataRange))
                .flatMap(filler -> read(filler, depth + 1));
        return filled(node, OWL2.someValuesFrom, Limit.SOME, named, backwards, depth)
                .or(() -> filled(node, OWL2.allValuesFrom, Limit.ONLY, named, backwards, depth))
                .or(() -> one(node, OWL2.hasValue)
                        .map(value -> new ClassExpression.Restriction(Limit.VALUE, named, backwards, value, null)))
                .or(() -> one(node, OWL2.hasSelf)
                        .map(self -> new ClassExpression.Restriction(Limit.SELF, named, backwards, null, null)))
                .or(() -> counted(node, OWL2.minCardinality, OWL2.minQualifiedCardinality)
                        .map(n -> new ClassExpression.Restriction(Limit.MIN, named, backwards, n, of.orElse(null))))
                .or(() -> counted(node, OWL2.maxCardinality, OWL2.maxQualifiedCardinality)
                        .map(n -> new ClassExpression.Restriction(Limit.MAX, named, backwards, n, of.orElse(null))))
                .or(() -> counted(node, OWL2.cardinality, OWL2.qualifiedCardinality)
                        .map(n ->
                                new ClassExpression.Restriction(Limit.EXACTLY, named, backwards, n, of.orElse(null))));
    }

    private Optional<ClassExpression> filled(
            Node node, Property by, Limit limit, Node property, boolean inverse, int depth) {
        return one(node, by)
                .flatMap(filler -> read(filler, depth + 1))
                .map(filler -> new ClassExpression.Restriction(limit, property, inverse, null, filler));
    }

    private Optional<Node> counted(Node node, Property plain, Property qualified) {
        return one(node, plain).or(() -> one(node, qualified)).filter(Node::isLiteral);
    }

    private Optional<List<Node>> members(Node list) {
        RdfList read = RdfList.at(list, lookup);
        return read.end() == RdfList.End.WHOLE ? Optional.of(read.members()) : Optional.empty();
    }

    private Optional<Node> one(Node subject, Property property) {
        return values(subject, property.asNode()).stream().findFirst();
    }

    private List<Node> values(Node subject, Node property) {
        return subject.isLiteral() || subject.isTripleTerm() ? List.of() : lookup.of(subject, property);
    }
}
