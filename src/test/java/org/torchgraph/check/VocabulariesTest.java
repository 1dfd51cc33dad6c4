package org.torchgraph.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of terms that exist. */
class VocabulariesTest {
    private static final Path LISTS = Path.of("src/main/resources/org/torchgraph/check/rule/vocabularies");

    private final Graph terms = Vocabularies.terms();

    private boolean known(String iri) {
        return terms.contains(NodeFactory.createURI(iri), RDFS.isDefinedBy.asNode(), Node.ANY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.w3.org/2002/07/owl#Class",
                "http://www.w3.org/2004/02/skos/core#prefLabel",
                "http://www.w3.org/2001/XMLSchema#gYear",
                "http://www.w3.org/2001/XMLSchema#anySimpleType",
                "http://www.w3.org/ns/dcat#Dataset",
                "http://www.w3.org/ns/dcat#version",
                "http://www.w3.org/ns/shacl#uniqueLang",
                "http://xmlns.com/foaf/0.1/Agent",
                "http://data.europa.eu/eli/ontology#passed_by",
                "http://qudt.org/vocab/unit/PERCENT-PER-YR",
                "https://schema.org/Legislation"
            })
    void terms_that_exist_are_known(String iri) {
        assertThat(known(iri)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://data.europa.eu/eli/ontology#passedBy",
                "http://qudt.org/schema/qudt/unit",
                "http://www.w3.org/2004/02/skos/core#sameAs",
                "http://www.w3.org/2004/02/skos/core#",
                "http://example.org/def#Thing"
            })
    void made_up_terms_are_not(String iri) {
        assertThat(known(iri)).isFalse();
    }

    @Test
    void every_list_says_its_namespace_its_source_and_the_day_it_was_read() throws IOException {
        try (Stream<Path> files = Files.list(LISTS)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".txt", "")))
                    .containsExactlyInAnyOrderElementsOf(Vocabularies.LISTED);
        }
        for (String prefix : Vocabularies.LISTED) {
            List<String> head =
                    Files.readAllLines(LISTS.resolve(prefix + ".txt")).subList(0, 4);
            assertThat(head.get(1)).matches("# namespace: http\\S+[#/]");
            assertThat(head.get(2)).matches("# source: .+");
            assertThat(head.get(3)).matches("# read: \\d{4}-\\d{2}-\\d{2}");
        }
    }

    @Test
    void no_page_has_a_label_for_a_term_that_does_not_exist() {
        Graph labels = RDFParser.source("src/main/resources/org/torchgraph/model/naming/well-known.ttl")
                .toGraph();
        List<String> namespaces = terms
                .find(Node.ANY, RDFS.isDefinedBy.asNode(), Node.ANY)
                .mapWith(triple -> triple.getObject().getURI())
                .toList()
                .stream()
                .distinct()
                .toList();
        List<String> labelled = labels
                .find()
                .mapWith(triple -> triple.getSubject().getURI())
                .toList()
                .stream()
                .filter(iri -> namespaces.contains(iri.replaceAll("[^#/]*$", "")))
                .distinct()
                .toList();
        assertThat(labelled).hasSizeGreaterThan(150).allMatch(this::known);
    }
}
