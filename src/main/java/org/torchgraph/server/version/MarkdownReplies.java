package org.torchgraph.server.version;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.torchgraph.http.Link;
import org.torchgraph.http.MediaType;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.site.frame.PageContext;

/** Returns texts in Markdown as replies, which depend on the language like pages. */
public final class MarkdownReplies {
    /** The media type of Markdown (RFC 7763). */
    public static final MediaType MARKDOWN = MediaType.of("text/markdown");

    private MarkdownReplies() {}

    /**
     * Returns a text.
     *
     * @param mediaType under which it is sent
     * @param canonical the IRI that it is about
     * @param text creates the text, by {@link #content}
     */
    public static Reply of(
            PublishedVersion version,
            Request request,
            MediaType mediaType,
            String canonical,
            Function<PageContext, Content> text) {
        PageContext frame = PageContexts.of(version, request, canonical, List.of());
        return version.reply(
                        mediaType.toString(),
                        version.tag(
                                "markdown",
                                request.path(),
                                frame.query(),
                                frame.language().code(),
                                String.join(",", frame.reader().ranges()),
                                frame.address("/")),
                        () -> text.apply(frame))
                .varying("Accept-Language")
                .with("Content-Language", frame.language().tag());
    }

    /** Returns the content of a text, with header fields and links that depend on it. */
    public static Content content(String text, Map<String, String> headers, List<Link> links) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8), headers, links, true);
    }
}
