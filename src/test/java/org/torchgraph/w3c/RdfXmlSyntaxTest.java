package org.torchgraph.w3c;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;

/** The parser tests of RDF/XML, as W3C approved them; a document of the suite that the library lacks is not asked. */
class RdfXmlSyntaxTest {
    private static final String FOLDER = "/testcases/rdfxml/w3c-approved/";
    private static final String ADDRESS = "http://www.w3.org/2000/10/rdf-tests/rdfcore/";
    private static final String SCHEMA = "http://www.w3.org/2000/10/rdf-tests/rdfcore/testSchema#";
    private static final Pattern TO_FIRST_TAG =
            Pattern.compile("(?s)\\A(?:<!--.*?-->|[^<]|<[?!](?!--)[^<>\\[]*(?:\\[.*?\\])?[^<>]*>)*<[A-Za-z][\\w:.-]*");

    /** Ill-typed literals are faults, although they are read (docs/http.md says what serves in spite of that). */
    private static final List<String> ILL_TYPED = List.of("datatypes/test002.rdf");

    @TempDir
    private Path folder;

    private record Case(String document, Optional<String> result) {}

    @Test
    void negative_tests_are_refused() {
        List<Case> negative = cases("NegativeParserTest");

        assertThat(negative).hasSizeGreaterThan(35);
        assertThat(negative)
                .filteredOn(test -> read(test).faults().isEmpty())
                .as("of %d", negative.size())
                .isEmpty();
    }

    @Test
    void positive_tests_are_read_and_say_what_the_suite_says() {
        List<Case> positive = cases("PositiveParserTest");

        assertThat(positive).hasSizeGreaterThan(110);
        assertThat(positive)
                .filteredOn(test -> !read(test).faults().isEmpty())
                .extracting(Case::document)
                .as("of %d", positive.size())
                .isEqualTo(ILL_TYPED);
        assertThat(positive)
                .filteredOn(test -> test.result().isPresent())
                .filteredOn(test -> !said(read(test)).isIsomorphicWith(expected(test)))
                .isEmpty();
    }

    private static List<Case> cases(String kind) {
        Model manifest = ModelFactory.createDefaultModel();
        RDFDataMgr.read(manifest, stream("Manifest.rdf"), ADDRESS, Lang.RDFXML);
        return manifest.listSubjectsWithProperty(RDF.type, manifest.createResource(SCHEMA + kind)).toList().stream()
                .map(test -> new Case(
                        document(test, "inputDocument").orElse(""),
                        document(test, "outputDocument").filter(result -> result.endsWith(".nt"))))
                .filter(test -> !test.document().isEmpty() && stream(test.document()) != null)
                .toList();
    }

    private static Optional<String> document(Resource test, String property) {
        return test.listProperties(test.getModel().createProperty(SCHEMA, property)).toList().stream()
                .map(statement -> statement.getResource().getURI().substring(ADDRESS.length()))
                .sorted()
                .findFirst();
    }

    private static InputStream stream(String file) {
        return RdfXmlSyntaxTest.class.getResourceAsStream(FOLDER + file);
    }

    private static String text(String file) {
        try (InputStream content = stream(file)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Publication read(Case test) {
        try {
            Path file = folder.resolve("test.rdf");
            Files.writeString(file, based(text(test.document()), ADDRESS + test.document()));
            return PublicationReader.readFile(file);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Files of a publication have no base but the one that they give; those of the suite lean on their address. */
    private static String based(String xml, String address) {
        Matcher head = TO_FIRST_TAG.matcher(xml);
        boolean ownBase = head.find()
                && xml.substring(head.end(), xml.indexOf('>', head.end())).contains("xml:base");
        return ownBase
                ? xml
                : xml.substring(0, head.end()) + " xml:base=\"" + address + "\"" + xml.substring(head.end());
    }

    private static Graph said(Publication read) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        read.quads().map(Quad::asTriple).forEach(graph::add);
        return graph;
    }

    private static Graph expected(Case test) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(text(test.result().orElseThrow()), Lang.NTRIPLES).parse(graph);
        return graph;
    }
}
