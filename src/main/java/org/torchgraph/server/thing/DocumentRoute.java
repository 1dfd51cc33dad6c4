package org.torchgraph.server.thing;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.routes.IriPaths;
import org.torchgraph.routes.PageAddress;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.Representation;
import org.torchgraph.server.version.ThingResolver;

/**
 * Serves {@code /doc/…}, the document about a thing, by content negotiation or suffix. It redirects to
 * {@code /resource} for a thing whose IRI a path cannot carry.
 */
public final class DocumentRoute implements Route {
    private final CurrentVersion currentVersion;
    private final DocumentReplies replies;

    public DocumentRoute(CurrentVersion currentVersion, DocumentReplies replies) {
        this.currentVersion = currentVersion;
        this.replies = replies;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion version = currentVersion.get();
        String path = request.path().substring(IriPaths.DOCUMENTS.length());
        ThingResolver things = new ThingResolver(version);
        int dot = path.lastIndexOf('.');
        Optional<Representation> form = dot < path.lastIndexOf('/')
                ? Optional.empty()
                : Representation.ofSuffix(path.substring(dot + 1), Representation.PAGE_AND_RDF);
        String stem = form.isEmpty() ? path : path.substring(0, dot);
        Optional<Node> thing = things.ofDocument(stem);
        if (thing.isEmpty() && form.isPresent()) {
            thing = things.ofDocument(path);
            stem = path;
            form = Optional.empty();
        }
        boolean moved = thing.isEmpty();
        if (moved) {
            thing = things.named(IriPaths.THINGS + path, "").or(() -> things.named(path, ""));
        }
        Node found = thing.orElseThrow(() -> Problem.of(Problem.ProblemKind.NOT_FOUND, Code.NO_DOCUMENT, request.path())
                .exception());
        PageAddress own = version.site().links().address(found.getURI());
        if (moved || own.path().equals(SiteRoute.RESOURCE.path())) {
            return Reply.seeOther(
                            form.map(one -> own.form(one.suffix())).orElse(own).toString())
                    .varying("Accept");
        }
        PageAddress asked = new PageAddress(IriPaths.DOCUMENTS + stem, "");
        return replies.answer(version, request, new DocumentReplies.DocumentRequest(found, asked, form));
    }
}
