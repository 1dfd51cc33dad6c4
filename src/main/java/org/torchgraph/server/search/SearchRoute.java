package org.torchgraph.server.search;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.http.Link;
import org.torchgraph.http.MediaType;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.search.Hits;
import org.torchgraph.search.QuestionHit;
import org.torchgraph.search.SearchRequest;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.HtmlReplies;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.Representation;
import org.torchgraph.site.Pages;
import org.torchgraph.site.search.SearchPage;

/** Serves {@code /search?q=} as a page or, by {@code Accept} or as {@code /search.json}, as JSON. */
public final class SearchRoute implements Route {
    /** The time that a request waits for the index. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Representation JSON =
            new Representation(MediaType.of("application/json"), "json", Optional.empty(), Optional.empty(), List.of());
    private static final List<Representation> FORMS = List.of(JSON, Representation.PAGE);

    private final CurrentVersion currentVersion;

    public SearchRoute(CurrentVersion currentVersion) {
        this.currentVersion = currentVersion;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion version = currentVersion.get();
        if (request.path().equals(SiteRoute.SEARCH.form(JSON.suffix()))) {
            return json(version, request);
        }
        boolean page = Representation.chosen(request, FORMS).equals(Representation.PAGE);
        return (page ? page(version, request) : json(version, request)).varying("Accept");
    }

    private static Reply json(PublishedVersion version, Request request) {
        SearchRequest wanted = SearchParameters.wanted(version, request);
        return version.reply(
                JSON.type().toString(),
                version.tag(
                        "search",
                        request.mount().path(),
                        SearchParameters.address(wanted),
                        Integer.toString(wanted.page())),
                () -> Content.of(SearchJson.of(
                        version, request.mount(), wanted, found(version, wanted), questions(version, wanted))));
    }

    private static Hits found(PublishedVersion version, SearchRequest wanted) {
        Hits hits = hits(version, wanted);
        if (!hits.hasPage()) {
            throw noPage(hits).exception();
        }
        return hits;
    }

    private static Hits hits(PublishedVersion version, SearchRequest wanted) {
        return version.search().find(wanted, PATIENCE).orElseThrow(() -> notReady()
                .exception());
    }

    private static List<QuestionHit> questions(PublishedVersion version, SearchRequest wanted) {
        return version.search().findQuestions(wanted, PATIENCE).orElseThrow(() -> notReady()
                .exception());
    }

    static Problem notReady() {
        return Problem.of(Problem.ProblemKind.NOT_READY, Code.INDEX_NOT_READY);
    }

    private static Problem noPage(Hits hits) {
        return Problem.of(Problem.ProblemKind.NOT_FOUND, Code.NO_PAGE_OF_HITS, hits.page(), hits.pages())
                .about("page");
    }

    /** Returns the page; if a parameter is invalid, the form with the reason. */
    private static Reply page(PublishedVersion version, Request sent) {
        Request request = sent.only(SearchParameters.known(version));
        String canonical = SiteRoute.SEARCH.iri(version.base());
        try {
            SearchRequest wanted = SearchParameters.wanted(version, request);
            if (wanted.page() > 1) {
                found(version, wanted);
            }
            String address = "?" + SearchParameters.address(wanted);
            Link data = Link.to(SiteRoute.SEARCH.form(JSON.suffix()) + address, "alternate")
                    .type(JSON.type().toString());
            return HtmlReplies.page(version, request, canonical + address, List.of(), frame -> {
                        if (wanted.isEmpty()) {
                            return Pages.search(
                                    frame,
                                    SearchPage.form(
                                            frame, "", null, version.resources().labels(ofHelp(version))));
                        }
                        Hits hits = found(version, wanted);
                        Set<Node> nodes = hits.nodes();
                        nodes.addAll(ofHelp(version));
                        return Pages.search(
                                frame,
                                SearchPage.of(
                                        frame,
                                        wanted,
                                        hits,
                                        questions(version, wanted),
                                        address,
                                        version.resources().labels(nodes)));
                    })
                    .linking(List.of(data));
        } catch (ProblemException bad) {
            Problem problem = bad.problem();
            if (problem.kind() == Problem.ProblemKind.NOT_READY) {
                throw bad;
            }
            return HtmlReplies.refusal(
                    version,
                    request,
                    problem.kind().status(),
                    canonical,
                    frame -> Pages.search(
                            frame,
                            SearchPage.form(
                                    frame,
                                    typed(request),
                                    problem.message(),
                                    version.resources().labels(ofHelp(version)))));
        }
    }

    /** Returns the nodes that the help names. */
    private static List<Node> ofHelp(PublishedVersion version) {
        return Stream.concat(
                        version.site().entry().examples().stream(),
                        version.site().appearance().kinds().leading().stream())
                .toList();
    }

    private static String typed(Request request) {
        String text = request.parameter(SearchParameters.TEXT).orElse("");
        return text.length() > SearchRequest.MAX_CHARACTERS ? text.substring(0, SearchRequest.MAX_CHARACTERS) : text;
    }
}
