package org.torchgraph.server.reply;

import java.util.List;
import java.util.Optional;
import org.torchgraph.http.ProblemException;

/** Answers the requests to one path or to all paths below one. */
public interface Route {
    /** The number of bytes of a usual body. */
    long BODY_BYTES = 256 * 1024;

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

    /**
     * Returns the number of bytes that the body of a request may have; asked before it is read.
     *
     * @param authorization the header field of the client; empty if it sends none
     * @throws ProblemException if the client may not send it
     */
    default long bodyBytes(Optional<String> authorization) {
        return BODY_BYTES;
    }

    /** Returns the supported methods without OPTIONS. */
    default List<String> methods() {
        return List.of("GET", "HEAD");
    }
}
