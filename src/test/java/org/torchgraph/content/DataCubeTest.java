package org.torchgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.query.ParameterizedSparqlString;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.OWL2;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.torchgraph.kit.Checkout;

/** The constraints IC-1 to IC-21 of the Data Cube vocabulary, asked of this publication as it is written. */
class DataCubeTest {
    private static final Path FOLDER = Path.of("src/test/resources/data-cube");
    private static final Property PARENT_CHILD =
            ResourceFactory.createProperty("http://purl.org/linked-data/cube#parentChildProperty");

    private static Model publication;

    @BeforeAll
    static void read() {
        publication = ModelFactory.createDefaultModel();
        Checkout.read().quads().forEach(quad -> publication.getGraph().add(quad.asTriple()));
    }

    static List<String> constraints() {
        return IntStream.rangeClosed(1, 21)
                .mapToObj(number -> String.format("ic-%02d", number))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("constraints")
    void this_publication_keeps_the_constraint(String name) {
        assertThat(isBroken(name, publication)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("constraints")
    void a_cube_with_the_fault_breaks_the_constraint(String name) {
        assertThat(isBroken(
                        name, RDFDataMgr.loadModel(FOLDER.resolve(name + ".ttl").toString())))
                .isTrue();
    }

    /** A constraint with the variable {@code ?link} is asked for each property of a hierarchy, as the standard says. */
    private static boolean isBroken(String name, Model cube) {
        String constraint = text(FOLDER.resolve(name + ".rq"));
        return constraint.contains("?link")
                ? links(cube).stream().anyMatch(link -> ask(constraint, link, cube))
                : ask(constraint, null, cube);
    }

    private static boolean ask(String constraint, String link, Model cube) {
        ParameterizedSparqlString asked = new ParameterizedSparqlString(constraint);
        if (link != null) {
            asked.setIri("link", link);
        }
        try (QueryExecution run = QueryExecutionFactory.create(asked.asQuery(), cube)) {
            return run.execAsk();
        }
    }

    private static List<String> links(Model cube) {
        return cube.listObjectsOfProperty(PARENT_CHILD).toList().stream()
                .map(RDFNode::asResource)
                .map(link -> link.isAnon() ? link.getPropertyResourceValue(OWL2.inverseOf) : link)
                .map(Resource::getURI)
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
