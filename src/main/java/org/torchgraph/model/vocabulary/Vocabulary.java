package org.torchgraph.model.vocabulary;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.torchgraph.rdf.TripleSource;

/**
 * The terms that a publication defines, in any namespace, and their usage.
 *
 * @param ontologies the ontologies that define the terms
 * @param titles the title of the ontology, literals
 * @param descriptions the description of the ontology, literals
 * @param release the version of the ontology, or an empty text
 * @param classes the classes by name
 * @param properties the properties by name
 */
public record Vocabulary(
        Set<Node> ontologies,
        List<Node> titles,
        List<Node> descriptions,
        String release,
        List<VocabularyTerm> classes,
        List<VocabularyTerm> properties) {
    private static final Set<Node> CLASSES = Set.of(OWL.Class.asNode(), RDFS.Class.asNode(), RDFS.Datatype.asNode());
    private static final Set<Node> PROPERTIES = Set.of(
            RDF.Property.asNode(),
            OWL.ObjectProperty.asNode(),
            OWL.DatatypeProperty.asNode(),
            OWL.AnnotationProperty.asNode());
    private static final List<Property> ALIGNING = List.of(
            OWL.equivalentClass,
            OWL.equivalentProperty,
            RDFS.subClassOf,
            RDFS.subPropertyOf,
            SKOS.exactMatch,
            SKOS.closeMatch,
            SKOS.broadMatch,
            SKOS.narrowMatch,
            SKOS.relatedMatch);

    /**
     * Collects the classes and properties that a graph describes, and everything else that it describes in the
     * publication's own namespace.
     */
    public static Vocabulary of(TripleSource data, String namespace) {
        List<Constraint> constraints = Constraint.in(data);
        Set<Node> own = data.counted()
                .map(counts -> Stream.concat(
                                counts.parts()
                                        .filter(part -> isIn(namespace, part)
                                                && data.contains(part, RDF.type.asNode(), Node.ANY)),
                                termTypes()
                                        .flatMap(type -> data.subjects(RDF.type.asNode(), type))
                                        .filter(Node::isURI))
                        .collect(Collectors.toSet()))
                .orElseGet(() -> data.find(Node.ANY, RDF.type.asNode(), Node.ANY)
                        .filter(triple -> isIn(namespace, triple.getSubject())
                                || triple.getSubject().isURI() && isTermType(triple.getObject()))
                        .map(Triple::getSubject)
                        .collect(Collectors.toSet()));
        Map<Node, String> names = names(own, namespace);
        List<VocabularyTerm> terms = own.stream()
                .map(node -> term(data, node, names.get(node), own, constraints))
                .sorted(Comparator.comparing(
                                (VocabularyTerm term) -> term.name().toLowerCase(Locale.ROOT))
                        .thenComparing(term -> term.node().getURI()))
                .toList();
        Set<Node> ontologies = ontologies(data, namespace);
        return new Vocabulary(
                ontologies,
                ofOne(data, ontologies, DCTerms.title, RDFS.label),
                ofOne(data, ontologies, DCTerms.description, RDFS.comment),
                ofOne(data, ontologies, OWL.versionInfo).stream()
                        .findFirst()
                        .map(Node::getLiteralLexicalForm)
                        .orElse(""),
                terms.stream().filter(Vocabulary::isClass).toList(),
                terms.stream().filter(term -> !isClass(term)).toList());
    }

    /** Returns whether a graph describes a node as a class or a property. */
    public static boolean isTerm(TripleSource data, Node node) {
        return data.find(node, RDF.type.asNode(), Node.ANY).anyMatch(triple -> isTermType(triple.getObject()));
    }

    /** Returns the classes of classes and properties. */
    static Stream<Node> termTypes() {
        return Stream.concat(CLASSES.stream(), PROPERTIES.stream());
    }

    private static boolean isTermType(Node type) {
        return CLASSES.contains(type) || PROPERTIES.contains(type);
    }

    /** Returns the ontology of the publication's own namespace, or else all ontologies. */
    private static Set<Node> ontologies(TripleSource data, String namespace) {
        Node own = NodeFactory.createURI(namespace.replaceFirst("[#/]$", ""));
        return data.contains(own, Node.ANY, Node.ANY)
                ? Set.of(own)
                : data.subjects(RDF.type.asNode(), OWL.Ontology.asNode())
                        .filter(Node::isURI)
                        .collect(Collectors.toSet());
    }

    /** Returns the values of the first property that has any; empty if there are several ontologies. */
    private static List<Node> ofOne(TripleSource data, Set<Node> ontologies, Property... properties) {
        return ontologies.size() != 1
                ? List.of()
                : Stream.of(properties)
                        .map(property -> values(data, ontologies.iterator().next(), property).stream()
                                .filter(Node::isLiteral)
                                .toList())
                        .filter(values -> !values.isEmpty())
                        .findFirst()
                        .orElse(List.of());
    }

    /** Returns the local names of terms; of two equal ones the second by IRI gets a number. */
    private static Map<Node, String> names(Set<Node> terms, String namespace) {
        Map<Node, String> names = new HashMap<>();
        Set<String> taken = new HashSet<>();
        terms.stream()
                .sorted(Comparator.comparing((Node node) -> !isIn(namespace, node))
                        .thenComparing(Node::getURI))
                .forEach(node -> {
                    String name = isIn(namespace, node)
                            ? node.getURI().substring(namespace.length())
                            : node.getURI().replaceFirst(".*[#/:](?=.)", "");
                    String free = name;
                    for (int number = 2; !taken.add(free); number++) {
                        free = name + "-" + number;
                    }
                    names.put(node, free);
                });
        return names;
    }

    /** Returns all nodes that the page shows, so that their labels can be looked up. */
    public List<Node> named() {
        return Stream.concat(classes.stream(), properties.stream())
                .flatMap(term -> Stream.concat(Stream.of(term.node()), term.named()))
                .distinct()
                .toList();
    }

    /**
     * Returns all statements about the ontologies, their terms and whatever else is in a namespace, with the blank
     * nodes that they lead to.
     */
    public Set<Triple> triples(TripleSource data, String namespace) {
        Set<Node> described = new HashSet<>(ontologies);
        Stream.concat(classes.stream(), properties.stream())
                .map(VocabularyTerm::node)
                .forEach(described::add);
        data.counted()
                .map(counts -> counts.parts())
                .orElseGet(() -> data.find().map(Triple::getSubject))
                .filter(subject -> subject.isURI() && subject.getURI().startsWith(namespace))
                .forEach(described::add);
        Set<Triple> triples = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(described);
        while (!open.isEmpty()) {
            data.find(open.pop(), Node.ANY, Node.ANY).forEach(triple -> {
                triples.add(triple);
                if (triple.getObject().isBlank() && described.add(triple.getObject())) {
                    open.push(triple.getObject());
                }
            });
        }
        return triples;
    }

    private static boolean isIn(String namespace, Node node) {
        return node.isURI()
                && node.getURI().startsWith(namespace)
                && node.getURI().length() > namespace.length();
    }

    private static boolean isClass(VocabularyTerm term) {
        return term.types().stream().anyMatch(CLASSES::contains);
    }

    private static VocabularyTerm term(
            TripleSource data, Node node, String name, Set<Node> own, List<Constraint> constraints) {
        List<Node> definitions = values(data, node, SKOS.definition);
        List<Node> types = values(data, node, RDF.type);
        boolean type = types.stream().anyMatch(CLASSES::contains);
        return new VocabularyTerm(
                node,
                name,
                values(data, node, RDFS.label),
                definitions.isEmpty() ? values(data, node, RDFS.comment) : definitions,
                types,
                Stream.of(RDFS.subClassOf, RDFS.subPropertyOf)
                        .flatMap(property -> values(data, node, property).stream())
                        .filter(own::contains)
                        .toList(),
                ALIGNING.stream()
                        .flatMap(property -> values(data, node, property).stream()
                                .filter(other -> other.isURI() && !own.contains(other))
                                .map(other -> new VocabularyTerm.Alignment(property.asNode(), other)))
                        .toList(),
                values(data, node, RDFS.domain).stream().filter(Node::isURI).toList(),
                values(data, node, RDFS.range).stream().filter(Node::isURI).toList(),
                Axiom.of(data, node),
                UsageExamples.count(data, node, type),
                UsageExamples.of(data, node, type),
                constraints.stream()
                        .filter(constraint -> constraint.concerns(node))
                        .toList(),
                values(data, node, OWL2.deprecated).stream()
                        .anyMatch(value -> value.isLiteral()
                                && value.getLiteralLexicalForm().matches("true|1")),
                values(data, node, DCTerms.isReplacedBy));
    }

    static List<Node> values(TripleSource data, Node subject, Property property) {
        return data.objects(subject, property.asNode())
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }
}
