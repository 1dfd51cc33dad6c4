package org.torchgraph.server.reply;

import java.util.List;
import org.torchgraph.http.ProblemException;

/** Answers the requests to one path or to all paths below one. */
public interface Route {

    /** @throws ProblemException when there is no such thing or it cannot be done */
    Reply answer(Request request);

    /** The methods besides OPTIONS. */
    default List<String> methods() {
        return List.of("GET", "HEAD");
    }
}
