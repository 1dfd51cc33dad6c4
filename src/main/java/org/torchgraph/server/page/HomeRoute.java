package org.torchgraph.server.page;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.torchgraph.model.ThingViews.ViewedThing;
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

/** Serves {@code /}, the first page, with the panels of the publication's dataset. */
public final class HomeRoute implements Route {
    private final CurrentVersion currentVersion;
    private final Panels panels;

    public HomeRoute(CurrentVersion currentVersion, Panels panels) {
        this.currentVersion = currentVersion;
        this.panels = panels;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion version = currentVersion.get();
        Optional<Node> dataset = version.site().entry().dataset();
        Deadline end = panels.deadline();
        Reply page = HtmlReplies.only(
                        version,
                        request,
                        frame -> page(
                                version,
                                frame,
                                dataset.map(thing -> panels.about(version, thing, end))
                                        .orElse(List.of())))
                .linking(PageRoute.DISCOVERY);
        return dataset.filter(thing -> panels.areVolatile(version, thing)).isPresent() ? page.notStored() : page;
    }

    private static Content page(PublishedVersion version, PageContext frame, List<Panel> answers) {
        Set<Node> named = new HashSet<>(version.model().classes().get().keySet());
        named.addAll(version.site().entry().examples());
        List<ViewedThing> views = version.model().views().all();
        views.forEach(view -> named.add(view.node()));
        String html = Pages.home(
                frame,
                version.questions().all(),
                answers,
                version.model().classes().get(),
                views,
                version.resources().labels(named));
        return HtmlReplies.content(html, Map.of(), List.of(), answers.stream().allMatch(Panel::isAnswered));
    }
}
