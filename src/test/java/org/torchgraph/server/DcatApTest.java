package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.torchgraph.kit.DcatAp;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.ZonesExtract;

/** The description of the dataset keeps the mandatory part of DCAT-AP 3, and what would not keep it is told. */
class DcatApTest {
    private static final String LANGUAGES = "http://publications.europa.eu/resource/authority/language/";
    private static final Property AVAILABILITY =
            ResourceFactory.createProperty("http://data.europa.eu/r5r/availability");

    private static Graph description;

    @BeforeAll
    static void describe() {
        try (TestSite site = ZonesExtract.site()) {
            description = description(site);
        }
    }

    private static Graph description(TestSite site) {
        return RDFParser.fromString(site.get("/dataset.nt").body(), Lang.NTRIPLES)
                .toGraph();
    }

    /** A row of the specification, and the class that it is of. */
    record Row(Node shape, Node path, Node of) {
        @Override
        public String toString() {
            return shape.getURI();
        }
    }

    static Stream<Row> rows() {
        return DcatAp.SHAPES.stream(Node.ANY, SHACL.property, Node.ANY)
                .map(row -> new Row(
                        row.getObject(),
                        G.getOneSP(DcatAp.SHAPES, row.getObject(), SHACL.path),
                        G.getOneSP(DcatAp.SHAPES, row.getSubject(), SHACL.targetClass)));
    }

    @Test
    void this_publication_keeps_all_of_it() {
        assertThat(DcatAp.faults(description)).isEmpty();
        assertThat(rows().filter(row -> description.contains(Node.ANY, RDF.type.asNode(), row.of())))
                .as("rows that are not kept for want of a thing to keep them")
                .hasSizeGreaterThanOrEqualTo(11);
    }

    @Test
    void this_publication_says_what_is_recommended_and_by_things_of_the_right_kind() {
        assertThat(DcatAp.faults(DcatAp.VALUES, description)).isEmpty();
        Map<Resource, List<Property>> recommended = Map.of(
                DCAT.Dataset,
                List.of(
                        DCAT.contactPoint,
                        DCAT.keyword,
                        DCAT.theme,
                        DCTerms.spatial,
                        DCTerms.temporal,
                        DCTerms.language),
                DCAT.Catalog,
                List.of(DCTerms.issued, DCTerms.modified, DCTerms.language, FOAF.homepage, DCTerms.license),
                DCAT.Distribution,
                List.of(DCTerms.format, DCTerms.description, DCTerms.license, AVAILABILITY),
                DCAT.DataService,
                List.of(DCAT.endpointDescription, DCAT.servesDataset));
        recommended.forEach((type, properties) -> description.stream(Node.ANY, RDF.type.asNode(), type.asNode())
                .map(Triple::getSubject)
                .forEach(thing -> properties.forEach(
                        property -> assertThat(description.contains(thing, property.asNode(), Node.ANY))
                                .as("%s of %s", property, thing)
                                .isTrue())));
        assertThat(languages(description)).containsExactlyInAnyOrder("ENG", "ZHO");
    }

    /** By their codes in the table of the Publications Office. */
    private static List<String> languages(Graph description) {
        return description.stream(Node.ANY, DCTerms.language.asNode(), Node.ANY)
                .map(Triple::getObject)
                .distinct()
                .map(language -> language.getURI().replace(LANGUAGES, ""))
                .toList();
    }

