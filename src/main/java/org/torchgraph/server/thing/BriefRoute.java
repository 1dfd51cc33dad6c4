package org.torchgraph.server.thing;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.model.Description;
import org.torchgraph.query.Deadline;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.query.Panels;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.HtmlReplies;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.ThingResolver;
import org.torchgraph.site.Pages;
import org.torchgraph.site.brief.BriefPage;
import org.torchgraph.site.question.Panel;

/**
 * Serves {@code /brief/…}, the printable page about a thing that has panels. It has the day of the request, and so is
 * not stored.
 */
public final class BriefRoute implements Route {
    private final CurrentVersion currentVersion;
    private final Panels panels;

    public BriefRoute(CurrentVersion currentVersion, Panels panels) {
        this.currentVersion = currentVersion;
        this.panels = panels;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion version = currentVersion.get();
        String path = request.path().substring(SiteRoute.BRIEF.path().length() - 1);
        Node thing = new ThingResolver(version)
                .ofDocument(path)
                .filter(found -> panels.areAbout(version, found))
                .orElseThrow(() -> Problem.of(Problem.ProblemKind.NOT_FOUND, Code.NO_BRIEF, request.path())
                        .exception());
        Withdrawal.refuse(version, thing);
        return HtmlReplies.only(version, request, frame -> {
                    Deadline end = panels.deadline();
                    List<Panel> answers = panels.about(version, thing, end);
                    String html = Pages.brief(
                            frame,
                            BriefPage.of(
                                    described(version, thing).orElseThrow(),
                                    answers,
                                    LocalDate.now(ZoneOffset.UTC),
                                    version.resources()::describe,
                                    frame));
                    return HtmlReplies.content(
                            html, Map.of(), List.of(), answers.stream().allMatch(Panel::isAnswered));
                })
                .notStored();
    }

    private static Optional<Description> described(PublishedVersion version, Node thing) {
        return version.resources().describe(thing, 1);
    }
}
