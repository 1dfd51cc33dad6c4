package org.torchgraph.server.thing;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.http.IriPath;
import org.torchgraph.server.edition.Edition;

/** Which thing a path stands for. */
final class Things {
    private Things() {}

    /** The thing whose IRI is the base and the path; empty when nothing is known of it. */
    static Optional<Node> named(Edition edition, String path) {
        return new IriPath(edition.base())
                .candidates(path).stream()
                        .map(NodeFactory::createURI)
                        .filter(edition.resources()::knows)
                        .findFirst();
    }

    /**
     * The thing that a document below {@code /doc/} is about: things have no {@code id/} there, and whatever else lies
     * under the base has its whole path.
     *
     * @param path what follows {@code /doc}, beginning with {@code /}
     */
    static Optional<Node> ofDocument(Edition edition, String path) {
        boolean whole = path.startsWith("/concept/") || path.startsWith("/graph/");
        return Stream.of(whole ? path : "/id" + path, path)
                .flatMap(candidate -> named(edition, candidate).stream())
                .findFirst();
    }
}
