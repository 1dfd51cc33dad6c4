package org.torchgraph.server.thing;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.routes.IriPaths;
import org.torchgraph.server.version.PublishedVersion;

/** Finds the thing that a request asks for. */
final class ThingResolver {
    private final IriPaths paths;
    private final PublishedVersion edition;

    ThingResolver(PublishedVersion edition) {
        this.edition = edition;
        this.paths = edition.site().links().paths();
    }

    /**
     * The thing whose IRI is the base and the path; empty when nothing is known of it.
     *
     * @param query what follows {@code ?} in the request, or empty: it may be part of the IRI
     */
    Optional<Node> named(String path, String query) {
        Stream<String> asked = query.isEmpty() ? Stream.of(path) : Stream.of(path + "?" + query, path);
        return asked.flatMap(one -> paths.thing(one, edition.resources()).stream())
                .findFirst()
                .or(() -> paths.candidates(path).stream()
                        .flatMap(iri -> paths.twin(iri).stream())
                        .filter(edition.resources()::describes)
                        .findFirst())
                .map(NodeFactory::createURI);
    }

    /**
     * The thing that a document is about.
     *
     * @param path what follows {@code /doc}, beginning with {@code /}
     */
    Optional<Node> ofDocument(String path) {
        return paths.topic(path, edition.resources()).map(NodeFactory::createURI);
    }

    /**
     * The thing of an IRI without fragment, or else of the same IRI with the other of {@code http} and {@code https}.
     */
    Optional<Node> of(String iri) {
        return Stream.concat(Stream.of(iri), paths.twin(iri).stream())
                .map(NodeFactory::createURI)
                .filter(edition.resources()::knows)
                .findFirst();
    }
}
