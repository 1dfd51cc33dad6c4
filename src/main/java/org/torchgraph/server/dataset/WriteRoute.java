package org.torchgraph.server.dataset;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.torchgraph.dataset.History;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.WritePatch;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.query.SpooledResult;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.reply.SpooledContent;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;

/** Serves {@code /history/<number>}, an accepted write as RDF Patch. */
public final class WriteRoute implements Route {
    private static final int BUFFER_BYTES = 1 << 16;

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
        int number = asked.equals("0") && !history.filled().isEmpty()
                ? 0
                : HistoryRoute.number(asked)
                        .filter(named -> named <= history.size())
                        .orElseThrow(() -> Problem.of(
                                        Problem.ProblemKind.NOT_FOUND, Code.HISTORY_NUMBER, asked, history.size())
                                .exception());
        return version.reply(WritePatch.TYPE, version.tag("write", asked), () -> patch(version.snapshot(), number));
    }

    private static Content patch(Snapshot snapshot, int number) {
        try {
            return new SpooledContent(SpooledResult.written(Long.MAX_VALUE, out -> {
                OutputStream buffered = new BufferedOutputStream(out, BUFFER_BYTES);
                WritePatch.write(snapshot, number, buffered);
                buffered.flush();
            }));
        } catch (IOException diskIsFull) {
            throw new UncheckedIOException(diskIsFull);
        }
    }
}
