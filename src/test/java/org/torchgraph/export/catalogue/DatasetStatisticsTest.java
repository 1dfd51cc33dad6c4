package org.torchgraph.export.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.dataset.numbered.NumberedGraph;
import org.torchgraph.export.catalogue.DatasetStatistics.LinksetKey;
import org.torchgraph.export.catalogue.DatasetStatistics.Uses;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.ZonesExtract;
import org.torchgraph.publication.Publication;
import org.torchgraph.rdf.TripleSource;

class DatasetStatisticsTest {
    private static final String EX = "http://example.org/def#";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }

    @Test
    void each_kind_of_count_is_right_and_a_statement_of_two_graphs_counts_once(@TempDir Path root) {
        Publication publication = PublicationFolder.in(root)
                .turtle(
                        "data/a.ttl",
                        """
                        <id/a> a ex:Zone , ex:Park ; ex:size 5 , 6 ; ex:near <id/b> ; ex:seen <https://else.example/x> .
                        <id/a#part> ex:seen <https://else.example/y> .
                        <id/b> a ex:Zone ; rdfs:label "B"@zh ; ex:near _:c .
                        _:c a ex:Park .""")
                .turtle("data/b.ttl", "<id/a> ex:size 5 .")
                .read();
        try (MemoryDataset dataset = MemoryDataset.of(publication)) {
            DatasetStatistics counted = DatasetStatistics.of(PublicationFolder.BASE, dataset.snapshot());
            assertThat(counted.subjects()).isEqualTo(5);
            assertThat(counted.entities()).isEqualTo(3);
            assertThat(counted.objects()).isEqualTo(11);
            assertThat(counted.languages()).containsExactlyInAnyOrder("zh", "en");
            assertThat(counted.properties())
                    .contains(entry(node(EX + "size"), 2L), entry(node(EX + "near"), 2L))
                    .doesNotContainKey(node(EX + "Zone"));
            assertThat(counted.graphs())
                    .contains(entry(node("http://example.org/graph/b"), 1L))
                    .hasSize(3);
            assertThat(counted.links())
                    .containsExactly(entry(new LinksetKey("https://else.example/", node(EX + "seen")), 1L));
            assertThat(counted.classes()).containsOnlyKeys(node(EX + "Zone"), node(EX + "Park"));
            DatasetStatistics.ClassMembers zones = counted.classes().get(node(EX + "Zone"));
            assertThat(zones.entities()).isEqualTo(2);
            assertThat(zones.triples()).isEqualTo(9);
            assertThat(zones.properties())
                    .contains(
                            entry(node(EX + "size"), new Uses(2, Map.of(), Map.of(node(XSD + "integer"), 2L))),
                            entry(
                                    node(EX + "near"),
                                    new Uses(2, Map.of(node(EX + "Zone"), 1L, node(EX + "Park"), 1L), Map.of())));
        }
    }

    @Test
    void counts_are_the_same_whether_a_store_has_numbers_or_not() {
        Publication publication = ZonesExtract.read();
        try (MemoryDataset memory = MemoryDataset.of(publication)) {
            Snapshot version = memory.snapshot();
            assertThat(version.union().numbers()).isInstanceOf(NumberedGraph.class);
            TripleSource copied = TripleSource.of(version.union().find());
            assertThat(copied.numbers()).isNotInstanceOf(NumberedGraph.class);
            assertThat(new StatisticsCount(publication.base(), copied.numbers()).result(version))
                    .isEqualTo(DatasetStatistics.of(publication.base(), version));
            assertThat(version.union().subjects().collect(Collectors.toSet()))
                    .isEqualTo(copied.subjects().collect(Collectors.toSet()))
                    .hasSizeGreaterThan(100);
            assertThat(version.union().properties().toList())
                    .containsExactlyInAnyOrderElementsOf(copied.properties().toList());
            assertThat(version.union().subjectsAndObjects().toList())
                    .containsExactlyInAnyOrderElementsOf(
                            copied.subjectsAndObjects().toList());
            Node graph = version.graphNames().findAny().orElseThrow();
            TripleSource part = version.graph(graph).orElseThrow();
            assertThat(part.subjects().toList())
                    .containsExactlyInAnyOrderElementsOf(
                            TripleSource.of(part.find()).subjects().toList())
                    .hasSizeLessThan(copied.subjects().toList().size());
        }
    }
}
