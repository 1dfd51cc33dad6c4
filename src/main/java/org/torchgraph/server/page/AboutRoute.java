package org.torchgraph.server.page;

import org.torchgraph.server.edition.Edition;
import org.torchgraph.server.edition.Editions;
import org.torchgraph.server.edition.HtmlReplies;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.site.AboutPage;
import org.torchgraph.site.Pages;

/** {@code /about}. */
public final class AboutRoute implements Route {
    private final Editions editions;

    public AboutRoute(Editions editions) {
        this.editions = editions;
    }

    @Override
    public Reply answer(Request request) {
        Edition edition = editions.get();
        return HtmlReplies.only(
                edition,
                request,
                frame -> Pages.about(
                        frame,
                        edition.cited(),
                        edition.resources()
                                .labels(edition.cited().stream()
                                        .map(AboutPage.Cited::source)
                                        .toList())));
    }
}
