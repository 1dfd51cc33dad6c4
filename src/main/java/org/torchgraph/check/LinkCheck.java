package org.torchgraph.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Locator;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.routes.SiteRoute;

/**
 * Finds IRIs under the base that are used but not described. An undeclared term is an error if the publication declares
 * other terms in its namespace; any other dangling link is a warning, because an excerpt of a larger dataset has many.
 */
final class LinkCheck {
    private static final Set<Node> DECLARING = Stream.of(
                    OWL.Class,
                    OWL.ObjectProperty,
                    OWL.DatatypeProperty,
                    OWL.AnnotationProperty,
                    RDF.Property,
                    RDFS.Class,
                    RDFS.Datatype)
            .map(Resource::asNode)
            .collect(Collectors.toSet());

    /** The classes of things that are no terms. */
    private static final Set<Node> OF_THINGS = Set.of(SKOS.Concept.asNode(), OWL2.NamedIndividual.asNode());

    private final CheckedData data;
    private final TripleSource union;
    private final Locator places;
    private final Set<Node> graphs;
    private final Set<String> declared;
    /** The namespaces in which there are things besides terms. */
    private final Set<String> mixed;
    /** The IRIs that are not described, each with a statement that uses it. */
    private final Map<Node, Triple> dangling = new HashMap<>();

    LinkCheck(CheckedData data) {
        this.data = data;
        this.union = data.union();
        this.places = data.places();
        this.graphs = data.snapshot().graphNames().collect(Collectors.toSet());
        this.declared = namespaces(DECLARING);
        this.mixed = namespaces(OF_THINGS);
        data.examined().forEach(triple -> Stream.of(triple.getPredicate(), triple.getObject())
                .filter(this::leadsNowhere)
                .forEach(node -> dangling.merge(node, triple, CheckedData::first)));
    }

    /** Returns the undeclared terms in a namespace whose terms the publication declares. */
    List<Finding> undeclaredTerms(Finding.Severity severity) {
        return findings(this::isTerm, severity);
    }

    /** Returns the other links that lead nowhere. */
    List<Finding> danglingLinks(Finding.Severity severity) {
        return findings(node -> !isTerm(node), severity);
    }

    private List<Finding> findings(Predicate<Node> kind, Finding.Severity severity) {
        return dangling.entrySet().stream()
                .filter(entry -> kind.test(entry.getKey()))
                .map(entry -> {
                    Triple use = entry.getValue();
                    return new Finding(
                                    places.find(use.getSubject(), use.getPredicate(), use.getObject()),
                                    severity,
                                    Message.of(Code.LINK_TO_NOTHING, entry.getKey()))
                            .about(use.getSubject());
                })
                .toList();
    }

    private boolean leadsNowhere(Node node) {
        if (!node.isURI() || !data.paths().owns(node.getURI())) {
            return false;
        }
        String rest = data.relative(node.getURI());
        return !rest.isEmpty()
                && !data.settings().web().bases().contains(rest)
                && !SiteRoute.isAnswered(rest)
                && !graphs.contains(node)
                && !union.contains(node, Node.ANY, Node.ANY);
    }

    /**
     * Returns whether a node is used as a term, or can only be one, in a namespace whose terms the publication
     * declares. Where these are beside things, such as the concepts of a thesaurus, an IRI that is only linked to is
     * none.
     */
    private boolean isTerm(Node node) {
        return declared.contains(namespace(node))
                && (node.getURI().indexOf('#') >= 0 && !mixed.contains(namespace(node))
                        || union.contains(Node.ANY, node, Node.ANY)
                        || union.contains(Node.ANY, RDF.type.asNode(), node));
    }

    /** Returns the namespaces of what is of some classes. */
    private Set<String> namespaces(Set<Node> classes) {
        return classes.stream()
                .flatMap(kind -> union.subjects(RDF.type.asNode(), kind))
                .filter(Node::isURI)
                .map(LinkCheck::namespace)
                .collect(Collectors.toSet());
    }

    private static String namespace(Node term) {
        String iri = term.getURI();
        return iri.substring(0, Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }
}
