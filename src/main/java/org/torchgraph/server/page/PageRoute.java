package org.torchgraph.server.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.http.Link;
import org.torchgraph.model.CitedSource;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.HtmlReplies;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.Pages;
import org.torchgraph.site.frame.PageContext;

/** What is there as a page alone. */
public final class PageRoute implements Route {
    /** What programs find the rest by (RFC 8631 for the second). */
    static final List<Link> DISCOVERY = List.of(
            Link.to(SiteRoute.DATASET.path(), "describedby"),
            Link.to(SiteRoute.OPENAPI.path(), "service-desc").type("application/json"),
            Link.to(SiteRoute.FEED.path(), "alternate").type("application/atom+xml"));

    private final CurrentVersion editions;
    private final BiFunction<PublishedVersion, PageContext, String> page;

    private PageRoute(CurrentVersion editions, BiFunction<PublishedVersion, PageContext, String> page) {
        this.editions = editions;
        this.page = page;
    }

    /** {@code /queries}: the list of saved queries. */
    public static Route questions(CurrentVersion editions) {
        return new PageRoute(editions, (edition, frame) -> {
            List<Question> all = edition.questions().all();
            List<Node> classes = all.stream()
                    .flatMap(question -> Stream.of(question.subject(), question.panel()))
                    .flatMap(Optional::stream)
                    .distinct()
                    .map(NodeFactory::createURI)
                    .toList();
            return Pages.questions(frame, all, edition.resources().labels(classes));
        });
    }

    /** {@code /export}: where the whole can be had. */
    public static Route export(CurrentVersion editions) {
        return new PageRoute(editions, (edition, frame) -> Pages.export(frame));
    }

    /** {@code /about}. */
    public static Route about(CurrentVersion editions) {
        return new PageRoute(editions, (edition, frame) -> {
            List<Node> sources =
                    edition.model().cited().stream().map(CitedSource::source).toList();
            return Pages.about(
                    frame,
                    edition.model().cited(),
                    edition.model().versions(),
                    edition.resources().labels(sources));
        });
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion edition = editions.get();
        return HtmlReplies.only(
                        edition,
                        request,
                        frame -> HtmlReplies.content(page.apply(edition, frame), Map.of(), List.of(), true))
                .linking(DISCOVERY);
    }
}
