package org.torchgraph.export.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.torchgraph.routes.SiteRoute;

/**
 * Writes {@link DatasetStatistics} in VoID. Each partition is a part of the document whose IRI is made of the terms
 * counted, so that it is the same in each version.
 *
 * @see <a href="https://www.w3.org/TR/void/#statistics">VoID §4.6, and §4.5 and §5 for partitions and linksets</a>
 */
final class VoidStatistics {
    /** The namespace of a VoID extension for the datatypes of objects. */
    private static final String EXTENSION = "http://ldf.fi/void-ext#";

    private final Model model;
    private final String document;
    private final PrefixMap prefixes;

    VoidStatistics(Model model, String document, PrefixMap prefixes) {
        this.model = model;
        this.document = document;
        this.prefixes = prefixes;
    }

    void say(DatasetStatistics statistics, long triples, Resource dataset, String base) {
        dataset.addProperty(VOID.triples, number(triples))
                .addProperty(VOID.entities, number(statistics.entities()))
                .addProperty(VOID.distinctSubjects, number(statistics.subjects()))
                .addProperty(VOID.distinctObjects, number(statistics.objects()))
                .addProperty(VOID.properties, number(statistics.properties().size()))
                .addProperty(VOID.classes, number(statistics.classes().size()));
        statistics
                .properties()
                .forEach((property, uses) -> dataset.addProperty(
                        VOID.propertyPartition,
                        part("p", property)
                                .addProperty(VOID.property, model.asRDFNode(property))
                                .addProperty(VOID.triples, number(uses))));
        statistics
                .classes()
                .forEach((type, members) -> dataset.addProperty(VOID.classPartition, classPart(type, members)));
        statistics
                .graphs()
                .forEach((name, size) -> dataset.addProperty(
                        VOID.subset,
                        resource(name).addProperty(RDF.type, VOID.Dataset).addProperty(VOID.triples, number(size))));
        statistics.links().forEach((link, size) -> linkset(link, size, dataset));
        String ontology = SiteRoute.VOCABULARY.iri(base);
        // The publication's own terms belong to its ontology, whose IRI has no fragment.
        statistics
                .vocabularies()
                .forEach(namespace -> dataset.addProperty(
                        VOID.vocabulary,
                        model.createResource(namespace.equals(ontology + "#") ? ontology : namespace)));
    }

    private Resource classPart(Node type, DatasetStatistics.ClassMembers members) {
        Resource partition = part("c", type)
                .addProperty(VOID._class, model.asRDFNode(type))
                .addProperty(VOID.entities, number(members.entities()))
                .addProperty(VOID.triples, number(members.triples()))
                .addProperty(VOID.properties, number(members.properties().size()));
        members.properties().forEach((property, uses) -> {
            Resource used = part("c", type, property)
                    .addProperty(VOID.property, model.asRDFNode(property))
                    .addProperty(VOID.triples, number(uses.triples()));
            partition.addProperty(VOID.propertyPartition, used);
            uses.classes()
                    .forEach((object, count) -> used.addProperty(
                            VOID.classPartition,
                            part("c", type, property, object)
                                    .addProperty(VOID._class, model.asRDFNode(object))
                                    .addProperty(VOID.triples, number(count))));
            uses.datatypes()
                    .forEach((datatype, count) -> used.addProperty(
                            extension("datatypePartition"),
                            part("c", type, property, datatype)
                                    .addProperty(extension("datatype"), model.asRDFNode(datatype))
                                    .addProperty(VOID.triples, number(count))));
        });
        return partition;
    }

    private void linkset(DatasetStatistics.LinksetKey link, long size, Resource dataset) {
        Resource target = part("site", link.target())
                .addProperty(RDF.type, VOID.Dataset)
                .addProperty(VOID.uriSpace, link.target());
        dataset.addProperty(
                VOID.subset,
                part("links", link.target(), name(link.predicate()))
                        .addProperty(RDF.type, VOID.Linkset)
                        .addProperty(VOID.subjectsTarget, dataset)
                        .addProperty(VOID.objectsTarget, target)
                        .addProperty(VOID.linkPredicate, model.asRDFNode(link.predicate()))
                        .addProperty(VOID.triples, number(size)));
    }

    private Resource part(String kind, Node... terms) {
        String[] names = new String[terms.length];
        for (int i = 0; i < terms.length; i++) {
            names[i] = name(terms[i]);
        }
        return part(kind, names);
    }

    private Resource part(String kind, String... names) {
        StringBuilder fragment = new StringBuilder(kind);
        for (String name : names) {
            fragment.append('/').append(name.replaceFirst("^https?://", "").replaceFirst("/$", ""));
        }
        return model.createResource(document + "#" + fragment);
    }

    private String name(Node term) {
        String shortened = term.isURI() ? prefixes.abbreviate(term.getURI()) : null;
        return shortened != null && shortened.matches("[A-Za-z0-9._:-]+")
                ? shortened.replace(':', '-')
                : UUID.nameUUIDFromBytes(term.toString().getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    private Resource resource(Node node) {
        return model.asRDFNode(node).asResource();
    }

    private static Property extension(String name) {
        return ResourceFactory.createProperty(EXTENSION, name);
    }

    private Literal number(long count) {
        return model.createTypedLiteral(Long.toString(count), XSDDatatype.XSDinteger);
    }
}
