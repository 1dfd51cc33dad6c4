package org.torchgraph.server.reply;

import java.util.List;
import org.torchgraph.http.ProblemException;

/** Answers the requests to one path or to all paths below one. */
public interface Route {

    /**
     * Returns the reply to a request.
     *
     * @throws ProblemException if the resource does not exist or the request cannot be served
     */
    Reply answer(Request request);

    /** Returns the media types of a QUERY request's body; empty if the method is not supported. */
    default List<String> queryBodies() {
        return List.of();
    }

    /** Returns the supported methods without OPTIONS. */
    default List<String> methods() {
        return List.of("GET", "HEAD");
    }
}
