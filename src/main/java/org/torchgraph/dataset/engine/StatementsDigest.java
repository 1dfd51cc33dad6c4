package org.torchgraph.dataset.engine;

import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.dataset.View;
import org.torchgraph.rdf.digest.ContentDigest;
import org.torchgraph.rdf.digest.SortedNQuads;

/** Computes a version of statements whose version nobody states: equal statements have equal versions. */
final class StatementsDigest {
    private StatementsDigest() {}

    static String of(String base, View view) {
        ContentDigest digest = new ContentDigest(base);
        view.graphNames().map(Node::getURI).sorted().forEach(name -> digest.add(name, graph(view, name)));
        return digest.version();
    }

    private static byte[] graph(View view, String name) {
        Node graph = PatternQueries.iri(name);
        List<Quad> quads = view.graph(graph)
                .orElseThrow()
                .find()
                .map((Triple triple) -> Quad.create(graph, triple))
                .toList();
        return DigestUtils.sha256(SortedNQuads.digest(quads));
    }
}
