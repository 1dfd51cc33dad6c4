package org.torchgraph.dataset.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PlainFuseki;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.publication.Publication;
import org.torchgraph.rdf.TripleSource;

/** An engine with a graph that is copied, and one that is too large for that. */
class AskedTriplesTest {
    private static final EngineVersioning VERSION = new EngineVersioning(
            Optional.of(QueryFactory.create("SELECT ?v { VALUES ?v { 'seven' } }")), Optional.empty());

    @TempDir
    static Path root;

    @AutoClose
    private static PlainFuseki engine;

    @AutoClose
    private static RemoteDataset dataset;

    private static TripleSource union;

    @BeforeAll
    static void open() {
        Publication publication = PublicationFolder.in(root)
                .turtle(
                        "data/small.ttl",
                        """
                        ex:Zone rdfs:subClassOf ex:Place ; rdfs:label "Zone" .
                        <zone> ex:says <<( <zone> ex:near <sea> )>> .
                        """)
                .turtle(
                        "data/large.ttl",
                        "<sea> rdfs:label \"Sea\" ; ex:has "
                                + IntStream.rangeClosed(0, 50_000)
                                        .mapToObj(Integer::toString)
                                        .collect(Collectors.joining(", "))
                                + " .\n")
                .read();
        engine = new PlainFuseki().with(publication);
        dataset = RemoteDataset.open(engine.address(), publication.base(), TestSite.seconds(60), VERSION, 1);
        union = dataset.snapshot().whole().union();
    }

    private static Node iri(String local) {
        return NodeFactory.createURI(PublicationFolder.BASE + local);
    }

    @Test
    void a_property_that_is_copied_in_whole_takes_no_request() {
        int before = engine.requests();
        assertThat(union.find(Node.ANY, RDFS.subClassOf.asNode(), Node.ANY)).hasSize(1);
        assertThat(union.objects(iri("def#Zone"), RDFS.subClassOf.asNode())).containsExactly(iri("def#Place"));
        assertThat(union.contains(Node.ANY, RDFS.subClassOf.asNode(), iri("sea")))
                .isFalse();
        assertThat(union.contains(Node.ANY, SKOS.note.asNode(), Node.ANY)).isFalse();
        assertThat(engine.requests()).isEqualTo(before);
    }

    @Test
    void a_property_that_the_large_graph_has_too_is_asked_for() {
        int before = engine.requests();
        assertThat(union.find(Node.ANY, RDFS.label.asNode(), Node.ANY)).hasSize(2);
        assertThat(union.contains(Node.ANY, RDFS.label.asNode(), NodeFactory.createLiteralString("Sea")))
                .isTrue();
        assertThat(engine.requests()).isGreaterThan(before);
    }

    @Test
    void a_triple_term_is_looked_for_in_what_is_copied_and_never_asked_for() {
        Node near = NodeFactory.createTripleTerm(Triple.create(iri("zone"), iri("def#near"), iri("sea")));
        Node far = NodeFactory.createTripleTerm(Triple.create(iri("zone"), iri("def#far"), iri("sea")));
        int before = engine.requests();
        assertThat(union.contains(Node.ANY, Node.ANY, near)).isTrue();
        assertThat(union.contains(Node.ANY, iri("def#has"), far)).isFalse();
        assertThat(union.contains(iri("sea"), Node.ANY, far)).isFalse();
        assertThat(engine.requests()).isEqualTo(before);
    }
}
