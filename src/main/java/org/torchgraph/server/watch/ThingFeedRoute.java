package org.torchgraph.server.watch;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.query.Deadline;
import org.torchgraph.routes.IriPaths;
import org.torchgraph.routes.KnownNames;
import org.torchgraph.routes.PageAddress;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.ThingResolver;

/**
 * Serves {@code /doc/….atom} and {@code /resource.atom?iri=…}, a feed of a thing with an entry for each version that
 * changed its statements. All other paths are served by another route.
 */
final class ThingFeedRoute implements Route {
    private static final String SUFFIX = "." + SiteRoute.FEED_SUFFIX;

    private final CurrentVersion currentVersion;
    private final ThingFeeds feeds;
    private final Route others;
    private final BiFunction<ThingFeedRoute, Request, Optional<Reply>> own;

    private ThingFeedRoute(
            CurrentVersion currentVersion,
            ThingFeeds feeds,
            Route others,
            BiFunction<ThingFeedRoute, Request, Optional<Reply>> own) {
        this.currentVersion = currentVersion;
        this.feeds = feeds;
        this.others = others;
        this.own = own;
    }

    /** Returns the route of {@code /doc/…}. */
    static Route ofDocuments(CurrentVersion currentVersion, ThingFeeds feeds, Route others) {
        return new ThingFeedRoute(currentVersion, feeds, others, ThingFeedRoute::document);
    }

    /** Returns the route of {@code /resource}. */
    static Route ofResources(CurrentVersion currentVersion, ThingFeeds feeds, Route others) {
        return new ThingFeedRoute(currentVersion, feeds, others, ThingFeedRoute::resource);
    }

    /** Answers by the other route if nothing is known of the thing. */
    @Override
    public Reply answer(Request request) {
        return request.path().endsWith(SUFFIX)
                ? own.apply(this, request).orElseGet(() -> others.answer(request))
                : others.answer(request);
    }

    private Optional<Reply> document(Request request) {
        String path = request.path()
                .substring(IriPaths.DOCUMENTS.length(), request.path().length() - SUFFIX.length());
        VersionLine line = VersionLine.of(currentVersion);
        PublishedVersion version = line.current();
        Deadline end = feeds.deadline();
        return new ThingResolver(version)
                .ofDocument(path)
                .or(() -> removed(
                        line, end, names -> version.site().links().paths().topic(path, names)))
                .map(thing -> {
                    PageAddress address = version.site().links().address(thing.getURI());
                    return address.path().equals(SiteRoute.RESOURCE.path())
                            ? moved(address, request)
                            : feeds.reply(line, request, thing, address, end);
                });
    }

    private Optional<Reply> resource(Request request) {
        List<String> values = request.values(PageAddress.IRI);
        if (values.size() != 1) {
            return Optional.empty();
        }
        String iri = IriPaths.whole(values.getFirst());
        VersionLine line = VersionLine.of(currentVersion);
        PublishedVersion version = line.current();
        Deadline end = feeds.deadline();
        return new ThingResolver(version)
                .of(iri)
                .or(() -> removed(line, end, names -> Optional.of(iri).filter(names::uses)))
                .map(thing -> {
                    PageAddress address = version.site().links().address(thing.getURI());
                    return address.equals(PageAddress.resource(values.getFirst()))
                            ? feeds.reply(line, request, thing, address, end)
                            : moved(address, request);
                });
    }

    /** Leads to the one address of a feed, in the language that the request names. */
    private static Reply moved(PageAddress address, Request request) {
        PageAddress feed = address.form(SiteRoute.FEED_SUFFIX);
        String chosen = request.only(List.of(FeedWords.LANGUAGE)).queryString();
        return Reply.seeOther(
                chosen.isEmpty() ? feed.toString() : feed + (feed.query().isEmpty() ? "?" : "&") + chosen);
    }

    /** Returns a thing that no statement of the current version names, but one of a version that is kept. */
    private Optional<Node> removed(VersionLine line, Deadline end, NameSearch search) {
        if (line.versions().size() < 2) {
            return Optional.empty();
        }
        VersionWalk<ThingSteps.ChangedThings> walk = feeds.walk(line, end);
        KnownNames changed = new KnownNames() {
            @Override
            public boolean describes(String iri) {
                return ThingSteps.knows(walk, NodeFactory.createURI(iri));
            }

            @Override
            public boolean uses(String iri) {
                return describes(iri);
            }
        };
        Optional<Node> found = search.in(changed).map(NodeFactory::createURI);
        if (found.isEmpty() && !walk.isWhole()) {
            throw Problem.of(Problem.ProblemKind.BUSY, Code.VERSION_BUSY).exception();
        }
        return found;
    }

    /** Finds an IRI among names. */
    @FunctionalInterface
    private interface NameSearch {
        Optional<String> in(KnownNames names);
    }
}
