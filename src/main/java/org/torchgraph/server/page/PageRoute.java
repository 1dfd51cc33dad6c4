package org.torchgraph.server.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.http.Link;
import org.torchgraph.model.CitedSource;
import org.torchgraph.model.ThingViews.ViewedThing;
import org.torchgraph.model.catalogue.Version;
import org.torchgraph.model.catalogue.Versions;
import org.torchgraph.model.change.Writes;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.HtmlReplies;
import org.torchgraph.server.version.KeptVersions;
import org.torchgraph.server.version.KeptVersions.EarlierAnswers;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.KeptEdition;
import org.torchgraph.site.Pages;
import org.torchgraph.site.VersionsPage;
import org.torchgraph.site.frame.PageContext;

/** Serves a page that has no other form. */
public final class PageRoute implements Route {
    /** The links by which programs discover the other services (RFC 8631 for the second). */
    static final List<Link> DISCOVERY = List.of(
            Link.to(SiteRoute.DATASET.path(), "describedby"),
            Link.to(SiteRoute.OPENAPI.path(), "service-desc").type("application/json"),
            Link.to(SiteRoute.FEED.path(), "alternate").type("application/atom+xml"),
            Link.to(SiteRoute.GUIDE.path(), "help").type("text/plain"));

    private final CurrentVersion currentVersion;
    private final Function<PublishedVersion, KeyedPage> pages;

    /**
     * A page of a version.
     *
     * @param key differs if the page depends on something besides the version
     * @param page makes it for a request
     */
    private record KeyedPage(String key, Function<PageContext, String> page) {}

    private PageRoute(CurrentVersion currentVersion, BiFunction<PublishedVersion, PageContext, String> page) {
        this(currentVersion, version -> new KeyedPage("", frame -> page.apply(version, frame)));
    }

    private PageRoute(CurrentVersion currentVersion, Function<PublishedVersion, KeyedPage> pages) {
        this.currentVersion = currentVersion;
        this.pages = pages;
    }

    /** Returns the route of {@code /queries}, the list of saved queries. */
    public static Route questions(CurrentVersion currentVersion) {
        return new PageRoute(currentVersion, (version, frame) -> {
            List<Question> all = version.questions().all();
            List<Node> classes = all.stream()
                    .flatMap(question -> Stream.of(question.subject(), question.panel()))
                    .flatMap(Optional::stream)
                    .distinct()
                    .map(NodeFactory::createURI)
                    .toList();
            return Pages.questions(frame, all, version.resources().labels(classes));
        });
    }

    /** Returns the route of {@code /export}, the page about dumps. */
    public static Route export(CurrentVersion currentVersion) {
        return new PageRoute(currentVersion, (version, frame) -> Pages.export(frame));
    }

    /** Returns the route of {@code /about}. */
    public static Route about(CurrentVersion currentVersion) {
        return new PageRoute(currentVersion, (version, frame) -> {
            List<ViewedThing> views = version.model().views().all();
            List<Node> named = Stream.concat(
                            version.model().cited().get().stream().map(CitedSource::source),
                            views.stream().map(ViewedThing::node))
                    .toList();
            return Pages.about(
                    frame,
                    version.model().cited().get(),
                    views,
                    version.resources().labels(named));
        });
    }

    /** Returns the route of {@code /versions}. */
    public static Route versions(CurrentVersion currentVersion) {
        return new PageRoute(currentVersion, version -> {
            KeptVersions versions = currentVersion.kept();
            List<EarlierAnswers> kept = versions.before(version);
            return new KeyedPage(kept.toString(), frame -> versions(version, versions, kept, frame));
        });
    }

    private static String versions(
            PublishedVersion version, KeptVersions keeper, List<EarlierAnswers> kept, PageContext frame) {
        Versions versions = version.model().versions();
        Writes writes = version.model().writes().get();
        List<Node> named = Stream.concat(
                        versions.recorded().stream().map(Version::iri),
                        writes.all().stream().limit(VersionsPage.MAX_WRITES).flatMap(write -> write.things().stream()))
                .toList();
        return Pages.versions(
                frame,
                VersionsPage.of(
                        frame,
                        versions,
                        writes,
                        version.resources().labels(named),
                        version.snapshot().union().size(),
                        kept.stream()
                                .map(one -> KeptEdition.of(
                                        one.version(),
                                        one.since(),
                                        version.questions(),
                                        question -> keeper.hasSame(one.version(), version, question.name()),
                                        frame))
                                .toList()));
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion version = currentVersion.get();
        KeyedPage keyed = pages.apply(version);
        return HtmlReplies.only(
                        version,
                        request,
                        keyed.key(),
                        frame -> HtmlReplies.content(keyed.page().apply(frame), Map.of(), List.of(), true))
                .linking(DISCOVERY);
    }
}
