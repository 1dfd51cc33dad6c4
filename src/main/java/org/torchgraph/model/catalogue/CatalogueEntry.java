package org.torchgraph.model.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VCARD4;
import org.apache.jena.vocabulary.VOID;
import org.torchgraph.publication.settings.Website;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.routes.SiteRoute;

/**
 * The description of a dataset by its editors.
 *
 * @param dataset its IRI; empty if the data describe no dataset, and then everything else is empty too
 * @param release the version that its editors gave it ({@code dcat:version}), or an empty text
 * @param issued the date of that version, a literal, see {@link Versions#issued()}
 * @param names short names ({@code skos:prefLabel}), else the titles, as literals
 * @param titles its titles, as literals
 * @param descriptions its descriptions, as literals
 * @param notes notes on its limits ({@code skos:scopeNote}), as literals
 * @param licence its licence
 * @param contact an IRI by which its editors are reached
 * @param publisher its publisher
 * @param creators who created it ({@code dct:creator})
 * @param persons those of them who are persons
 * @param examples things to start from ({@code void:exampleResource})
 * @param starters names of the saved queries to start from
 */
public record CatalogueEntry(
        Optional<Node> dataset,
        String release,
        Optional<Node> issued,
        List<Node> names,
        List<Node> titles,
        List<Node> descriptions,
        List<Node> notes,
        Optional<Node> licence,
        Optional<Node> contact,
        Optional<Node> publisher,
        List<Node> creators,
        List<Node> persons,
        List<Node> examples,
        List<String> starters) {

    private static final List<Node> PERSONS = Stream.of(
                    "http://xmlns.com/foaf/0.1/Person",
                    "http://schema.org/Person",
                    "https://schema.org/Person",
                    "http://www.w3.org/ns/prov#Person",
                    "http://www.w3.org/2006/vcard/ns#Individual")
            .map(NodeFactory::createURI)
            .toList();

    /** Reads the entry of the dataset whose {@code void:uriSpace} is the base. */
    public static CatalogueEntry of(TripleSource data, String base) {
        Optional<Node> dataset = Version.dataset(data, base);
        List<Node> titles = literals(data, dataset, DCTerms.title);
        List<Node> names = literals(data, dataset, SKOS.prefLabel);
        List<Node> examples = things(data, dataset, VOID.exampleResource);
        String questions = SiteRoute.QUESTION.iri(base);
        return new CatalogueEntry(
                dataset,
                dataset.flatMap(found -> Version.text(data, found, Version.NAME))
                        .orElse(""),
                Versions.of(data, dataset).issued(),
                names.isEmpty() ? titles : names,
                titles,
                literals(data, dataset, DCTerms.description),
                literals(data, dataset, SKOS.scopeNote),
                things(data, dataset, DCTerms.license).stream().findFirst(),
                objects(data, dataset, DCAT.contactPoint)
                        .flatMap(point -> Stream.of(VCARD4.hasEmail, VCARD4.hasURL)
                                .flatMap(way -> data.objects(point, way.asNode())))
                        .filter(Node::isURI)
                        .findFirst(),
                agents(data, dataset, DCTerms.publisher).findFirst(),
                agents(data, dataset, DCTerms.creator).toList(),
                Stream.of(DCTerms.publisher, DCTerms.creator)
                        .flatMap(property -> agents(data, dataset, property))
                        .filter(agent ->
                                PERSONS.stream().anyMatch(type -> data.contains(agent, RDF.type.asNode(), type)))
                        .toList(),
                examples.stream()
                        .filter(example -> !example.getURI().startsWith(questions))
                        .toList(),
                examples.stream()
                        .map(Node::getURI)
                        .filter(example -> example.startsWith(questions))
                        .map(example -> example.substring(questions.length()))
                        .toList());
    }

    /** Returns the entry with the name and contact of the site, and with its title and licence if it has none. */
    public CatalogueEntry of(Website site) {
        return new CatalogueEntry(
                dataset,
                release,
                issued,
                site.titles().isEmpty() ? names : site.titles(),
                titles.isEmpty() ? site.titles() : titles,
                descriptions,
                notes,
                licence.or(site::licence),
                site.contact().or(() -> contact),
                publisher,
                creators,
                persons,
                examples,
                starters);
    }

    private static List<Node> literals(TripleSource data, Optional<Node> subject, Property property) {
        return subject.map(found -> Version.literals(data, found, property)).orElse(List.of());
    }

    private static Stream<Node> agents(TripleSource data, Optional<Node> subject, Property property) {
        return objects(data, subject, property).sorted(Comparator.comparing(Node::toString));
    }

    /** Returns all who created or published the dataset. */
    public List<Node> agents() {
        return Stream.concat(creators.stream(), publisher.stream()).distinct().toList();
    }

    private static List<Node> things(TripleSource data, Optional<Node> subject, Property property) {
        return objects(data, subject, property)
                .filter(Node::isURI)
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }

    private static Stream<Node> objects(TripleSource data, Optional<Node> subject, Property property) {
        return subject.stream().flatMap(thing -> data.objects(thing, property.asNode()));
    }
}
