package org.torchgraph.server.version;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.torchgraph.http.Link;
import org.torchgraph.http.MediaType;
import org.torchgraph.http.Problem;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.site.frame.PageContext;

/** Pages as answers: tagged, varying with the language, and under a policy that lets them load from this site only. */
public final class HtmlReplies {
    public static final MediaType HTML = MediaType.of("text/html");
    private static final String CONTENT_SECURITY = "default-src 'self'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors ";

    private HtmlReplies() {}

    /** A page that has no other form: 406 when the client takes no HTML. */
    public static Reply only(PublishedVersion edition, Request request, Function<PageContext, Content> page) {
        if (request.accept().best(List.of(HTML)).isEmpty()) {
            throw Problem.notAcceptable(List.of(HTML.toString())).exception();
        }
        String canonical = edition.base() + request.path().substring(1);
        return answer(edition, request.only(List.of("lang")), canonical, List.of(), page)
                .varying("Accept");
    }

    /** A page that is one of several forms of an answer. */
    public static Reply page(
            PublishedVersion edition,
            Request request,
            String canonical,
            List<PageContext.Alternate> alternates,
            Function<PageContext, String> page) {
        return answer(
                edition,
                request,
                canonical,
                alternates,
                frame -> content(page.apply(frame), Map.of(), List.of(), true));
    }

    /**
     * A page of which something is known only when it is made.
     *
     * @param page makes it, by {@link #content}
     */
    public static Reply answer(
            PublishedVersion edition,
            Request request,
            String canonical,
            List<PageContext.Alternate> alternates,
            Function<PageContext, Content> page) {
        PageContext frame = PageContexts.of(edition, request, canonical, alternates);
        return secured(edition.reply(
                HTML.toString(),
                edition.tag(
                        "html",
                        request.path(),
                        frame.query(),
                        frame.language().code(),
                        String.join(",", frame.reader().ranges()),
                        frame.address("/")),
                () -> page.apply(frame)));
    }

    /**
     * A page.
     *
     * @param headers that follow from what is in it
     * @param links that do
     * @param complete whether nothing was left out because it failed
     */
    public static Content content(String html, Map<String, String> headers, List<Link> links, boolean complete) {
        return Content.of(html.getBytes(StandardCharsets.UTF_8), headers, links, complete);
    }

    /** A page that says why the request was refused, made for it alone. */
    public static Reply refusal(
            PublishedVersion edition,
            Request request,
            int status,
            String canonical,
            Function<PageContext, String> page) {
        byte[] html = page.apply(PageContexts.of(edition, request, canonical, List.of()))
                .getBytes(StandardCharsets.UTF_8);
        return secured(Reply.once(status, HTML.toString(), html)).with("Cache-Control", "no-store");
    }

    private static Reply secured(Reply answer) {
        return answer.varying("Accept-Language").with("Content-Security-Policy", CONTENT_SECURITY + "'none'");
    }

    /** The same page, which any other page may show inside itself. */
    public static Reply framed(Reply page) {
        return page.with("Content-Security-Policy", CONTENT_SECURITY + "*");
    }
}
