package org.torchgraph.site.vocabulary;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * The terms that a publication defines, and how it uses them.
 *
 * @param titles literals
 * @param descriptions literals
 * @param release version of the ontology, or empty
 * @param classes by name
 * @param properties by name
 */
public record Vocabulary(
        List<Node> titles, List<Node> descriptions, String release, List<Term> classes, List<Term> properties) {
    private static final Set<Node> CLASSES = Set.of(OWL.Class.asNode(), RDFS.Class.asNode());
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

    /** All subjects of a graph whose IRI begins with the namespace, and the ontology that the namespace is of. */
    public static Vocabulary of(Graph data, String namespace) {
        List<Constraint> constraints = Constraint.in(data);
        List<Term> terms = data.stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                .map(Triple::getSubject)
                .filter(node -> isOwn(node, namespace))
                .distinct()
                .map(node -> term(data, node, namespace, constraints))
                .sorted(Comparator.comparing((Term term) -> term.name().toLowerCase(Locale.ROOT)))
                .toList();
        Node ontology = NodeFactory.createURI(namespace.replaceFirst("[#/]$", ""));
        return new Vocabulary(
                values(data, ontology, DCTerms.title),
                values(data, ontology, DCTerms.description),
                values(data, ontology, OWL.versionInfo).stream()
                        .findFirst()
                        .map(Node::getLiteralLexicalForm)
                        .orElse(""),
                terms.stream().filter(Vocabulary::isClass).toList(),
                terms.stream().filter(term -> !isClass(term)).toList());
    }

    /** All nodes that the page names. */
    public List<Node> named() {
        return Stream.concat(classes.stream(), properties.stream())
                .flatMap(term -> Stream.concat(Stream.of(term.node()), term.named()))
                .distinct()
                .toList();
    }

    private static boolean isOwn(Node node, String namespace) {
        return node.isURI()
                && node.getURI().startsWith(namespace)
                && node.getURI().length() > namespace.length();
    }

    private static boolean isClass(Term term) {
        return term.types().stream().anyMatch(CLASSES::contains);
    }

    private static Term term(Graph data, Node node, String namespace, List<Constraint> constraints) {
        List<Node> definitions = values(data, node, SKOS.definition);
        List<Node> types = values(data, node, RDF.type);
        boolean type = types.stream().anyMatch(CLASSES::contains);
        return new Term(
                node,
                node.getURI().substring(namespace.length()),
                values(data, node, RDFS.label),
                definitions.isEmpty() ? values(data, node, RDFS.comment) : definitions,
                types,
                Stream.of(RDFS.subClassOf, RDFS.subPropertyOf)
                        .flatMap(property -> values(data, node, property).stream())
                        .filter(parent -> isOwn(parent, namespace))
                        .toList(),
                ALIGNING.stream()
                        .flatMap(property -> values(data, node, property).stream()
                                .filter(other -> other.isURI() && !isOwn(other, namespace))
                                .map(other -> new Term.Alignment(property.asNode(), other)))
                        .toList(),
                values(data, node, RDFS.domain).stream().filter(Node::isURI).toList(),
                values(data, node, RDFS.range).stream().filter(Node::isURI).toList(),
                Axiom.of(data, node),
                type ? G.count(data, Node.ANY, RDF.type.asNode(), node) : G.count(data, Node.ANY, node, Node.ANY),
                Examples.of(data, node, type),
                constraints.stream()
                        .filter(constraint -> constraint.concerns(node))
                        .toList(),
                values(data, node, OWL2.deprecated).stream()
                        .anyMatch(value -> value.isLiteral()
                                && value.getLiteralLexicalForm().matches("true|1")),
                values(data, node, DCTerms.isReplacedBy));
    }

    static List<Node> values(Graph data, Node subject, Property property) {
        return G.listSP(data, subject, property.asNode()).stream()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }
}
