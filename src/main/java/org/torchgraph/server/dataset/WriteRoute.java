package org.torchgraph.server.dataset;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.torchgraph.dataset.History;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.WritePatch;
import org.torchgraph.export.HistoryTriples;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.MediaType;
import org.torchgraph.http.Ordinal;
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
import org.torchgraph.server.version.RdfReplies;
import org.torchgraph.server.version.Representation;

/**
 * Serves {@code /history/<number>}, an accepted write as RDF Patch or told in RDF. What the store was filled with is a
 * patch alone.
 */
public final class WriteRoute implements Route {
    private static final int BUFFER_BYTES = 1 << 16;

    /** The patch, which pages link to: browsers name HTML. */
    private static final Representation PATCH = new Representation(
            MediaType.of(WritePatch.TYPE), "rdfp", Optional.empty(), Optional.empty(), List.of("text/html"));

    private static final List<Representation> FORMS =
            Stream.concat(Stream.of(PATCH), Representation.RDF.stream()).toList();

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
                : Ordinal.parse(asked).filter(named -> named <= history.size()).orElseThrow(() -> Problem.of(
                                Problem.ProblemKind.NOT_FOUND, Code.HISTORY_NUMBER, asked, history.size())
                        .exception());
        Representation form = Representation.chosen(request, number == 0 ? List.of(PATCH) : FORMS);
        EntityTag tag = version.tag("write", form.key(), asked);
        Reply reply = form.equals(PATCH)
                ? version.reply(WritePatch.TYPE, tag, () -> patch(version.snapshot(), number))
                : RdfReplies.triples(
                        version,
                        form,
                        tag,
                        () -> HistoryTriples.whole(
                                version.base(),
                                version.dataset(),
                                history,
                                history.numbered(number).orElseThrow()));
        return reply.varying("Accept");
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
