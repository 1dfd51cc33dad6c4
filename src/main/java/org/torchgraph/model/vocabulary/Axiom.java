package org.torchgraph.model.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.torchgraph.model.term.ClassExpression;
import org.torchgraph.model.term.ClassExpression.NamedClass;
import org.torchgraph.model.term.ClassExpressions;
import org.torchgraph.rdf.TripleSource;

/**
 * An axiom about a term, such as a domain, a union or a property chain.
 *
 * @param key the message key of its phrase
 * @param between the message key of the word between several classes
 * @param classes the classes or properties of the axiom
 */
public record Axiom(String key, String between, List<ClassExpression> classes) {
    private static final String ONE = "class.comma";

    Stream<Node> named() {
        return classes.stream().flatMap(ClassExpression::named);
    }

    /**
     * Returns the axioms about a term in reading order.
     *
     * @param own the terms of the same vocabulary
     */
    static List<Axiom> of(TripleSource data, Node term, Set<Node> own, Disjointness disjointness) {
        ClassExpressions read = new ClassExpressions(
                (subject, property) -> sorted(data.objects(subject, property).toList()));
        List<Axiom> axioms = new ArrayList<>();
        each(data, term, RDFS.domain.asNode(), any(read), "domain", axioms);
        each(data, term, RDFS.range.asNode(), any(read), "range", axioms);
        for (String terms : List.of("https://schema.org/", "http://schema.org/", "http://purl.org/dc/dcam/")) {
            each(data, term, NodeFactory.createURI(terms + "domainIncludes"), any(read), "domain-includes", axioms);
            each(data, term, NodeFactory.createURI(terms + "rangeIncludes"), any(read), "range-includes", axioms);
        }
        each(data, term, RDFS.subClassOf.asNode(), described(read), "described", axioms);
        each(data, term, OWL2.equivalentClass.asNode(), described(read), "equivalent", axioms);
        read.described(term).ifPresent(whole -> axioms.add(new Axiom("equivalent", ONE, List.of(whole))));
        Stream.of(OWL2.equivalentClass, OWL2.equivalentProperty)
                .flatMap(property ->
                        Stream.concat(data.objects(term, property.asNode()), data.subjects(property.asNode(), term)))
                .filter(other -> own.contains(other) && !other.equals(term))
                .distinct()
                .sorted(Comparator.comparing(Node::toString))
                .forEach(other -> axioms.add(new Axiom("equivalent", ONE, List.of(new NamedClass(other)))));
        each(data, term, OWL2.disjointUnionOf.asNode(), read::all, "disjoint-union", "class.or", axioms);
        List<ClassExpression> others = disjointness.of(term).stream()
                .flatMap(other -> read.read(other).stream())
                .toList();
        if (!others.isEmpty()) {
            axioms.add(new Axiom("disjoint", ONE, others));
        }
        Function<Node, Optional<List<ClassExpression>>> properties = list -> read.chain(list)
                .map(members ->
                        members.stream().<ClassExpression>map(NamedClass::new).toList());
        each(data, term, OWL2.propertyChainAxiom.asNode(), properties, "chain", "class.then", axioms);
        each(data, term, OWL2.hasKey.asNode(), properties, "key", ONE, axioms);
        inverse(data, term).forEach(other -> axioms.add(new Axiom("inverse", ONE, List.of(new NamedClass(other)))));
        return List.copyOf(axioms);
    }

    private static void each(
            TripleSource data,
            Node term,
            Node property,
            Function<Node, Optional<ClassExpression>> read,
            String key,
            List<Axiom> into) {
        each(data, term, property, node -> read.apply(node).map(List::of), key, ONE, into);
    }

    private static void each(
            TripleSource data,
            Node term,
            Node property,
            Function<Node, Optional<List<ClassExpression>>> read,
            String key,
            String between,
            List<Axiom> into) {
        sorted(data.objects(term, property).toList())
                .forEach(value -> read.apply(value).ifPresent(classes -> into.add(new Axiom(key, between, classes))));
    }

    /** Reads a class expression; a node that is none is treated as a named class. */
    private static Function<Node, Optional<ClassExpression>> any(ClassExpressions read) {
        return node -> node.isLiteral() || node.isTripleTerm()
                ? Optional.empty()
                : Optional.of(read.read(node).orElseGet(() -> new NamedClass(node)));
    }

    /** Reads anonymous classes only; named ones are listed elsewhere on the page. */
    private static Function<Node, Optional<ClassExpression>> described(ClassExpressions read) {
        return node -> node.isBlank() ? read.read(node) : Optional.empty();
    }

    private static List<Node> inverse(TripleSource data, Node term) {
        return sorted(
                Stream.concat(data.objects(term, OWL2.inverseOf.asNode()), data.subjects(OWL2.inverseOf.asNode(), term))
                        .filter(Node::isURI)
                        .distinct()
                        .toList());
    }

    private static List<Node> sorted(List<Node> nodes) {
        return nodes.stream().sorted(Comparator.comparing(Node::toString)).toList();
    }
}
