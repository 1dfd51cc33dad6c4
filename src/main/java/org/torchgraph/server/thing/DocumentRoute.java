package org.torchgraph.server.thing;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.routes.IriPaths;
import org.torchgraph.routes.PageAddress;
import org.torchgraph.server.edition.Edition;
import org.torchgraph.server.edition.Editions;
import org.torchgraph.server.edition.Form;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;

/**
 * {@code /doc/…}: the document about a thing, negotiated or by suffix. A thing whose name the path cannot carry has its
 * document at {@code /resource}, where this leads to.
 */
public final class DocumentRoute implements Route {
    private final Editions editions;
    private final DocumentReplies replies;

    public DocumentRoute(Editions editions, DocumentReplies replies) {
        this.editions = editions;
        this.replies = replies;
    }

    @Override
    public Reply answer(Request request) {
        Edition edition = editions.get();
        String path = request.path().substring(IriPaths.DOCUMENTS.length());
        Things things = new Things(edition);
        int dot = path.lastIndexOf('.');
        Optional<Form> form = dot < path.lastIndexOf('/')
                ? Optional.empty()
                : Form.ofSuffix(path.substring(dot + 1), Form.PAGE_AND_RDF);
        String stem = form.isEmpty() ? path : path.substring(0, dot);
        Optional<Node> thing = things.ofDocument(stem);
        if (thing.isEmpty() && form.isPresent()) {
            thing = things.ofDocument(path);
            stem = path;
            form = Optional.empty();
        }
        if (thing.isEmpty()) {
            thing = things.named("/id" + path, "").or(() -> things.named(path, ""));
        }
        Node found = thing.orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, Code.NO_DOCUMENT, request.path())
                .exception());
        PageAddress own = edition.site().links().address(found.getURI());
        if (own.path().equals(PageAddress.RESOURCE)) {
            return Reply.seeOther(
                            form.map(one -> own.form(one.suffix())).orElse(own).toString())
                    .varying("Accept");
        }
        PageAddress asked = new PageAddress(IriPaths.DOCUMENTS + stem, "");
        return replies.answer(edition, request, new DocumentReplies.Asked(found, asked, form));
    }
}
