package org.torchgraph.server.thing;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.torchgraph.http.Link;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.routes.IriPaths;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.ThingResolver;

/**
 * Serves {@code /id/…}, {@code /concept/…}, {@code /graph/…} and any other IRI under the base. A thing is not a
 * document, so the reply is a 303 to the document about it. A path of the site with a slash or {@code .html} at its end
 * is a 303 to that path.
 *
 * @see <a href="https://www.w3.org/TR/cooluris/#r303uri">Cool URIs for the Semantic Web §4.2</a>
 */
public final class ThingRoute implements Route {
    /** The length beyond which a query string is dropped; documents have no such parameters. */
    private static final int MAX_QUERY_CHARACTERS = 1024;

    private final CurrentVersion currentVersion;

    public ThingRoute(CurrentVersion currentVersion) {
        this.currentVersion = currentVersion;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion version = currentVersion.get();
        String query = request.query().isEmpty() ? "" : request.query().substring(1);
        ThingResolver things = new ThingResolver(version);
        Optional<Node> known = things.atFurtherBase(request)
                .or(() -> things.named(request.path(), query))
                .map(things::same);
        Optional<SiteRoute> meant = known.isPresent() ? Optional.empty() : SiteRoute.meant(request.path());
        if (meant.isPresent()) {
            return Reply.seeOther(meant.get().path() + request.query());
        }
        Node thing = known.orElseThrow(() -> Problem.of(
                        Problem.ProblemKind.NOT_FOUND,
                        Code.THING_UNKNOWN,
                        version.base() + request.path().substring(1))
                .exception());
        Withdrawal.refuse(version, thing);
        // A query string that is part of the IRI is not repeated.
        String kept = thing.getURI().contains("?") || query.length() > MAX_QUERY_CHARACTERS ? "" : query;
        String document = joined(version.site().links().path(thing.getURI()).orElseThrow(), kept);
        return Reply.seeOther(document).varying("Accept").linking(List.of(Link.to(document, "describedby")));
    }

    /** Returns an address with additional query parameters. */
    static String joined(String address, String query) {
        if (query.isEmpty()) {
            return address;
        }
        String whole = IriPaths.whole(address);
        return whole + (whole.contains("?") ? "&" : "?") + query + address.substring(whole.length());
    }
}
