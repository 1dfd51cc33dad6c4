package org.torchgraph.query;

import java.time.Duration;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.dataset.run.QueriedData;

/** Datasets and limits for the tests of queries. */
public final class Sample {
    public static final String BASE = "https://example.org/";

    private Sample() {}

    /** Two policies in a graph each, the union of them as default graph. */
    public static QueriedData policies() {
        return of(
                """
                PREFIX : <https://example.org/>
                GRAPH :graph/a { :a :year 2020 ; :label "火炬计划"@zh , "Torch \\"plan\\""@en }
                GRAPH :graph/b { :b :year 2021 ; :label "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab" ; :after :a }
                """
                        .replace(":graph/a", "<https://example.org/graph/a>")
                        .replace(":graph/b", "<https://example.org/graph/b>"));
    }

    public static QueriedData of(String trig) {
        Graph union = GraphMemFactory.createGraphMemRoaring();
        DatasetGraph data = new DatasetGraphMapLink(union);
        for (Quad quad :
                RDFParser.fromString(trig, Lang.TRIG).toDatasetGraph().stream().toList()) {
            if (!data.containsGraph(quad.getGraph())) {
                data.addGraph(quad.getGraph(), GraphMemFactory.createGraphMemRoaring());
            }
            data.add(quad);
            union.add(quad.asTriple());
        }
        return snapshot(data);
    }

    /** Nodes 0 to size-1, each {@code :p} the next, the last the first. */
    public static QueriedData ring(int size) {
        Graph graph = GraphMemFactory.createGraphMemRoaring();
        for (int i = 0; i < size; i++) {
            graph.add(Triple.create(node(i), node("p"), node((i + 1) % size)));
        }
        return snapshot(new DatasetGraphMapLink(graph));
    }

    /** So many nodes, each {@code :k} each other. */
    public static QueriedData clique(int size) {
        Graph graph = GraphMemFactory.createGraphMemRoaring();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                graph.add(Triple.create(node(i), node("k"), node(j)));
            }
        }
        return snapshot(new DatasetGraphMapLink(graph));
    }

    public static Limits limits(int millis) {
        return new Limits(Duration.ofMillis(millis), 64 << 10, 4, 8 << 20, 10_000);
    }

    public static QueryRequest query(String text) {
        return QueryRequest.of("PREFIX : <https://example.org/>\n" + text, BASE);
    }

    public static Node node(Object name) {
        return NodeFactory.createURI(BASE + name);
    }

    private static QueriedData snapshot(DatasetGraph data) {
        return new QueriedData(data);
    }
}
