package org.torchgraph.server.reply;

import java.util.List;

/** Answers the requests to one path or to all paths below one. */
public interface Route {

    /** @throws org.torchgraph.http.ProblemException when there is no such thing or it cannot be done */
    Reply answer(Request request);

    /** The methods besides OPTIONS. */
    default List<String> methods() {
        return List.of("GET", "HEAD");
    }
}
