package org.torchgraph.dataset.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.MurmurHash3;
import org.apache.jena.graph.Node;
import org.torchgraph.rdf.TripleSource;

/**
 * The IRIs that a version describes or uses, of each of which 64 bits are held: so most addresses need no request to
 * tell whether they have a page.
 *
 * @param subjects sorted
 * @param objects sorted
 */
record OccurringNodes(long[] subjects, long[] objects) implements KnownNodes {

    static OccurringNodes in(TripleSource triples) {
        return new OccurringNodes(
                hashes(triples.subjects()), hashes(triples.find().map(triple -> triple.getObject())));
    }

    private static long[] hashes(Stream<Node> nodes) {
        return nodes.filter(Node::isURI)
                .mapToLong(OccurringNodes::hash)
                .sorted()
                .distinct()
                .toArray();
    }

    private static long hash(Node iri) {
        return MurmurHash3.hash128x64(iri.getURI().getBytes(StandardCharsets.UTF_8))[0];
    }

    @Override
    public boolean isSubject(Node iri) {
        return Arrays.binarySearch(subjects, hash(iri)) >= 0;
    }

    @Override
    public boolean isObject(Node iri) {
        return Arrays.binarySearch(objects, hash(iri)) >= 0;
    }
}
