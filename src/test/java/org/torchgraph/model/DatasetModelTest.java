package org.torchgraph.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.model.catalogue.Version;
import org.torchgraph.publication.Publication;

class DatasetModelTest {
    private static final String BASE = PublicationFolder.BASE;

    @TempDir
    Path root;

    private Snapshot snapshot;

    private DatasetModel model(String turtle) {
        Publication publication =
                PublicationFolder.in(root).turtle("data/things.ttl", turtle).read();
        assertThat(publication.faults()).isEmpty();
        snapshot = MemoryDataset.of(publication).snapshot();
        return DatasetModel.of(BASE, publication.prefixes(), snapshot, publication.settings());
    }

    @Test
    void entry_is_that_of_the_dataset_whose_uri_space_is_the_base() {
        DatasetModel model = model(
                """
                <dataset> skos:prefLabel "Ex"@en ; dct:license <http://licence.example/> ; dct:publisher <id/us> ;
                  void:exampleResource <id/a> , <queries/first> .
                <other> dct:title "Another"@en ; dct:license <http://wrong.example/> .
                """);
        assertThat(model.entry().dataset()).contains(iri("dataset"));
        assertThat(model.entry().names())
                .extracting(Node::getLiteralLexicalForm)
                .containsExactly("Ex");
        assertThat(model.entry().titles())
                .extracting(Node::getLiteralLexicalForm)
                .containsExactly("Example");
        assertThat(model.entry().licence()).contains(NodeFactory.createURI("http://licence.example/"));
        assertThat(model.entry().publisher()).contains(iri("id/us"));
        assertThat(model.entry().examples()).containsExactly(iri("id/a"));
        assertThat(model.entry().starters()).containsExactly("first");
    }

    @Test
    void versions_are_in_the_order_in_which_one_follows_another() {
        DatasetModel model = model(
                """
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                <v/1> dcat:isVersionOf <dataset> ; dcat:version "1" ; dct:issued "2026-02-01"^^xsd:date .
                <v/2> dcat:isVersionOf <dataset> ; dcat:version "2" ; dcat:previousVersion <v/1> ;
                  dct:issued "2026-01-01"^^xsd:date .
                <v/x> dcat:isVersionOf <other> .
                """);
        assertThat(model.versions().recorded()).extracting(Version::iri).containsExactly(iri("v/2"), iri("v/1"));
    }

    @Test
    void things_of_a_subclass_are_counted_once_in_each_class_above_and_parts_of_things_not() {
        DatasetModel model = model(
                """
                ex:Tea rdfs:subClassOf ex:Drink . ex:Drink rdfs:subClassOf ex:Food .
                <id/a> a ex:Tea , ex:Drink . <id/b> a ex:Food . <id/a#part> a ex:Tea .
                """);
        assertThat(model.classes().get())
                .containsEntry(iri("def#Tea"), 1L)
                .containsEntry(iri("def#Drink"), 1L)
                .containsEntry(iri("def#Food"), 2L);
    }

    @Test
    void sources_are_counted_by_citation_and_by_evidence_the_most_cited_first() {
        DatasetModel model = model(
                """
                PREFIX oa: <http://www.w3.org/ns/oa#>
                <id/a> dct:source <source/one> , <source/two> . <e/1> oa:hasSource <source/two> .
                <source/two> skos:note "read twice"@en .
                """);
        assertThat(model.cited().get())
                .extracting(CitedSource::source)
                .containsExactly(iri("source/two"), iri("source/one"));
        assertThat(model.cited().get().get(0).citations()).isEqualTo(2);
        assertThat(model.cited().get().get(0).notes())
                .extracting(Node::getLiteralLexicalForm)
                .containsExactly("read twice");
    }

    @Test
    void a_withdrawn_thing_has_a_successor_and_a_deprecated_one_that_is_described_is_not_withdrawn() {
        DatasetModel model = model(
                """
                <id/gone> owl:deprecated true ; dct:isReplacedBy <id/z> , <id/new> .
                <id/old> owl:deprecated true ; a ex:Tea .
                """);
        assertThat(model.resources().isWithdrawn(iri("id/gone"))).isTrue();
        assertThat(model.resources().successor(iri("id/gone"))).contains(BASE + "id/new");
        assertThat(model.resources().isWithdrawn(iri("id/old"))).isFalse();
        assertThat(model.resources().successor(iri("id/old"))).isEmpty();
    }

    @Test
    void statements_of_the_vocabulary_go_on_through_blank_nodes_and_leave_things_out() {
        DatasetModel model = model(
                """
                ex:Tea a owl:Class ; rdfs:subClassOf [ owl:unionOf ( ex:A ex:B ) ] .
                <id/a> a ex:Tea ; rdfs:label "a"@en .
                """);
        assertThat(model.vocabulary().get().triples(snapshot.union(), BASE + "def#"))
                .hasSize(7)
                .extracting(Triple::getSubject)
                .doesNotContain(iri("id/a"));
    }

    @Test
    void a_term_is_at_schema_org_what_its_nearest_ancestor_is() {
        DatasetModel model = model(
                """
                ex:Tea rdfs:subClassOf ex:Drink . ex:Drink skos:closeMatch <https://schema.org/Product> .
                """);
        assertThat(model.schemaOrg().name(iri("def#Tea"))).contains("Product");
        assertThat(model.schemaOrg().name(iri("def#Stone"))).isEmpty();
    }

    private static Node iri(String name) {
        return NodeFactory.createURI(BASE + name);
    }
}
