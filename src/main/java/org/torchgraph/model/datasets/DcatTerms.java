package org.torchgraph.model.datasets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VCARD4;
import org.torchgraph.model.datasets.DatasetCatalogue.CatalogueFile;
import org.torchgraph.model.datasets.DatasetCatalogue.CatalogueItem;
import org.torchgraph.model.datasets.DatasetCatalogue.Contact;
import org.torchgraph.rdf.TripleSource;

/**
 * Reads what a catalogue states of its datasets.
 *
 * @param data the statements
 */
record DcatTerms(TripleSource data) {
    private static final int MAX_FILES = 50;

    CatalogueItem item(Node node) {
        List<Node> files = values(node, DCAT.distribution);
        return new CatalogueItem(
                node,
                texts(node, DCTerms.description, RDFS.comment),
                values(node, DCTerms.publisher),
                values(node, DCTerms.issued),
                values(node, DCTerms.modified),
                of(node, DCTerms.license, DCTerms.rights),
                values(node, DCAT.theme),
                texts(node, DCAT.keyword),
                of(node, DCAT.endpointURL, DCAT.landingPage),
                files.stream().limit(MAX_FILES).map(this::file).toList(),
                Math.max(0, files.size() - MAX_FILES),
                contacts(node));
    }

    private CatalogueFile file(Node node) {
        return new CatalogueFile(
                node,
                texts(node, DCTerms.title, RDFS.label),
                of(node, DCTerms.format, DCAT.mediaType),
                values(node, DCAT.byteSize).stream()
                        .filter(Node::isLiteral)
                        .findFirst()
                        .orElse(null),
                of(node, DCTerms.license, DCTerms.rights),
                values(node, DCAT.downloadURL),
                values(node, DCAT.accessURL));
    }

    List<Contact> contacts(Node node) {
        return values(node, DCAT.contactPoint).stream().map(this::contact).toList();
    }

    private Contact contact(Node node) {
        List<Node> mail = of(node, VCARD4.hasEmail, FOAF.mbox, VCARD4.email).stream()
                .map(value -> value.isBlank()
                        ? values(value, VCARD4.hasValue).stream().findFirst().orElse(value)
                        : value)
                .filter(value -> !value.isBlank())
                .toList();
        return new Contact(
                node,
                texts(node, VCARD4.fn, VCARD4.organization_name, FOAF.name, RDFS.label),
                mail,
                of(node, VCARD4.hasURL, FOAF.homepage));
    }

    /** Returns the values of the first of some properties that has any. */
    private List<Node> of(Node subject, Property... properties) {
        return Stream.of(properties)
                .map(property -> values(subject, property))
                .filter(values -> !values.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Node> texts(Node subject, Property... properties) {
        return Stream.of(properties)
                .map(property -> values(subject, property).stream()
                        .filter(Node::isLiteral)
                        .toList())
                .filter(values -> !values.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    List<Node> values(Node subject, Property property) {
        if (subject.isLiteral() || subject.isTripleTerm()) {
            return List.of();
        }
        List<Node> values = new ArrayList<>(
                data.objects(subject, property.asNode()).distinct().toList());
        values.sort(Comparator.comparing(Node::toString));
        return values;
    }
}
