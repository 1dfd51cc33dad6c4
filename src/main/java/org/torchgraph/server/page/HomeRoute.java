package org.torchgraph.server.page;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.torchgraph.query.Deadline;
import org.torchgraph.server.query.Panels;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.HtmlReplies;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.Pages;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.question.Panel;

/** {@code /}: the first page, which shows the panels of the publication's dataset. */
public final class HomeRoute implements Route {
    private final CurrentVersion editions;
    private final Panels panels;

    public HomeRoute(CurrentVersion editions, Panels panels) {
        this.editions = editions;
        this.panels = panels;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion edition = editions.get();
        Optional<Node> dataset = edition.site().entry().dataset();
        Deadline end = panels.deadline();
        Reply page = HtmlReplies.only(
                        edition,
                        request,
                        frame -> page(
                                edition,
                                frame,
                                dataset.map(thing -> panels.about(edition, thing, end))
                                        .orElse(List.of())))
                .linking(PageRoute.DISCOVERY);
        return dataset.filter(thing -> panels.areVolatile(edition, thing)).isPresent() ? page.notStored() : page;
    }

    private static Content page(PublishedVersion edition, PageContext frame, List<Panel> answers) {
        Set<Node> named = new HashSet<>(edition.model().classes().keySet());
        named.addAll(edition.site().entry().examples());
        String html = Pages.home(
                frame,
                edition.questions().all(),
                answers,
                edition.model().classes(),
                edition.resources().labels(named));
        return HtmlReplies.content(html, Map.of(), List.of(), answers.stream().allMatch(Panel::isAnswered));
    }
}
