package org.torchgraph.server.page;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.torchgraph.server.edition.Edition;
import org.torchgraph.server.edition.Editions;
import org.torchgraph.server.edition.HtmlReplies;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.site.Pages;

/** {@code /}. */
public final class HomeRoute implements Route {
    private final Editions editions;

    public HomeRoute(Editions editions) {
        this.editions = editions;
    }

    @Override
    public Reply answer(Request request) {
        Edition edition = editions.get();
        Set<Node> named = new HashSet<>(edition.classes().keySet());
        named.addAll(edition.site().examples());
        return HtmlReplies.only(
                edition,
                request,
                frame -> Pages.home(
                        frame,
                        edition.questions().all(),
                        edition.classes(),
                        edition.resources().labels(named)));
    }
}
