package org.torchgraph.server.discovery;

import java.util.List;
import java.util.Map;
import org.torchgraph.http.MediaType;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.MarkdownReplies;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.markdown.GuideMarkdown;

/**
 * Serves {@code /llms.txt}, the guide for assistants.
 *
 * @see <a href="https://llmstxt.org/">The form of llms.txt</a>
 */
public final class GuideRoute implements Route {
    private static final MediaType TEXT = MediaType.of("text/plain");

    private final CurrentVersion currentVersion;

    public GuideRoute(CurrentVersion currentVersion) {
        this.currentVersion = currentVersion;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion version = currentVersion.get();
        return MarkdownReplies.of(
                version,
                request.only(List.of("lang")),
                TEXT,
                SiteRoute.GUIDE.iri(version.base()),
                frame -> MarkdownReplies.content(
                        GuideMarkdown.of(frame, version.questions().all()), Map.of(), List.of()));
    }
}
