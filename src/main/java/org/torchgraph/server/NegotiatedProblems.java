package org.torchgraph.server;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.torchgraph.http.Accept;
import org.torchgraph.http.MediaType;
import org.torchgraph.http.Problem;
import org.torchgraph.server.page.ProblemPages;
import org.torchgraph.server.reply.ProblemReplies;
import org.torchgraph.server.reply.Reply;

/** Problems as a page for a client that prefers HTML, else as a problem document (RFC 9457). */
final class NegotiatedProblems implements ProblemReplies {
    private static final MediaType JSON = MediaType.of(Problem.MEDIA_TYPE);
    private static final MediaType PAGE = MediaType.of("text/html");

    private final ProblemPages pages;

    NegotiatedProblems(ProblemPages pages) {
        this.pages = pages;
    }

    @Override
    public Reply answer(HttpServletRequest servlet, Problem problem) {
        boolean page = Accept.parse(servlet.getHeader("Accept"))
                .best(List.of(JSON, PAGE))
                .filter(PAGE::equals)
                .isPresent();
        Reply answer = page
                ? pages.page(servlet, problem)
                : Reply.once(
                        problem.kind().status(),
                        Problem.MEDIA_TYPE,
                        problem.toJson().getBytes(StandardCharsets.UTF_8));
        answer = answer.varying("Accept").with("Cache-Control", "no-store");
        return problem.allow().isEmpty() ? answer : answer.with("Allow", String.join(", ", problem.allow()));
    }
}
