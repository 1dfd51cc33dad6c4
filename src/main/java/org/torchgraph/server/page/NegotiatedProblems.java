package org.torchgraph.server.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.torchgraph.http.Link;
import org.torchgraph.http.MediaType;
import org.torchgraph.http.Problem;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.ProblemReplies;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.HtmlReplies;
import org.torchgraph.server.version.PageContexts;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.Pages;
import org.torchgraph.site.ProblemPage;

/** Replies to errors with a page if the client prefers HTML, else with a problem document (RFC 9457). */
public final class NegotiatedProblems implements ProblemReplies {
    private static final MediaType JSON = MediaType.of(Problem.MEDIA_TYPE);

    private final CurrentVersion currentVersion;

    private static final Set<Integer> RETRIED = Set.of(429, 503);

    /** Long enough for running queries to end. */
    private static final String RETRY_SECONDS = "10";

    public NegotiatedProblems(CurrentVersion currentVersion) {
        this.currentVersion = currentVersion;
    }

    @Override
    public Reply answer(HttpServletRequest servlet, Problem problem) {
        // Not Request.of, because the request may be malformed.
        Request request = Request.unread(servlet);
        boolean page = request.accept()
                .best(List.of(JSON, HtmlReplies.HTML))
                .filter(HtmlReplies.HTML::equals)
                .isPresent();
        Reply answer = (page ? page(request, problem) : document(request, problem)).varying("Accept");
        if (RETRIED.contains(problem.kind().status())) {
            answer = answer.with("Retry-After", RETRY_SECONDS);
        }
        if (problem.kind() == Problem.ProblemKind.UNSUPPORTED_CODING) {
            answer = answer.with("Accept-Encoding", "gzip, identity");
        }
        if (problem.kind() == Problem.ProblemKind.UNAUTHORIZED) {
            answer = answer.with("WWW-Authenticate", "Bearer realm=\"torchgraph\"");
        }
        answer = answer.linking(Stream.concat(
                        problem.successor().stream().map(iri -> Link.to(iri, "successor-version")),
                        problem.removals().stream()
                                .map(write ->
                                        Link.to(SiteRoute.WRITE.path(Integer.toString(write.number())), "related")))
                .toList());
        return problem.allow().isEmpty() ? answer : answer.with("Allow", String.join(", ", problem.allow()));
    }

    private Reply page(Request request, Problem problem) {
        PublishedVersion version = currentVersion.get();
        Problem.ProblemKind kind = problem.kind();
        return HtmlReplies.refusal(
                version,
                request,
                kind.status(),
                version.base(),
                frame -> Pages.problem(frame, ProblemPage.of(problem, frame)));
    }

    private Reply document(Request request, Problem problem) {
        byte[] json = problem.toJson(
                        request.mount().of(SiteRoute.ABOUT.path()),
                        PageContexts.chosen(request, currentVersion.get().site().interfaceLanguages()))
                .getBytes(StandardCharsets.UTF_8);
        return Reply.once(problem.kind().status(), Problem.MEDIA_TYPE, json).with("Cache-Control", "no-store");
    }
}
