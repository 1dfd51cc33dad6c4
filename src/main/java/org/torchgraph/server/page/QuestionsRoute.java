package org.torchgraph.server.page;

import org.torchgraph.server.edition.Edition;
import org.torchgraph.server.edition.Editions;
import org.torchgraph.server.edition.HtmlReplies;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.site.Pages;

/** {@code /queries}: the list of saved queries. */
public final class QuestionsRoute implements Route {
    private final Editions editions;

    public QuestionsRoute(Editions editions) {
        this.editions = editions;
    }

    @Override
    public Reply answer(Request request) {
        Edition edition = editions.get();
        return HtmlReplies.only(
                edition,
                request,
                frame -> Pages.questions(frame, edition.questions().all()));
    }
}
