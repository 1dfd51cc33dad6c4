package org.torchgraph.server;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.torchgraph.routes.RouteRole;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Route;

/** Finds the handler of a path: that of its entry in the table of routes, else the handler of things. */
final class Router {
    private final Map<SiteRoute, Route> handlers;
    private final Route things;

    /**
     * Creates the router.
     *
     * @throws IllegalStateException if an entry of the table that Fuseki does not serve has no handler
     */
    Router(Map<SiteRoute, Route> handlers, Route things) {
        Set<SiteRoute> missing = EnumSet.allOf(SiteRoute.class);
        missing.removeIf(route -> route.is(RouteRole.PROTOCOL));
        missing.removeAll(handlers.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("no handler for " + missing);
        }
        this.handlers = new EnumMap<>(handlers);
        this.things = things;
    }

    Route of(String path) {
        return SiteRoute.of(path).map(handlers::get).orElse(things);
    }
}
