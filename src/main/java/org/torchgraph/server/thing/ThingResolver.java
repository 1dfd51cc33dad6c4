package org.torchgraph.server.thing;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.routes.IriPaths;
import org.torchgraph.server.version.PublishedVersion;

/** Finds the thing of a request. */
final class ThingResolver {
    private final IriPaths paths;
    private final PublishedVersion version;

    ThingResolver(PublishedVersion version) {
        this.version = version;
        this.paths = version.site().links().paths();
    }

    /**
     * Returns the thing whose IRI is the base followed by the path; empty if it is unknown.
     *
     * @param path the path
     * @param query the query string, or an empty text; it may be part of the IRI
     */
    Optional<Node> named(String path, String query) {
        Stream<String> asked = query.isEmpty() ? Stream.of(path) : Stream.of(path + "?" + query, path);
        return asked.flatMap(one -> paths.thing(one, version.resources()).stream())
                .findFirst()
                .or(() -> paths.candidates(path).stream()
                        .flatMap(iri -> paths.twin(iri).stream())
                        .filter(version.resources()::describes)
                        .findFirst())
                .map(NodeFactory::createURI);
    }

    /**
     * Returns the topic of a document.
     *
     * @param path the path after {@code /doc}, beginning with {@code /}
     */
    Optional<Node> ofDocument(String path) {
        return paths.topic(path, version.resources()).map(NodeFactory::createURI);
    }

    /**
     * Returns the thing with an IRI without fragment, or else with the same IRI under the other of {@code http} and
     * {@code https}.
     */
    Optional<Node> of(String iri) {
        return Stream.concat(Stream.of(iri), paths.twin(iri).stream())
                .map(NodeFactory::createURI)
                .filter(version.resources()::knows)
                .findFirst();
    }
}
