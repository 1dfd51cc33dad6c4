package org.torchgraph.server.version;

import java.util.List;
import java.util.Optional;
import org.torchgraph.http.Link;
import org.torchgraph.question.Question;
import org.torchgraph.routes.PageAddress;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Request;
import org.torchgraph.site.frame.PageContext;

/**
 * The links to the feed of what changes about the topic of a reply.
 *
 * @param address the address of the feed; empty if there is none
 */
public record FollowLinks(Optional<String> address) {

    /**
     * Returns the links from an answer; none if it differs in each run, if no versions are kept, or if it is of one.
     */
    public static FollowLinks of(CurrentVersion currentVersion, Question question, Request request) {
        Request values = request.only(
                question.parameters().stream().map(Question.Parameter::name).toList());
        return new FollowLinks(
                Optional.of(SiteRoute.QUESTION.path(question.name()) + "." + SiteRoute.FEED_SUFFIX + values.query())
                        .filter(feed -> !question.isVolatile()
                                && currentVersion.kept().areKept()
                                && AskedVersion.named(request).isEmpty()));
    }

    /** Returns the links from the document at an address; none if no versions are kept. */
    public static FollowLinks of(CurrentVersion currentVersion, PageAddress document) {
        return new FollowLinks(Optional.of(document.form(SiteRoute.FEED_SUFFIX).toString())
                .filter(feed -> currentVersion.kept().areKept()));
    }

    /** Returns the links for the header section. */
    public List<Link> links() {
        return address.map(feed -> Link.to(feed, "alternate").type(PageContext.Alternate.FEED)).stream()
                .toList();
    }

    /** Returns the links for a page. */
    public List<PageContext.Alternate> alternates() {
        return address.map(PageContext.Alternate::feed).stream().toList();
    }
}
