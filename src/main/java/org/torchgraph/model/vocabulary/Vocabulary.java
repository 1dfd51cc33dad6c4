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
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.torchgraph.rdf.TermTypes;
import org.torchgraph.rdf.TripleSource;

/**
 * The terms that a publication defines, in any namespace, and their usage.
 *
 * @param sections the ontologies with their terms, that of the publication's own namespace first
 * @param described the ontologies, also those without terms
 */
public record Vocabulary(List<OntologySection> sections, Set<Node> described) {
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

    /** The values of the status of a term (vs:term_status) that mean that it should no longer be used. */
    private static final Set<String> FORMER = Set.of("deprecated", "archaic", "obsolete");

    private static final Node STATUS =
            NodeFactory.createURI("http://www.w3.org/2003/06/sw-vocab-status/ns#term_status");

    /**
     * Collects the classes and properties that a graph describes, and everything else that it describes in the
     * publication's own namespace.
     */
    public static Vocabulary of(TripleSource data, String namespace) {
        Set<Node> own = data.counted()
                .map(counts -> Stream.concat(
                                counts.parts()
                                        .filter(part -> isIn(namespace, part)
                                                && data.contains(part, RDF.type.asNode(), Node.ANY)),
                                TermTypes.all()
                                        .flatMap(type -> data.subjects(RDF.type.asNode(), type))
                                        .filter(Node::isURI))
                        .collect(Collectors.toSet()))
                .orElseGet(() -> data.find(Node.ANY, RDF.type.asNode(), Node.ANY)
                        .filter(triple -> isIn(namespace, triple.getSubject())
                                || triple.getSubject().isURI() && TermTypes.contains(triple.getObject()))
                        .map(Triple::getSubject)
                        .collect(Collectors.toSet()));
        Map<Node, String> names = names(own, namespace);
        TermReader reader = new TermReader(data, own);
        List<VocabularyTerm> terms = own.stream()
                .map(node -> reader.term(node, names.get(node)))
                .sorted(Comparator.comparing(
                                (VocabularyTerm term) -> term.name().toLowerCase(Locale.ROOT))
                        .thenComparing(term -> term.node().getURI()))
                .toList();
        Set<Node> ontologies = ontologies(data, namespace);
        return new Vocabulary(OntologySection.all(data, ontologies, terms, namespace), ontologies);
    }

    /** Returns all classes. */
    public List<VocabularyTerm> classes() {
        return sections.stream().flatMap(section -> section.classes().stream()).toList();
    }

    /** Returns all properties. */
    public List<VocabularyTerm> properties() {
        return sections.stream()
                .flatMap(section -> section.properties().stream())
                .toList();
    }

    /** Returns whether a graph describes a node as a class or a property. */
    public static boolean isTerm(TripleSource data, Node node) {
        return data.find(node, RDF.type.asNode(), Node.ANY).anyMatch(triple -> TermTypes.contains(triple.getObject()));
    }

    /** Returns the ontologies that are described, and that of the publication's own namespace if anything is. */
    private static Set<Node> ontologies(TripleSource data, String namespace) {
        Node own = NodeFactory.createURI(namespace.replaceFirst("[#/]$", ""));
        return Stream.concat(
                        Stream.of(own).filter(node -> data.contains(node, Node.ANY, Node.ANY)),
                        data.subjects(RDF.type.asNode(), OWL.Ontology.asNode()).filter(Node::isURI))
                .collect(Collectors.toSet());
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
        return sections.stream().flatMap(OntologySection::named).distinct().toList();
    }

    /**
     * Returns all statements about the ontologies, their terms and whatever else is in a namespace, with the blank
     * nodes that they lead to.
     */
    public Set<Triple> triples(TripleSource data, String namespace) {
        Set<Node> subjects = new HashSet<>(described);
        Stream.concat(classes().stream(), properties().stream())
                .map(VocabularyTerm::node)
                .forEach(subjects::add);
        data.counted()
                .map(counts -> counts.parts())
                .orElseGet(() -> data.find().map(Triple::getSubject))
                .filter(subject -> subject.isURI() && subject.getURI().startsWith(namespace))
                .forEach(subjects::add);
        Set<Triple> triples = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(subjects);
        while (!open.isEmpty()) {
            data.find(open.pop(), Node.ANY, Node.ANY).forEach(triple -> {
                triples.add(triple);
                if (triple.getObject().isBlank() && subjects.add(triple.getObject())) {
                    open.push(triple.getObject());
                }
            });
        }
        return triples;
    }

    static boolean isIn(String namespace, Node node) {
        return node.isURI()
                && node.getURI().startsWith(namespace)
                && node.getURI().length() > namespace.length();
    }

    static boolean isClass(VocabularyTerm term) {
        return isClass(term.types());
    }

    static boolean isClass(List<Node> types) {
        return types.stream().anyMatch(TermTypes::isOfClasses);
    }

    /** Returns the mappings of a term to terms that are not among some. */
    static List<VocabularyTerm.Alignment> alignments(TripleSource data, Node node, Set<Node> own) {
        return ALIGNING.stream()
                .flatMap(property -> values(data, node, property).stream()
                        .filter(other -> other.isURI() && !own.contains(other))
                        .map(other -> new VocabularyTerm.Alignment(property.asNode(), other)))
                .toList();
    }

    /** Returns whether the data say that a term should no longer be used. */
    static boolean isDeprecated(TripleSource data, Node node, List<Node> types) {
        return types.contains(OWL2.DeprecatedClass.asNode())
                || types.contains(OWL2.DeprecatedProperty.asNode())
                || values(data, node, OWL2.deprecated).stream()
                        .anyMatch(value -> value.isLiteral()
                                && value.getLiteralLexicalForm().matches("true|1"))
                || data.objects(node, STATUS)
                        .anyMatch(value -> value.isLiteral()
                                && FORMER.contains(value.getLiteralLexicalForm().toLowerCase(Locale.ROOT)));
    }

    static List<Node> values(TripleSource data, Node subject, Property property) {
        return data.objects(subject, property.asNode())
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }
}
