package org.torchgraph.server.dataset;

import org.torchgraph.export.Format;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;

/** Serves {@code /export/torchgraph.<suffix>}, the whole dataset in one format. */
public final class DumpRoute implements Route {
    private final CurrentVersion editions;
    private final DumpFiles dumps;

    public DumpRoute(CurrentVersion editions, DumpFiles dumps) {
        this.editions = editions;
        this.dumps = dumps;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion edition = editions.get();
        Format format = Format.byFileName(
                        request.path().substring(SiteRoute.DUMP.path().length()))
                .orElseThrow(() -> Problem.of(Problem.ProblemKind.NOT_FOUND, Code.NO_DUMP, request.path())
                        .exception());
        return edition.reply(format.mediaType(), edition.tag("dump", format.suffix()), () -> dumps.get(edition, format))
                .with("Content-Disposition", "inline; filename=\"" + format.fileName() + "\"");
    }
}
