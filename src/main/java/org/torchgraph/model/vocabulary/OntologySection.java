package org.torchgraph.model.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.DC_11;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.torchgraph.rdf.TripleSource;

/**
 * An ontology with the terms that it defines, or the terms of a namespace that no ontology defines.
 *
 * @param node the ontology, or the namespace
 * @param own whether the terms are in the publication's own namespace
 * @param titles its titles, literals
 * @param descriptions its descriptions, literals
 * @param release its version, or an empty text
 * @param facts what else is stated of it
 * @param classes the classes by name
 * @param properties the properties by name
 */
public record OntologySection(
        Node node,
        boolean own,
        List<Node> titles,
        List<Node> descriptions,
        String release,
        List<OntologyFact> facts,
        List<VocabularyTerm> classes,
        List<VocabularyTerm> properties) {

    /**
     * Values that are stated of an ontology.
     *
     * @param key the message key of the property
     * @param values the values
     */
    public record OntologyFact(String key, List<Node> values) {}

    /** Returns the ontologies that have terms, the publication's own first, then by title. */
    static List<OntologySection> all(
            TripleSource data, Set<Node> ontologies, List<VocabularyTerm> terms, String namespace) {
        Node own = NodeFactory.createURI(namespace.replaceFirst("[#/]$", ""));
        Map<Node, List<VocabularyTerm>> homes = new LinkedHashMap<>();
        terms.forEach(term -> homes.computeIfAbsent(home(data, ontologies, term.node(), own), none -> new ArrayList<>())
                .add(term));
        if (ontologies.size() == 1) {
            // The only ontology has all terms that are described with it.
            homes.clear();
            homes.put(ontologies.iterator().next(), terms);
        } else if (terms.isEmpty()) {
            homes.put(own, terms);
        }
        return homes.entrySet().stream()
                .map(home -> of(data, home.getKey(), isOwn(home.getValue(), namespace), home.getValue()))
                .sorted(Comparator.comparing((OntologySection section) -> !section.own())
                        .thenComparing(section -> section.titles().stream()
                                .map(Node::getLiteralLexicalForm)
                                .findFirst()
                                .orElse(section.node().getURI()))
                        .thenComparing(section -> section.node().getURI()))
                .toList();
    }

    private static boolean isOwn(List<VocabularyTerm> terms, String namespace) {
        return terms.stream().anyMatch(term -> Vocabulary.isIn(namespace, term.node()));
    }

    /** Returns the ontology that defines a term: as the term states it, else by its IRI; else its namespace. */
    private static Node home(TripleSource data, Set<Node> ontologies, Node term, Node own) {
        String iri = term.getURI();
        if (iri.startsWith(own.getURI() + "#")) {
            return own;
        }
        Optional<Node> stated = data.objects(term, RDFS.isDefinedBy.asNode())
                .filter(ontologies::contains)
                .min(Comparator.comparing(Node::getURI));
        Optional<Node> within = ontologies.stream()
                .filter(ontology -> isWithin(ontology.getURI(), iri))
                .max(Comparator.comparing((Node ontology) -> ontology.getURI().length()));
        return stated.or(() -> within)
                .orElseGet(() -> NodeFactory.createURI(iri.replaceFirst("(?<=[#/:])[^#/:]*$", "")));
    }

    private static boolean isWithin(String ontology, String iri) {
        String folder = ontology.matches(".*[#/]")
                ? ontology
                : iri.startsWith(ontology + "#") ? ontology + "#" : ontology + "/";
        return iri.startsWith(folder) && iri.indexOf('/', folder.length()) < 0;
    }

    private static OntologySection of(TripleSource data, Node node, boolean own, List<VocabularyTerm> terms) {
        return new OntologySection(
                node,
                own,
                texts(data, node, DCTerms.title, DC_11.title, RDFS.label),
                texts(data, node, DCTerms.description, DC_11.description, RDFS.comment),
                texts(data, node, OWL.versionInfo).stream()
                        .findFirst()
                        .map(Node::getLiteralLexicalForm)
                        .orElse(""),
                Stream.of(
                                fact(data, node, "version-iri", OWL2.versionIRI),
                                fact(data, node, "prior-version", OWL2.priorVersion),
                                fact(data, node, "imports", OWL2.imports),
                                fact(data, node, "creators", DCTerms.creator, DC_11.creator),
                                fact(data, node, "modified", DCTerms.modified),
                                fact(data, node, "licence", DCTerms.license, DCTerms.rights))
                        .filter(fact -> !fact.values().isEmpty())
                        .toList(),
                terms.stream().filter(Vocabulary::isClass).toList(),
                terms.stream().filter(term -> !Vocabulary.isClass(term)).toList());
    }

    private static OntologyFact fact(TripleSource data, Node node, String key, Property... properties) {
        return new OntologyFact(
                key,
                Stream.of(properties)
                        .flatMap(property -> Vocabulary.values(data, node, property).stream())
                        .filter(value -> !value.isBlank())
                        .distinct()
                        .toList());
    }

    /** Returns the texts of the first property that has any. */
    private static List<Node> texts(TripleSource data, Node node, Property... properties) {
        return Stream.of(properties)
                .map(property -> Vocabulary.values(data, node, property).stream()
                        .filter(Node::isLiteral)
                        .toList())
                .filter(values -> !values.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Returns all terms, the classes first. */
    public List<VocabularyTerm> terms() {
        return Stream.concat(classes.stream(), properties.stream()).toList();
    }

    /** Returns the nodes that are shown of it, but for its terms. */
    Stream<Node> headNodes() {
        return Stream.concat(Stream.of(node), facts.stream().flatMap(fact -> fact.values().stream()));
    }

    Stream<Node> named() {
        return Stream.concat(
                headNodes(), terms().stream().flatMap(term -> Stream.concat(Stream.of(term.node()), term.named())));
    }
}
