package org.torchgraph.server.version;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.torchgraph.http.MediaType;
import org.torchgraph.messages.Language;
import org.torchgraph.server.reply.CommonHeaders;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.question.PictureSheet;
import org.torchgraph.site.words.Reader;

/** Returns pictures as replies. Their rules of style stand in the file, and their policy permits no others. */
public final class PictureReplies {
    static final MediaType SVG = MediaType.of("image/svg+xml");

    private static final String CONTENT_SECURITY = "default-src 'none'; style-src 'sha256-%s'; frame-ancestors 'none'"
            .formatted(Base64.getEncoder().encodeToString(DigestUtils.sha256(PictureSheet.STYLE)));

    private PictureReplies() {}

    /**
     * Returns a picture.
     *
     * @param language the language of its texts
     * @param canonical the IRI of the answer that it shows
     * @param picture creates the SVG
     */
    public static Reply of(
            PublishedVersion version,
            Request request,
            Language language,
            String canonical,
            Function<PageContext, String> picture) {
        PageContext frame = new PageContext(
                version.site().at(request.mount()),
                Reader.of(language),
                request.origin(),
                request.path(),
                request.queryString(),
                canonical,
                List.of());
        return version.reply(
                        SVG.toString(),
                        version.tag("svg", request.path(), frame.query(), language.code(), frame.address("/")),
                        () -> HtmlReplies.content(picture.apply(frame), Map.of(), List.of(), true))
                .with(CommonHeaders.CONTENT_SECURITY_POLICY, CONTENT_SECURITY);
    }
}