    @Test
    void languages_are_things_whatever_the_editors_wrote(@TempDir Path root) {
        PublicationFolder folder = PublicationFolder.in(root)
                .turtle(
                        "data/catalog.ttl",
                        """
                        PREFIX dcat: <http://www.w3.org/ns/dcat#>
                        PREFIX vcard: <http://www.w3.org/2006/vcard/ns#>
                        <dataset> a dcat:Dataset ; void:uriSpace "http://example.org/" ; dct:title "Kites"@en ;
                            dct:language "de-AT" , "ja" , "zh-Hant-TW" , "yue" , "en_GB" , "grc" , "mul" , "x-own" , "Klingon!" ,
                                <http://lexvo.org/id/iso639-3/swa> ;
                            dcat:contactPoint [ a vcard:Organization ; vcard:hasEmail <mailto:kites@example.org> ] ;
                            dct:temporal [ dcat:startDate "1999"^^xsd:gYear ] .
                        """);
        try (TestSite site = TestSite.of(folder.read(), TestSite.seconds(10))) {
            Graph described = description(site);
            assertThat(languages(described))
                    .containsExactlyInAnyOrder(
                            "DEU", "JPN", "ZHO", "YUE", "ENG", "GRC", "MUL", "http://lexvo.org/id/iso639-3/swa");
            assertThat(DcatAp.faults(DcatAp.VALUES, described)).isEmpty();
            assertThat(described.contains(
                            Node.ANY,
                            NodeFactory.createURI("http://www.w3.org/2006/vcard/ns#hasEmail"),
                            NodeFactory.createURI("mailto:kites@example.org")))
                    .isTrue();
            assertThat(described.contains(Node.ANY, DCAT.startDate.asNode(), Node.ANY))
                    .isTrue();
        }
    }

    @Test
    void a_catalogue_that_names_no_language_has_those_of_its_texts(@TempDir Path root) {
        PublicationFolder folder = PublicationFolder.in(root)
                .turtle("data/a.ttl", "<id/a> a ex:T ; rdfs:label \"Drachen\"@de , \"cerf-volant\"@fr-CA .");
        try (TestSite site = TestSite.of(folder.read(), TestSite.seconds(10))) {
            assertThat(languages(description(site))).containsExactlyInAnyOrder("ENG", "DEU", "FRA");
        }
    }

    @Test
    void a_value_of_the_wrong_kind_is_a_fault_of_the_shapes() {
        for (Property property : List.of(
                DCTerms.language, DCAT.theme, DCTerms.spatial, DCTerms.temporal, DCAT.contactPoint, DCTerms.format)) {
            Graph mutilated = whole();
            Triple said = mutilated.stream(Node.ANY, property.asNode(), Node.ANY)
                    .findFirst()
                    .orElseThrow();
            mutilated.add(said.getSubject(), property.asNode(), NodeFactory.createLiteralString("no thing"));
            assertThat(DcatAp.faults(DcatAp.VALUES, mutilated))
                    .as(property.getURI())
                    .isNotEmpty();
        }
    }

    private static Graph whole() {
        Graph whole = GraphFactory.createDefaultGraph();
        Stream.of(description, DcatAp.OTHER_CLASSES).forEach(part -> part.find().forEach(whole::add));
        return whole;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_thing_without_a_property_is_a_fault(Row row) {
        Graph mutilated = whole();
        assertThat(DcatAp.faults(mutilated)).isEmpty();
        Node thing = mutilated.stream(Node.ANY, RDF.type.asNode(), row.of())
                .map(Triple::getSubject)
                .findFirst()
                .orElseThrow();
        mutilated.remove(thing, row.path(), Node.ANY);
        assertThat(DcatAp.faults(mutilated)).contains(new DcatAp.Fault(thing, row.shape()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_value_of_another_kind_is_a_fault(Row row) {
        Graph mutilated = whole();
        Triple said = mutilated.stream(Node.ANY, RDF.type.asNode(), row.of())
                .flatMap(thing -> mutilated.stream(thing.getSubject(), row.path(), Node.ANY))
                .findFirst()
                .orElseThrow();
        mutilated.delete(said);
        mutilated.add(
                said.getSubject(),
                row.path(),
                said.getObject().isLiteral()
                        ? NodeFactory.createURI("http://example.org/no-literal")
                        : NodeFactory.createLiteralString("no thing"));
        assertThat(DcatAp.faults(mutilated)).contains(new DcatAp.Fault(said.getSubject(), row.shape()));
    }

    @Test
    void a_publication_without_a_catalogue_lacks_only_its_publisher(@TempDir Path root) {
        PublicationFolder folder = PublicationFolder.in(root).turtle("data/a.ttl", "<id/a> a ex:T .");
        try (TestSite site = TestSite.of(folder.read(), TestSite.seconds(10))) {
            assertThat(DcatAp.faults(description(site)))
                    .extracting(fault -> fault.row().getURI())
                    .containsExactly("http://example.org/dcat-ap#Catalogue-publisher");
        }
    }
}
