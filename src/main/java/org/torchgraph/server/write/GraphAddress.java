package org.torchgraph.server.write;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.Preconditions;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.Representation;

/**
 * The graph that a request of the Graph Store Protocol is about.
 *
 * @param name its IRI; empty for the union of all graphs
 */
public record GraphAddress(Optional<String> name) {

    /**
     * Reads {@code ?graph=} or {@code ?default}.
     *
     * @throws org.torchgraph.http.ProblemException 400 if it has neither, both, or a relative IRI
     */
    public static GraphAddress of(Request request) {
        boolean wantsDefault = request.parameter("default").isPresent();
        List<String> names = request.values("graph");
        if (names.size() > 1 || wantsDefault == (names.size() == 1)) {
            throw Problem.of(Problem.ProblemKind.BAD_REQUEST, Code.GRAPH_UNNAMED)
                    .exception();
        }
        names.stream().filter(name -> !isAbsolute(name)).findFirst().ifPresent(relative -> {
            throw Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.GRAPH_RELATIVE, relative)
                    .about("graph")
                    .exception();
        });
        return new GraphAddress(names.stream().findFirst());
    }

    /** Returns the entity tag of the graph in a form. */
    public EntityTag tag(PublishedVersion version, Representation form) {
        return version.tag("data", form.key(), name.orElse(""));
    }

    /** @throws org.torchgraph.http.ProblemException 403 if it is the union */
    Node named() {
        return NodeFactory.createURI(name.orElseThrow(() ->
                Problem.of(Problem.ProblemKind.FORBIDDEN, Code.GRAPH_UNION).exception()));
    }

    /**
     * Compares {@code If-Match} and {@code If-None-Match} with the graph.
     *
     * @param there whether the graph exists
     * @throws org.torchgraph.http.ProblemException 412 if the client names another version than the current one
     */
    void requireConditions(Request request, PublishedVersion version, boolean there) {
        Preconditions conditions = Preconditions.of(request::header);
        boolean stale = conditions
                .match()
                .filter(tags -> !(tags.any() ? there : isCurrent(tags, version)))
                .isPresent();
        boolean taken = conditions
                .noneMatch()
                .filter(tags -> tags.any() ? there : isCurrent(tags, version))
                .isPresent();
        if (stale || taken) {
            throw Problem.of(Problem.ProblemKind.PRECONDITION_FAILED, Code.GRAPH_CHANGED, name.orElse("?default"))
                    .exception();
        }
    }

    private boolean isCurrent(Preconditions.EntityTags tags, PublishedVersion version) {
        return Representation.RDF.stream()
                .anyMatch(form -> tags.known(tag(version, form)).isPresent());
    }

    private static boolean isAbsolute(String name) {
        try {
            return IRIx.create(name).isAbsolute();
        } catch (IRIException malformed) {
            return false;
        }
    }
}
