package org.torchgraph.export.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * Adapts values to DCAT-AP: literals of editors become IRIs, and values get the class that DCAT-AP expects.
 *
 * @see <a href="https://semiceu.github.io/DCAT-AP/releases/3.0.1/">DCAT-AP 3.0.1</a>
 */
final class Profile {
    static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";

    private static final Map<Property, Resource> RANGES = Map.ofEntries(
            Map.entry(DCTerms.language, DCTerms.LinguisticSystem),
            Map.entry(DCTerms.license, DCTerms.LicenseDocument),
            Map.entry(DCTerms.rights, DCTerms.RightsStatement),
            Map.entry(DCTerms.accessRights, DCTerms.RightsStatement),
            Map.entry(DCTerms.conformsTo, ResourceFactory.createResource(DCTerms.NS + "Standard")),
            Map.entry(DCTerms.spatial, DCTerms.Location),
            Map.entry(DCTerms.temporal, DCTerms.PeriodOfTime),
            Map.entry(DCTerms.accrualPeriodicity, DCTerms.Frequency),
            Map.entry(DCTerms.provenance, DCTerms.ProvenanceStatement),
            Map.entry(DCTerms.format, DCTerms.MediaTypeOrExtent),
            Map.entry(DCAT.mediaType, DCTerms.MediaType),
            Map.entry(DCAT.landingPage, FOAF.Document),
            Map.entry(FOAF.homepage, FOAF.Document),
            Map.entry(FOAF.page, FOAF.Document),
            Map.entry(DCTerms.creator, FOAF.Agent),
            Map.entry(DCTerms.publisher, FOAF.Agent),
            Map.entry(DCAT.contactPoint, ResourceFactory.createResource("http://www.w3.org/2006/vcard/ns#Kind")));

    private Profile() {}

    /** Returns the language of a tag in the table of the EU Publications Office, which uses ISO 639-3 codes. */
    static Optional<Resource> language(String tag) {
        try {
            String code = Locale.forLanguageTag(tag.replace('_', '-')).getISO3Language();
            return code.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            ResourceFactory.createResource(AUTHORITY + "language/" + code.toUpperCase(Locale.ROOT)));
        } catch (MissingResourceException noSuchLanguage) {
            return Optional.empty();
        }
    }

    /** Replaces language tags by IRIs, drops those that name no language, and adds the class of each value. */
    static void keep(Model model) {
        List<Statement> tagged = model.listStatements(null, DCTerms.language, (RDFNode) null)
                .filterKeep(statement -> statement.getObject().isLiteral())
                .toList();
        for (Statement statement : tagged) {
            language(statement.getString())
                    .ifPresent(iri -> statement.getSubject().addProperty(DCTerms.language, iri));
            model.remove(statement);
        }
        RANGES.forEach((property, type) -> model.listObjectsOfProperty(property)
                .filterKeep(RDFNode::isResource)
                .toList()
                .forEach(thing -> thing.asResource().addProperty(RDF.type, type)));
    }
}
