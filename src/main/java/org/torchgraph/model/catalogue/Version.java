package org.torchgraph.model.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.VOID;
import org.torchgraph.rdf.TripleSource;

/**
 * A version of a dataset as the data record it.
 *
 * @param iri the IRI of the record
 * @param name the editors' version number, or an empty text
 * @param digest the dataset version; the newest record does not hold its own
 * @param issued the lexical form of its date
 * @param titles the titles, literals
 * @param notes the changes since the previous version, literals
 * @param previous the IRI of the previous version
 */
public record Version(
        Node iri,
        String name,
        Optional<String> digest,
        Optional<String> issued,
        List<Node> titles,
        List<Node> notes,
        Optional<Node> previous) {

    public static final Property NAME = ResourceFactory.createProperty(DCAT.NS, "version");
    public static final Property OF = ResourceFactory.createProperty(DCAT.NS, "isVersionOf");
    public static final Property PREVIOUS = ResourceFactory.createProperty(DCAT.NS, "previousVersion");
    public static final Property NOTES = ResourceFactory.createProperty("http://www.w3.org/ns/adms#", "versionNotes");

    static Version of(TripleSource data, Node iri) {
        return new Version(
                iri,
                text(data, iri, NAME).orElse(""),
                text(data, iri, OWL2.versionInfo),
                text(data, iri, DCTerms.issued),
                literals(data, iri, DCTerms.title),
                literals(data, iri, NOTES),
                data.objects(iri, PREVIOUS.asNode()).filter(Node::isURI).min(Comparator.comparing(Node::getURI)));
    }

    /** Returns the lexical form of the alphabetically first literal. */
    static Optional<String> text(TripleSource data, Node subject, Property property) {
        return literals(data, subject, property).stream()
                .map(Node::getLiteralLexicalForm)
                .findFirst();
    }

    static List<Node> literals(TripleSource data, Node subject, Property property) {
        return data.objects(subject, property.asNode())
                .filter(Node::isLiteral)
                .sorted(Comparator.comparing(Node::getLiteralLexicalForm))
                .toList();
    }

    /** Returns the dataset of the publication, whose {@code void:uriSpace} in the catalogue is the base. */
    public static Optional<Node> dataset(TripleSource data, String base) {
        return data.subjects(VOID.uriSpace.asNode(), NodeFactory.createLiteralString(base))
                .filter(Node::isURI)
                .min(Comparator.comparing(Node::getURI));
    }
}
