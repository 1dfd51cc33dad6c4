package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.torchgraph.kit.DcatAp;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** The description of the dataset keeps the mandatory part of DCAT-AP 3, and what would not keep it is told. */
class DcatApTest {
    private static Graph description;

    @BeforeAll
    static void describe() {
        try (TestSite site = TestSite.ofThisCheckout()) {
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
