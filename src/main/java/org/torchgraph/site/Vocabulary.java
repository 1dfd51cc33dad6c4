package org.torchgraph.site;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * The terms that a publication defines.
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

    /**
     * One class or property.
     *
     * @param node the term
     * @param name what follows the namespace
     * @param labels literals in all languages
     * @param definitions literals in all languages
     * @param types what OWL says it is, besides a class
     * @param parents classes or properties that it specialises
     * @param domains classes of what has it
     * @param ranges classes of its values
     */
    public record Term(
            Node node,
            String name,
            List<Node> labels,
            List<Node> definitions,
            List<Node> types,
            List<Node> parents,
            List<Node> domains,
            List<Node> ranges) {}

    /** All subjects of a graph whose IRI begins with the namespace, and the ontology that the namespace is of. */
    public static Vocabulary of(Graph data, String namespace) {
        List<Term> terms = data.stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                .map(Triple::getSubject)
                .filter(node -> node.isURI() && node.getURI().startsWith(namespace))
                .distinct()
                .map(node -> term(data, node, node.getURI().substring(namespace.length())))
                .filter(term -> !term.name().isEmpty())
                .sorted(Comparator.comparing((Term term) -> term.name().toLowerCase(Locale.ROOT)))
                .toList();
        Node ontology = NodeFactory.createURI(namespace.replaceFirst("[#/]$", ""));
        return new Vocabulary(
                values(data, ontology, DCTerms.title.asNode()),
                values(data, ontology, DCTerms.description.asNode()),
                values(data, ontology, OWL.versionInfo.asNode()).stream()
                        .findFirst()
                        .map(Node::getLiteralLexicalForm)
                        .orElse(""),
                terms.stream().filter(Vocabulary::isClass).toList(),
                terms.stream().filter(term -> !isClass(term)).toList());
    }

    private static boolean isClass(Term term) {
        return term.types().stream().anyMatch(CLASSES::contains);
    }

    private static Term term(Graph data, Node node, String name) {
        List<Node> definitions = values(data, node, SKOS.definition.asNode());
        return new Term(
                node,
                name,
                values(data, node, RDFS.label.asNode()),
                definitions.isEmpty() ? values(data, node, RDFS.comment.asNode()) : definitions,
                values(data, node, RDF.type.asNode()),
                List.copyOf(joined(
                        values(data, node, RDFS.subClassOf.asNode()), values(data, node, RDFS.subPropertyOf.asNode()))),
                values(data, node, RDFS.domain.asNode()),
                values(data, node, RDFS.range.asNode()));
    }

    private static List<Node> joined(List<Node> one, List<Node> two) {
        return Stream.concat(one.stream(), two.stream()).filter(Node::isURI).toList();
    }

    private static List<Node> values(Graph data, Node subject, Node property) {
        return G.listSP(data, subject, property).stream()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }
}
