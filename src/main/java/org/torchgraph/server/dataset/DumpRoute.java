package org.torchgraph.server.dataset;

import org.torchgraph.export.Format;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.publication.settings.Website;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;

/**
 * Serves the whole dataset in one format, {@code /export/torchgraph.<suffix>} and under the name that the publication
 * sets.
 */
public final class DumpRoute implements Route {
    private final CurrentVersion currentVersion;
    private final DumpFiles dumps;

    public DumpRoute(CurrentVersion currentVersion, DumpFiles dumps) {
        this.currentVersion = currentVersion;
        this.dumps = dumps;
    }

    @Override
    public Reply answer(Request request) {
        if (request.path().equals(SiteRoute.DUMP.path())) {
            return Reply.seeOther(SiteRoute.EXPORT.path() + request.query());
        }
        PublishedVersion version = currentVersion.get();
        String name = request.path().substring(SiteRoute.DUMP.path().length());
        Format format = Format.byFileName(name, version.site().website().dumpName())
                .or(() -> Format.byFileName(name, Website.DUMP_NAME))
                .orElseThrow(() -> Problem.of(Problem.ProblemKind.NOT_FOUND, Code.NO_DUMP, request.path())
                        .exception());
        return version.reply(format.mediaType(), version.tag("dump", format.suffix()), () -> dumps.get(version, format))
                .with(
                        "Content-Disposition",
                        "inline; filename=\"" + version.site().dumpFile(format) + "\"");
    }
}
