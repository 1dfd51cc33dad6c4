package org.torchgraph.export.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.sparql.util.Closure;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VCARD4;
import org.apache.jena.vocabulary.VOID;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.export.DumpFormats;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Labels;
import org.torchgraph.model.catalogue.Version;
import org.torchgraph.model.catalogue.Versions;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.settings.Website;
import org.torchgraph.question.Questions;
import org.torchgraph.rdf.TripleCounts;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.routes.SiteRoute;

/**
 * The description of a dataset version: the editors' catalogue entry completed by what can be counted.
 *
 * @see <a href="https://semiceu.github.io/DCAT-AP/releases/3.0.1/">DCAT-AP 3, to which it conforms</a>
 */
public final class Catalogue {
    /** The namespaces of descriptions and query examples: VoID, its extension, SHACL. */
    public static final Set<String> VOCABULARIES =
            Set.of(VOID.NS, "http://ldf.fi/void-ext#", "http://www.w3.org/ns/shacl#");

    private static final Property HAS_VERSION = ResourceFactory.createProperty(DCAT.NS, "hasVersion");
    private static final Property HAS_CURRENT_VERSION = ResourceFactory.createProperty(DCAT.NS, "hasCurrentVersion");

    /** Properties whose values the catalogue shares with the dataset, its only content. */
    private static final List<Property> OF_THE_CATALOGUE = List.of(
            DCTerms.title,
            DCTerms.description,
            DCTerms.publisher,
            DCTerms.license,
            DCTerms.language,
            DCTerms.spatial,
            DCTerms.issued,
            DCTerms.modified);

    /** Properties whose values are described in the document too, if the data describe them. */
    private static final List<Property> DESCRIBED =
            List.of(DCAT.contactPoint, DCTerms.language, DCTerms.spatial, DCTerms.temporal);

    /** Properties whose values are concepts, which DCAT-AP expects with their preferred labels. */
    private static final List<Property> CONCEPTS =
            List.of(DCAT.theme, ResourceFactory.createProperty(DumpDistribution.AVAILABILITY));

    private final Model model = ModelFactory.createDefaultModel();
    private final Resource dataset;
    private final String base;

    private Catalogue(String base, Resource dataset) {
        this.base = base;
        this.dataset = model.createResource(dataset.getURI());
    }

    /**
     * Describes a dataset version.
     *
     * @param entry the IRI of the dataset in the editors' catalogue, if they keep one
     * @param dumpFormats the formats of its dumps
     * @param publication the publication
     * @param snapshot the dataset version
     * @param questions its saved questions
     */
    public static Catalogue of(
            Publication publication,
            Snapshot snapshot,
            Questions questions,
            Optional<Node> entry,
            DumpFormats dumpFormats) {
        String base = publication.base();
        TripleSource data = snapshot.whole().union();
        Model all = ModelFactory.createModelForGraph(data.asGraph());
        Resource dataset = all.createResource(entry.map(Node::getURI).orElse(SiteRoute.DATASET.iri(base)));
        Catalogue catalogue = new Catalogue(base, dataset);
        DatasetStatistics statistics = DatasetStatistics.of(base, snapshot);
        catalogue.copyEntry(all, dataset, publication, data);
        catalogue.set(publication.settings().website());
        catalogue.complete(snapshot.version(), statistics);
        catalogue.copyVersions(all, Versions.of(data, entry), snapshot.version());
        new VoidStatistics(catalogue.model, SiteRoute.VOID.iri(base), publication.prefixes())
                .say(statistics, data.size(), catalogue.dataset, base);
        QueryExamples.say(questions.all(), base, catalogue.model);
        dumpFormats.formats().forEach(format -> new DumpDistribution(format)
                .say(catalogue.dataset, base, publication.settings().website().dumpName()));
        Profile.keep(catalogue.model);
        return catalogue;
    }

    /** Returns the description without sizes and checksums of dumps. */
    public Graph graph() {
        return model.getGraph();
    }

    /** Returns the description with size and checksum of the dumps written so far. */
    public List<Triple> with(List<DumpFile> ready) {
        Model sizes = ModelFactory.createDefaultModel();
        ready.forEach(file -> new DumpDistribution(file.format()).say(file, sizes.createResource(dataset.getURI())));
        return ModelFactory.createUnion(model, sizes).getGraph().find().toList();
    }

    /** Copies the statements about the dataset, its parts, the values of {@link #DESCRIBED} and its publisher. */
    private void copyEntry(Model all, Resource entry, Publication publication, TripleSource data) {
        model.add(Closure.closure(entry, false));
        Stream<Node> subjects = data.counted().map(TripleCounts::parts).orElseGet(data::subjects);
        subjects.filter(subject -> subject.isURI() && subject.getURI().startsWith(entry.getURI() + "#"))
                .forEach(part -> model.add(Closure.closure(all.createResource(part.getURI()), false)));
        for (Property property : DESCRIBED) {
            model.listObjectsOfProperty(property)
                    .filterKeep(RDFNode::isURIResource)
                    .mapWith(RDFNode::asResource)
                    .toList()
                    .forEach(value -> model.add(Closure.closure(all.createResource(value.getURI()), false)));
        }
        CONCEPTS.forEach(property -> model.listObjectsOfProperty(property)
                .filterKeep(RDFNode::isURIResource)
                .mapWith(RDFNode::asResource)
                .toList()
                .forEach(concept -> labels(concept, data, publication)
                        .forEach(label -> model.add(concept, SKOS.prefLabel, model.asRDFNode(label))
                                .add(concept, RDF.type, SKOS.Concept))));
        entry.listProperties(DCTerms.publisher)
                .filterKeep(statement -> statement.getObject().isResource())
                .forEachRemaining(statement -> {
                    model.add(statement.getResource().listProperties());
                    model.add(statement.getResource(), RDF.type, FOAF.Agent);
                    // DCAT-AP expects the name of an agent in this property.
                    labels(statement.getResource(), data, publication)
                            .forEach(name -> model.add(statement.getResource(), FOAF.name, model.asRDFNode(name)));
                });
    }

