package org.torchgraph.server.watch;

import org.torchgraph.server.query.AnswerRows;
import org.torchgraph.server.query.QueryService;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;

/** Adds feeds to the routes of answers and things. */
public final class WatchedRoutes {
    private final CurrentVersion currentVersion;
    private final AnswerRows rows;
    private final ThingFeeds things;

    public WatchedRoutes(CurrentVersion currentVersion, QueryService queryService) {
        this.currentVersion = currentVersion;
        this.rows = new AnswerRows(queryService);
        this.things = new ThingFeeds(new ThingSteps(), rows::deadline);
    }

    /** Returns the route of {@code /queries/…}. */
    public Route answers(Route others) {
        return new AnswerFeedRoute(currentVersion, rows, others);
    }

    /** Returns the route of {@code /doc/…}. */
    public Route documents(Route others) {
        return ThingFeedRoute.ofDocuments(currentVersion, things, others);
    }

    /** Returns the route of {@code /resource}. */
    public Route resources(Route others) {
        return ThingFeedRoute.ofResources(currentVersion, things, others);
    }
}
