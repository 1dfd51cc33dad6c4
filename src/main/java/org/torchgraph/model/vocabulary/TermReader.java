package org.torchgraph.model.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.torchgraph.rdf.TripleSource;

/** Reads what is stated of the terms of a vocabulary. What concerns several terms is read once. */
final class TermReader {
    private final TripleSource data;
    private final Set<Node> own;
    private final Disjointness disjointness;
    private final Map<Node, List<Constraint>> constraints = new HashMap<>();

    /**
     * Creates a reader.
     *
     * @param own the terms
     */
    TermReader(TripleSource data, Set<Node> own) {
        this.data = data;
        this.own = own;
        this.disjointness = Disjointness.in(data);
        Constraint.in(data).forEach(constraint -> Stream.concat(constraint.on().stream(), constraint.path().stream())
                .distinct()
                .forEach(term -> constraints
                        .computeIfAbsent(term, none -> new ArrayList<>())
                        .add(constraint)));
    }

    VocabularyTerm term(Node node, String name) {
        List<Node> types = values(node, RDF.type);
        boolean type = Vocabulary.isClass(types);
        return new VocabularyTerm(
                node,
                name,
                first(node, RDFS.label, SKOS.prefLabel, DCTerms.title),
                first(node, SKOS.definition, RDFS.comment, DCTerms.description),
                types,
                Stream.of(RDFS.subClassOf, RDFS.subPropertyOf)
                        .flatMap(property -> values(node, property).stream())
                        .filter(own::contains)
                        .toList(),
                children(node),
                Vocabulary.alignments(data, node, own),
                values(node, RDFS.domain).stream().filter(Node::isURI).toList(),
                values(node, RDFS.range).stream().filter(Node::isURI).toList(),
                Axiom.of(data, node, own, disjointness),
                UsageExamples.count(data, node, type),
                UsageExamples.of(data, node, type),
                constraints.getOrDefault(node, List.of()),
                Vocabulary.isDeprecated(data, node, types),
                values(node, DCTerms.isReplacedBy));
    }

    private List<Node> children(Node node) {
        Set<Node> found = new HashSet<>();
        Stream.of(RDFS.subClassOf, RDFS.subPropertyOf)
                .flatMap(property -> data.subjects(property.asNode(), node))
                .filter(child -> own.contains(child) && !child.equals(node))
                .forEach(found::add);
        return found.stream().sorted(Comparator.comparing(Node::getURI)).toList();
    }

    /** Returns the texts of the first property that has any. */
    private List<Node> first(Node node, Property... properties) {
        return Stream.of(properties)
                .map(property -> values(node, property))
                .filter(values -> !values.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Node> values(Node node, Property property) {
        return Vocabulary.values(data, node, property);
    }
}