    private static List<Node> labels(Resource named, TripleSource data, Publication publication) {
        Node node = named.asNode();
        return Labels.of(List.of(node), data, publication).byNode().getOrDefault(node, List.of());
    }

    /** Copies the records of versions and adds the digest of the version described here. */
    private void copyVersions(Model all, Versions versions, String digest) {
        versions.recorded().forEach(version -> {
            Resource record = model.createResource(version.iri().getURI());
            model.add(all.createResource(record.getURI()).listProperties());
            dataset.addProperty(HAS_VERSION, record);
        });
        versions.current().ifPresent(version -> {
            dataset.addProperty(HAS_CURRENT_VERSION, model.asRDFNode(version.iri()));
            version.notes().forEach(note -> dataset.addProperty(Version.NOTES, model.asRDFNode(note)));
            model.createResource(version.iri().getURI()).addProperty(OWL.versionInfo, digest);
        });
        versions.previous().ifPresent(earlier -> dataset.addProperty(Version.PREVIOUS, model.asRDFNode(earlier)));
    }

    /** Adds what the owner sets of the site where the data say nothing of it. */
    private void set(Website site) {
        if (!dataset.hasProperty(DCTerms.title)) {
            site.titles().forEach(title -> dataset.addProperty(DCTerms.title, model.asRDFNode(title)));
        }
        if (!dataset.hasProperty(DCTerms.license)) {
            site.licence().ifPresent(licence -> dataset.addProperty(DCTerms.license, model.asRDFNode(licence)));
        }
        if (!dataset.hasProperty(DCAT.contactPoint)) {
            site.contact()
                    .ifPresent(contact -> dataset.addProperty(
                            DCAT.contactPoint,
                            part("contact")
                                    .addProperty(
                                            contact.getURI().startsWith("mailto:") ? VCARD4.hasEmail : VCARD4.hasURL,
                                            model.asRDFNode(contact))));
        }
    }

    private void complete(String version, DatasetStatistics statistics) {
        dataset.addProperty(RDF.type, DCAT.Dataset).addProperty(RDF.type, VOID.Dataset);
        // DCAT-AP requires both; a publication without a catalogue is named by its base.
        byDefault(dataset, DCTerms.title, "Dataset of " + base);
        byDefault(dataset, DCTerms.description, "All that is published under " + base + ".");
        if (!dataset.hasProperty(DCTerms.language)) {
            statistics.languages().forEach(tag -> dataset.addProperty(DCTerms.language, tag));
        }
        dataset.addProperty(VOID.uriSpace, base)
                .addProperty(VOID.sparqlEndpoint, model.createResource(SiteRoute.SPARQL.iri(base)))
                .addProperty(OWL.versionInfo, version);
        Resource service = part("sparql")
                .addProperty(RDF.type, DCAT.DataService)
                .addProperty(DCAT.endpointURL, model.createResource(SiteRoute.SPARQL.iri(base)))
                .addProperty(DCAT.endpointDescription, model.createResource(SiteRoute.SPARQL.iri(base)))
                .addProperty(DCAT.servesDataset, dataset);
        copy(dataset, DCTerms.title, service, !service.hasProperty(DCTerms.title));
        Resource catalog = part("catalog")
                .addProperty(RDF.type, DCAT.Catalog)
                .addProperty(DCAT.dataset, dataset)
                .addProperty(DCAT.service, service);
        for (Property property : OF_THE_CATALOGUE) {
            copy(dataset, property, catalog, !catalog.hasProperty(property));
        }
        if (!catalog.hasProperty(DCTerms.issued)) {
            copy(dataset, DCTerms.created, DCTerms.issued, catalog);
        }
        if (!catalog.hasProperty(FOAF.homepage)) {
            catalog.addProperty(FOAF.homepage, model.createResource(base));
        }
        model.createResource(SiteRoute.VOID.iri(base))
                .addProperty(RDF.type, VOID.DatasetDescription)
                .addProperty(FOAF.primaryTopic, dataset);
    }

    private Resource part(String name) {
        return model.createResource(dataset.getURI() + "#" + name);
    }

    private static void byDefault(Resource subject, Property property, String english) {
        if (!subject.hasProperty(property)) {
            subject.addProperty(property, english, Language.EN.tag());
        }
    }

    private static void copy(Resource from, Property property, Resource to, boolean wanted) {
        if (wanted) {
            copy(from, property, property, to);
        }
    }

    private static void copy(Resource from, Property property, Property as, Resource to) {
        List<RDFNode> values = from.listProperties(property)
                .mapWith(statement -> statement.getObject())
                .toList();
        values.forEach(value -> to.addProperty(as, value));
    }
}
