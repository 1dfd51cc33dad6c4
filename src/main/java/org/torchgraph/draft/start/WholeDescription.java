package org.torchgraph.draft.start;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIs;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.DC_11;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.torchgraph.rdf.TripleSource;

/**
 * What data say of themselves as a whole, by their one ontology, thesaurus, catalogue or dataset; those within the base
 * come before any other.
 *
 * @param whole the one that has a title; empty if there is none, or more than one of its kind
 * @param titles its titles
 * @param licences the licences that are stated of it, else of the dataset whose base the data state
 */
record WholeDescription(Optional<Node> whole, List<Node> titles, List<Node> licences) {
    private static final List<Node> KINDS = List.of(
            OWL2.Ontology.asNode(),
            SKOS.ConceptScheme.asNode(),
            DCAT.Catalog.asNode(),
            VOID.Dataset.asNode(),
            DCAT.Dataset.asNode(),
            uri("http://purl.org/linked-data/cube#DataSet"),
            uri("https://schema.org/Dataset"),
            uri("http://schema.org/Dataset"));

    private static final List<Node> TITLES = List.of(
            DCTerms.title.asNode(),
            DC_11.title.asNode(),
            RDFS.label.asNode(),
            SKOS.prefLabel.asNode(),
            uri("https://schema.org/name"),
            uri("http://schema.org/name"));

    private static final List<Node> LICENCES = List.of(
            DCTerms.license.asNode(),
            uri("http://creativecommons.org/ns#license"),
            uri("https://schema.org/license"),
            uri("http://schema.org/license"),
            uri("http://www.w3.org/1999/xhtml/vocab#license"));

    /** @param dataset the only one whose base the data state; empty if there is none */
    static WholeDescription of(TripleSource data, String base, Optional<Node> dataset) {
        List<List<Node>> byKind = KINDS.stream()
                .map(kind -> data.subjects(RDF.type.asNode(), kind)
                        .distinct()
                        .filter(Node::isURI)
                        .filter(one -> !titles(data, one).isEmpty())
                        .toList())
                .filter(ofKind -> !ofKind.isEmpty())
                .toList();
        List<List<Node>> within = byKind.stream()
                .map(ofKind ->
                        ofKind.stream().filter(one -> isWithin(one, base)).toList())
                .filter(ofKind -> !ofKind.isEmpty())
                .toList();
        Optional<Node> whole = (within.isEmpty() ? byKind : within)
                .stream().findFirst().filter(ofKind -> ofKind.size() == 1).map(List::getFirst);
        return new WholeDescription(
                whole,
                whole.map(one -> titles(data, one)).orElse(List.of()),
                Stream.concat(whole.stream(), dataset.stream())
                        .map(one -> licences(data, one))
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .orElse(List.of()));
    }

    /** Returns whether an IRI lies below a base, or is the base without its last character. */
    private static boolean isWithin(Node thing, String base) {
        String iri = thing.getURI();
        return iri.startsWith(base) || base.equals(iri + "#") || base.equals(iri + "/");
    }

    private static List<Node> titles(TripleSource data, Node thing) {
        return TITLES.stream()
                .map(property -> data.objects(thing, property)
                        .filter(Node::isLiteral)
                        .distinct()
                        .sorted(NodeCmp::compareRDFTerms)
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Node> licences(TripleSource data, Node thing) {
        return LICENCES.stream()
                .flatMap(property -> data.objects(thing, property))
                .flatMap(WholeDescription::iri)
                .distinct()
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }

    /** Returns a value that is an IRI, or a text that is one. */
    private static Stream<Node> iri(Node value) {
        if (!value.isLiteral()) {
            return Stream.of(value).filter(Node::isURI);
        }
        String text = value.getLiteralLexicalForm();
        try {
            return text.startsWith("http") && IRIs.resolve(text).equals(text) ? Stream.of(uri(text)) : Stream.empty();
        } catch (IRIException words) {
            return Stream.empty();
        }
    }

    private static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
