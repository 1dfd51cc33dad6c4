package org.torchgraph.server.dataset;

import java.io.ByteArrayOutputStream;
import org.torchgraph.dataset.History;
import org.torchgraph.dataset.WritePatch;
import org.torchgraph.dataset.WriteRecord;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;

/** Serves {@code /history/<number>}, an accepted write as RDF Patch. */
public final class WriteRoute implements Route {
    private final CurrentVersion currentVersion;

    public WriteRoute(CurrentVersion currentVersion) {
        this.currentVersion = currentVersion;
    }

    @Override
    public Reply answer(Request request) {
        if (request.path().equals(SiteRoute.WRITE.path())) {
            return Reply.seeOther(SiteRoute.HISTORY.path() + request.query());
        }
        PublishedVersion version = currentVersion.get();
        History history = version.snapshot().history();
        String asked = request.path().substring(SiteRoute.WRITE.path().length());
        WriteRecord write = HistoryRoute.number(asked)
                .flatMap(history::numbered)
                .orElseThrow(() -> Problem.of(Problem.ProblemKind.NOT_FOUND, Code.HISTORY_NUMBER, asked, history.size())
                        .exception());
        return version.reply(WritePatch.TYPE, version.tag("write", asked), () -> {
            ByteArrayOutputStream patch = new ByteArrayOutputStream();
            WritePatch.write(write, patch);
            return Content.of(patch.toByteArray());
        });
    }
}
