package org.torchgraph.server.version;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.torchgraph.http.Link;
import org.torchgraph.http.MediaType;
import org.torchgraph.http.Problem;
import org.torchgraph.server.reply.CommonHeaders;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.site.Pages;
import org.torchgraph.site.frame.PageContext;

/**
 * Returns pages as replies, with an entity tag, {@code Vary} by language, and a content security policy that only
 * permits this site.
 */
public final class HtmlReplies {
    /** The media type of pages. */
    public static final MediaType HTML = MediaType.of("text/html");

    private static final String CONTENT_SECURITY = "default-src 'self'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:%s; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors ";

    private static final int MAX_REPEATED_CHARACTERS = 2000;

    private HtmlReplies() {}

    /** Returns a page that has no other form: 406 if the client does not accept HTML. */
    public static Reply only(PublishedVersion version, Request request, Function<PageContext, Content> page) {
        return only(version, request, "", page);
    }

    /**
     * Returns a page that has no other form.
     *
     * @param key differs if the page depends on something besides the version and the request
     */
    public static Reply only(
            PublishedVersion version, Request request, String key, Function<PageContext, Content> page) {
        if (request.accept().best(List.of(HTML)).isEmpty()) {
            throw Problem.notAcceptable(List.of(HTML.toString())).exception();
        }
        String canonical = version.base() + request.path().substring(1);
        Reply reply = answer(version, request.only(List.of("lang")), canonical, List.of(), key, page)
                .varying("Accept");
        return key.isEmpty() ? reply : reply.undated();
    }

    /** Returns a page that is one of several forms. */
    public static Reply page(
            PublishedVersion version,
            Request request,
            String canonical,
            List<PageContext.Alternate> alternates,
            Function<PageContext, String> page) {
        return answer(
                version,
                request,
                canonical,
                alternates,
                frame -> content(page.apply(frame), Map.of(), List.of(), true));
    }

    /**
     * Returns a page with header fields and links that depend on its content.
     *
     * @param page creates the page, by {@link #content}
     */
    public static Reply answer(
            PublishedVersion version,
            Request request,
            String canonical,
            List<PageContext.Alternate> alternates,
            Function<PageContext, Content> page) {
        return answer(version, request, canonical, alternates, "", page);
    }

    private static Reply answer(
            PublishedVersion version,
            Request request,
            String canonical,
            List<PageContext.Alternate> alternates,
            String key,
            Function<PageContext, Content> page) {
        PageContext frame = PageContexts.of(version, request, canonical, alternates);
        return secured(
                        frame,
                        version.reply(
                                HTML.toString(),
                                version.tag(
                                        "html",
                                        request.path(),
                                        frame.query(),
                                        frame.language().code(),
                                        String.join(",", frame.reader().ranges()),
                                        frame.address("/"),
                                        alternates.toString(),
                                        key),
                                () -> page.apply(frame)))
                .noticing((content, since) -> noticed(content, frame, since));
    }

    /** Returns a page with the notice that the store does not answer; the page that is kept stays as it is. */
    private static Content noticed(Content page, PageContext frame, Instant since) {
        try {
            String html = Pages.silent(frame, new String(page.bytes(), StandardCharsets.UTF_8), since);
            return content(html, page.headers(), page.links(), page.isComplete());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /**
     * Returns the content of a page.
     *
     * @param html the page
     * @param headers header fields that depend on its content
     * @param links links that depend on its content
     * @param complete whether nothing is missing due to a failure
     */
    public static Content content(String html, Map<String, String> headers, List<Link> links, boolean complete) {
        return Content.of(html.getBytes(StandardCharsets.UTF_8), headers, links, complete);
    }

    /** Returns an error page for this request only; its links do not repeat a query string that is long. */
    public static Reply refusal(
            PublishedVersion version,
            Request request,
            int status,
            String canonical,
            Function<PageContext, String> page) {
        Request repeated =
                request.queryString().length() > MAX_REPEATED_CHARACTERS ? request.only(List.of("lang")) : request;
        PageContext frame = PageContexts.of(version, repeated, canonical, List.of());
        byte[] html = page.apply(frame).getBytes(StandardCharsets.UTF_8);
        return secured(frame, Reply.once(status, HTML.toString(), html)).with("Cache-Control", "no-store");
    }

    private static Reply secured(PageContext frame, Reply answer) {
        return answer.varying("Accept-Language")
                .with("Content-Language", frame.language().tag())
                .with(CommonHeaders.CONTENT_SECURITY_POLICY, CONTENT_SECURITY.formatted("") + "'none'");
    }

    /** Returns the same page with the permission to load the pictures of things that the version shows. */
    public static Reply pictured(PublishedVersion version, Reply page) {
        String hosts = version.pictureSources().get().stream().map(" "::concat).collect(Collectors.joining());
        return page.with(CommonHeaders.CONTENT_SECURITY_POLICY, CONTENT_SECURITY.formatted(hosts) + "'none'");
    }

    /** Returns the same page with the permission for other sites to embed it. */
    public static Reply framed(Reply page) {
        return page.with(CommonHeaders.CONTENT_SECURITY_POLICY, CONTENT_SECURITY.formatted("") + "*");
    }
}
