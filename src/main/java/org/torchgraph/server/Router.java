package org.torchgraph.server;

import java.util.LinkedHashMap;
import java.util.Map;
import org.torchgraph.server.reply.Route;

/**
 * Finds the route of a path: the path itself, else the longest folder that holds it, else the route of all the rest.
 */
final class Router {
    private final Map<String, Route> routes = new LinkedHashMap<>();
    private final Route rest;

    Router(Route rest) {
        this.rest = rest;
    }

    /** @param path with {@code /} at the end for all paths below it */
    Router add(String path, Route route) {
        routes.put(path, route);
        return this;
    }

    Route of(String path) {
        Route exact = routes.get(path);
        if (exact != null) {
            return exact;
        }
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            Route folder = routes.get(path.substring(0, slash + 1));
            if (folder != null) {
                return folder;
            }
        }
        return rest;
    }
}
