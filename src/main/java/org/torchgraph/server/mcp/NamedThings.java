package org.torchgraph.server.mcp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.ThingResolver;

/**
 * Finds the things that arguments name.
 *
 * @param version the data
 */
record NamedThings(PublishedVersion version) {

    /**
     * Returns the thing with an IRI, whole, relative to the base or abbreviated by a prefix.
     *
     * @param parameter the name of the argument
     * @throws org.torchgraph.http.ProblemException 404 if nothing is known of it
     */
    Node thing(String parameter, String text) {
        return Stream.of(Optional.ofNullable(version.prefixes().expand(text)), resolved(text))
                .flatMap(Optional::stream)
                .flatMap(iri -> new ThingResolver(version).of(iri).stream())
                .findFirst()
                .orElseThrow(() -> Problem.of(Problem.ProblemKind.NOT_FOUND, Code.THING_UNKNOWN, text)
                        .about(parameter)
                        .exception());
    }

    /** @throws org.torchgraph.http.ProblemException 404 if nothing is known of the thing */
    void require(String parameter, Node thing) {
        if (!version.resources().knows(thing)) {
            throw Problem.of(Problem.ProblemKind.NOT_FOUND, Code.THING_UNKNOWN, thing.getURI())
                    .about(parameter)
                    .exception();
        }
    }

    /** Returns the things with some IRIs, each once. */
    List<Node> things(String parameter, List<String> texts) {
        return texts.stream().map(text -> thing(parameter, text)).distinct().toList();
    }

    private Optional<String> resolved(String text) {
        try {
            return Optional.of(IRIx.create(version.base()).resolve(text).str());
        } catch (IRIException none) {
            return Optional.empty();
        }
    }
}
