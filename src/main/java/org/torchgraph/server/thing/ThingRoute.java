package org.torchgraph.server.thing;

import java.util.List;
import org.apache.jena.graph.Node;
import org.torchgraph.http.Link;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.routes.IriPaths;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;

/**
 * {@code /id/…}, {@code /concept/…}, {@code /graph/…}, and any other IRI under the base: a thing is not a document, so
 * it is answered by 303 to the document about it.
 *
 * @see <a href="https://www.w3.org/TR/cooluris/#r303uri">Cool URIs for the Semantic Web §4.2</a>
 */
public final class ThingRoute implements Route {
    /** What is longer is nothing that a document heeds. */
    private static final int LONGEST_QUERY = 1024;

    private final CurrentVersion editions;

    public ThingRoute(CurrentVersion editions) {
        this.editions = editions;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion edition = editions.get();
        String query = request.query().isEmpty() ? "" : request.query().substring(1);
        Node thing = new ThingResolver(edition).named(request.path(), query).orElseThrow(() -> Problem.of(
                        Problem.ProblemKind.NOT_FOUND,
                        Code.THING_UNKNOWN,
                        edition.base() + request.path().substring(1))
                .exception());
        Withdrawal.refuse(edition, thing);
        // A query that is part of the name has done its work.
        String kept = thing.getURI().contains("?") || query.length() > LONGEST_QUERY ? "" : query;
        String document = joined(edition.site().links().path(thing.getURI()).orElseThrow(), kept);
        return Reply.seeOther(document).varying("Accept").linking(List.of(Link.to(document, "describedby")));
    }

    /** An address with more of a query. */
    static String joined(String address, String query) {
        if (query.isEmpty()) {
            return address;
        }
        String whole = IriPaths.whole(address);
        return whole + (whole.contains("?") ? "&" : "?") + query + address.substring(whole.length());
    }
}
