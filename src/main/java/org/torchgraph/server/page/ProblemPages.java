package org.torchgraph.server.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.torchgraph.http.Problem;
import org.torchgraph.server.edition.Edition;
import org.torchgraph.server.edition.Editions;
import org.torchgraph.server.edition.Frames;
import org.torchgraph.server.edition.HtmlReplies;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.site.Pages;
import org.torchgraph.site.ProblemPage;

/** Problems as pages. */
public final class ProblemPages {
    private final Editions editions;

    public ProblemPages(Editions editions) {
        this.editions = editions;
    }

    public Reply page(HttpServletRequest servlet, Problem problem) {
        Edition edition = editions.get();
        // Not Request.of: a request that could not be read is told about too.
        Request request =
                new Request(servlet.getMethod(), servlet.getRequestURI(), Map.of(), new Request.Body("", ""), servlet);
        ProblemPage page = new ProblemPage(problem.kind(), problem.detail());
        String html = Pages.problem(Frames.of(edition, request, edition.base(), List.of()), page);
        return HtmlReplies.secured(Reply.once(
                        problem.kind().status(), HtmlReplies.CONTENT_TYPE, html.getBytes(StandardCharsets.UTF_8)))
                .varying("Accept-Language");
    }
}
