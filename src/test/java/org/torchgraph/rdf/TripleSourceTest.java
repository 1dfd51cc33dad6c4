package org.torchgraph.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shared.AddDeniedException;
import org.junit.jupiter.api.Test;

class TripleSourceTest {
    private final Graph graph = RDFParser.fromString(
                    """
            PREFIX : <http://example.org/>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            :tea a :Drink, :Plant ; :costs 2, 3 .
            :milk a :Drink .
            :Drink rdfs:subClassOf :Food . :Food rdfs:subClassOf :Drink, :Thing .
            """,
                    Lang.TURTLE)
            .toGraph();

    /** Implements only the methods without a default. */
    private final TripleSource plain = new TripleSource() {
        @Override
        public Stream<Triple> find(Node subject, Node property, Node object) {
            return graph.stream(subject, property, object);
        }

        @Override
        public long size() {
            return graph.size();
        }

        @Override
        public Graph asGraph() {
            return graph;
        }
    };

    @Test
    void graph_and_plain_source_answer_alike() {
        for (TripleSource source : new TripleSource[] {TripleSource.of(graph), plain}) {
            assertThat(source.size()).isEqualTo(8);
            assertThat(source.find()).hasSize(8);
            assertThat(source.objects(term("tea"), term("costs"))).hasSize(2);
            assertThat(source.classes(term("tea"))).containsExactlyInAnyOrder(term("Drink"), term("Plant"));
            assertThat(source.subjects(
                            NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), term("Drink")))
                    .containsExactlyInAnyOrder(term("tea"), term("milk"));
            assertThat(source.contains(term("tea"), Node.ANY, term("Plant"))).isTrue();
            assertThat(source.contains(term("milk"), Node.ANY, term("Plant"))).isFalse();
        }
    }

    @Test
    void superclasses_of_a_ring_are_each_given_once_and_the_class_is_among_them() {
        assertThat(plain.superclasses(term("Drink")))
                .containsExactlyInAnyOrder(term("Drink"), term("Food"), term("Thing"));
        assertThat(plain.superclasses(term("Plant"))).containsExactly(term("Plant"));
    }

    @Test
    void a_graph_of_a_source_holds_the_same_triples_and_refuses_to_be_written_to() {
        Graph adapter = TripleSource.of(graph).asGraph();
        assertThat(adapter.isIsomorphicWith(graph)).isTrue();
        assertThat(adapter.size()).isEqualTo(8);
        assertThatThrownBy(() -> adapter.add(term("tea"), term("costs"), term("more")))
                .isInstanceOf(AddDeniedException.class);
        assertThat(GraphMemFactory.createGraphMemIndexedSet().isIsomorphicWith(adapter))
                .isFalse();
    }

    private static Node term(String name) {
        return NodeFactory.createURI("http://example.org/" + name);
    }
}
