package org.torchgraph.export.catalogue;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.torchgraph.export.Format;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.messages.Language;
import org.torchgraph.routes.SiteRoute;

/** Describes a dump as a distribution of the dataset, {@code <dataset#ttl>} for Turtle. */
record DumpDistribution(Format format) {
    private static final String SPDX = "http://spdx.org/rdf/terms#";
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

    /** The planned availability of a distribution (DCAT-AP). */
    static final String AVAILABILITY = "http://data.europa.eu/r5r/availability";

    void say(Resource dataset, String base, String dumpName) {
        Model model = dataset.getModel();
        Resource file = model.createResource(SiteRoute.DUMP.iri(base) + format.fileName(dumpName));
        Resource distribution = distribution(dataset)
                .addProperty(RDF.type, DCAT.Distribution)
                .addProperty(DCAT.accessURL, file)
                .addProperty(DCAT.downloadURL, file)
                .addProperty(DCAT.mediaType, model.createResource(MEDIA_TYPES + format.mediaType()))
                .addProperty(DCTerms.format, model.createResource(Profile.AUTHORITY + "file-type/" + fileType()))
                .addProperty(DCTerms.title, format.label());
        for (Language language : InterfaceLanguages.BUNDLED.all()) {
            String description =
                    language.messages().say(format.holdsGraphs() ? "dump.apart" : "dump.merged", format.label());
            distribution.addProperty(DCTerms.description, description, language.tag());
        }
        List<Statement> licences = dataset.listProperties(DCTerms.license).toList();
        licences.forEach(licence -> distribution.addProperty(DCTerms.license, licence.getObject()));
        dataset.addProperty(DCAT.distribution, distribution).addProperty(VOID.dataDump, file);
    }

    private String fileType() {
        return switch (format) {
            case TURTLE -> "RDF_TURTLE";
            case JSONLD -> "JSON_LD";
            case NTRIPLES -> "RDF_N_TRIPLES";
            case RDFXML -> "RDF_XML";
            case TRIG -> "RDF_TRIG";
            case NQUADS -> "RDF_N_QUADS";
        };
    }

    void say(DumpFile file, Resource dataset) {
        Model model = dataset.getModel();
        distribution(dataset)
                .addProperty(
                        DCAT.byteSize,
                        model.createTypedLiteral(Long.toString(file.bytes()), XSDDatatype.XSDnonNegativeInteger))
                .addProperty(
                        spdx("checksum"),
                        model.createResource(dataset.getURI() + "#" + format.suffix() + "-sha256", spdx("Checksum"))
                                .addProperty(spdx("algorithm"), spdx("checksumAlgorithm_sha256"))
                                .addProperty(
                                        spdx("checksumValue"),
                                        model.createTypedLiteral(file.sha256(), XSDDatatype.XSDhexBinary)));
    }

    private Resource distribution(Resource dataset) {
        return dataset.getModel().createResource(dataset.getURI() + "#" + format.suffix());
    }

    private static Property spdx(String name) {
        return ResourceFactory.createProperty(SPDX, name);
    }
}
