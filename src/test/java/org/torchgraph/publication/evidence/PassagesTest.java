package org.torchgraph.publication.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torchgraph.rdf.TripleSource;

class PassagesTest {
    private static final String EVIDENCE = "https://example.org/e";

    private static final EvidenceTerms TERMS = new EvidenceTerms(
            List.of(),
            List.of(NodeFactory.createURI("http://example.org/def#digest")),
            List.of(),
            List.of(NodeFactory.createURI("http://example.org/def#kind")),
            List.of(),
            List.of(),
            List.of());

    private static Passage read(String turtle) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(
                        "PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX ex: <http://example.org/def#>"
                                + " PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> " + turtle,
                        Lang.TURTLE)
                .parse(graph);
        return new Passages(TripleSource.of(graph), TERMS).read(NodeFactory.createURI(EVIDENCE));
    }

    @Test
    void selectors_are_read_into_one_passage() {
        Passage passage = read(
                "<" + EVIDENCE + "> oa:hasSource <urn:x:s> ; ex:digest \"AB\" ;"
                        + " oa:hasSelector [ oa:start 3 ; oa:end 9 ] , [ rdf:value \"line=11,14\" ] . <urn:x:s> ex:kind <urn:x:leaflet> .");
        assertThat(passage.source()).isEqualTo(NodeFactory.createURI("urn:x:s"));
        assertThat(passage.sourceKind()).isEqualTo(NodeFactory.createURI("urn:x:leaflet"));
        assertThat(passage.start()).hasValue(3);
        assertThat(passage.end()).hasValue(9);
        assertThat(passage.lines()).isEqualTo("12-14");
        assertThat(passage.sha256()).isEqualTo("AB");
    }

    @ParameterizedTest
    @CsvSource({
        "'line=0,1', 1",
        "'line=11,14', 12-14",
        "'line=99999999999999999999,1', ''",
        "'char=0,1', ''",
    })
    void lines_are_counted_from_one_and_nonsense_is_none(String fragment, String lines) {
        assertThat(read("<" + EVIDENCE + "> oa:hasSelector [ rdf:value \"" + fragment + "\" ] .")
                        .lines())
                .isEqualTo(lines);
    }

    @Test
    void what_is_not_said_is_empty() {
        Passage passage = read("<" + EVIDENCE + "> oa:hasSelector [ oa:start \"many\" ] .");
        assertThat(passage.source()).isNull();
        assertThat(passage.start()).isEmpty();
        assertThat(passage.lines()).isEmpty();
        assertThat(passage.sha256()).isEmpty();
    }
}
