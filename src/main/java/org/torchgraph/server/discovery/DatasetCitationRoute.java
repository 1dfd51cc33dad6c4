package org.torchgraph.server.discovery;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.torchgraph.http.MediaType;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.MarkdownReplies;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.cite.DatasetCitation;
import org.torchgraph.site.frame.PageContext;

/** Serves how the whole dataset is cited, as a file for an archive or a code host. */
public final class DatasetCitationRoute implements Route {
    private final CurrentVersion currentVersion;
    private final MediaType type;
    private final Function<PageContext, String> file;

    private DatasetCitationRoute(CurrentVersion currentVersion, MediaType type, Function<PageContext, String> file) {
        this.currentVersion = currentVersion;
        this.type = type;
        this.file = file;
    }

    /** Returns the route of {@code /datacite.json}. */
    public static Route dataCite(CurrentVersion currentVersion) {
        return new DatasetCitationRoute(
                currentVersion, MediaType.of("application/vnd.datacite.datacite+json"), DatasetCitation::dataCite);
    }

    /** Returns the route of {@code /CITATION.cff}. */
    public static Route citationFile(CurrentVersion currentVersion) {
        return new DatasetCitationRoute(
                currentVersion, MediaType.of("application/yaml"), DatasetCitation::citationFile);
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion version = currentVersion.get();
        return MarkdownReplies.of(
                version,
                request.only(List.of("lang")),
                type,
                version.site().entry().dataset().map(Node::getURI).orElse(version.base()),
                frame -> MarkdownReplies.content(file.apply(frame), Map.of(), List.of()));
    }
}
