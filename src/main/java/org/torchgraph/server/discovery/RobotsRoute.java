package org.torchgraph.server.discovery;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.torchgraph.http.EntityTag;
import org.torchgraph.routes.RouteRole;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;

/**
 * Serves {@code /robots.txt}, which excludes paths with unlimited variants that are computed per request.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9309">RFC 9309</a>
 */
public final class RobotsRoute implements Route {
    private static final String RULES =
            """
            User-agent: *
            %2$s
            Disallow: %1$s/*?page=
            Disallow: %1$s/*&page=

            Sitemap: %3$s
            """;

    @Override
    public Reply answer(Request request) {
        String disallowed = SiteRoute.with(RouteRole.NOT_CRAWLED)
                .map(route ->
                        "Disallow: " + request.mount().of(route.isFolder() ? route.path("*") : route.path()) + "?")
                .collect(Collectors.joining("\n"));
        String rules = RULES.formatted(request.mount().path(), disallowed, request.root() + SiteRoute.SITEMAP.path());
        return Reply.ok(
                "text/plain", EntityTag.of("robots", rules), () -> Content.of(rules.getBytes(StandardCharsets.UTF_8)));
    }
}
