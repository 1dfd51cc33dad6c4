package org.torchgraph.server.reply;

import java.util.List;
import org.torchgraph.http.ProblemException;

/** Answers the requests to one path or to all paths below one. */
public interface Route {

    /** @throws ProblemException when there is no such thing or it cannot be done */
    Reply answer(Request request);

    /** Media types of the body in which QUERY asks it; none when the method is not supported. */
    default List<String> queryBodies() {
        return List.of();
    }

    /** The methods besides OPTIONS. */
    default List<String> methods() {
        return List.of("GET", "HEAD");
    }
}
