package org.torchgraph.server.discovery;

import java.nio.charset.StandardCharsets;
import org.torchgraph.http.EntityTag;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;

/**
 * {@code /robots.txt}: all may be read but what has to be worked out anew for each of countless addresses.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9309">RFC 9309</a>
 */
public final class RobotsRoute implements Route {
    private static final String RULES =
            """
            User-agent: *
            Disallow: %1$s/sparql?
            Disallow: %1$s/data?
            Disallow: %1$s/queries/*?
            Disallow: %1$s/search?
            Disallow: %1$s/*?page=
            Disallow: %1$s/*&page=

            Sitemap: %2$s
            """;

    @Override
    public Reply answer(Request request) {
        String rules = RULES.formatted(request.mount().path(), request.root() + SitemapRoute.PATH);
        return Reply.ok(
                "text/plain", EntityTag.of("robots", rules), () -> Content.of(rules.getBytes(StandardCharsets.UTF_8)));
    }
}
