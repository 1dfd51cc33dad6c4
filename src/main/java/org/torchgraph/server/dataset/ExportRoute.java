package org.torchgraph.server.dataset;

import org.torchgraph.export.Format;
import org.torchgraph.http.Problem;
import org.torchgraph.server.edition.Edition;
import org.torchgraph.server.edition.Editions;
import org.torchgraph.server.edition.HtmlReplies;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.site.ExportPage;
import org.torchgraph.site.Pages;

/** {@code /export}: where the whole can be had, and the dumps themselves. */
public final class ExportRoute implements Route {
    private static final String DUMP = "/export/torchgraph.";

    private final Editions editions;
    private final DumpFiles dumps = new DumpFiles();

    public ExportRoute(Editions editions) {
        this.editions = editions;
    }

    @Override
    public Reply answer(Request request) {
        Edition edition = editions.get();
        if (request.path().equals("/export")) {
            return HtmlReplies.only(edition, request, frame -> Pages.export(frame, ExportPage.ofUnknownSizes()));
        }
        Format format = Format.bySuffix(
                        request.path().startsWith(DUMP) ? request.path().substring(DUMP.length()) : "")
                .orElseThrow(() -> Problem.of(
                                Problem.Kind.NOT_FOUND, "There is no dump " + request.path() + "; /export lists all.")
                        .exception());
        return Reply.ok(format.contentType(), edition.tag("dump", format.suffix()), () -> dumps.get(edition, format))
                .with("Content-Disposition", "inline; filename=\"torchgraph." + format.suffix() + "\"")
                .with("Torchgraph-Version", edition.snapshot().version());
    }
}
