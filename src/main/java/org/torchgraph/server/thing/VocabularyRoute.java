package org.torchgraph.server.thing;

import java.util.List;
import org.apache.jena.graph.Node;
import org.torchgraph.http.Link;
import org.torchgraph.model.vocabulary.Vocabulary;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.HtmlReplies;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.RdfReplies;
import org.torchgraph.server.version.Representation;
import org.torchgraph.site.Pages;

/**
 * {@code /def}: the terms that the publication defines, negotiated or by suffix. An IRI below it leads to its document
 * when it is described, and else, as the IRI of a version, to the whole.
 */
public final class VocabularyRoute implements Route {
    private static final String ROOT = SiteRoute.VOCABULARY.path();

    private final CurrentVersion editions;

    public VocabularyRoute(CurrentVersion editions) {
        this.editions = editions;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion edition = editions.get();
        String rest = request.path().substring(ROOT.length());
        if (rest.startsWith("/")) {
            return new ThingResolver(edition)
                    .named(request.path(), "")
                    .map(Node::getURI)
                    .filter(edition.resources()::describes)
                    .flatMap(edition.site().links()::path)
                    .map(document -> Reply.seeOther(document).varying("Accept"))
                    .orElseGet(() -> Reply.seeOther(ROOT));
        }
        Representation form = rest.isEmpty()
                ? Representation.chosen(request, Representation.PAGE_AND_RDF)
                : Representation.ofSuffix(rest.substring(1), Representation.PAGE_AND_RDF)
                        .orElseThrow();
        Reply answer = form.rdf().isEmpty()
                ? html(edition, request)
                : RdfReplies.document(edition, form, edition.tag("def", form.key()), () -> edition.model()
                        .vocabulary()
                        .get()
                        .triples(edition.snapshot().union(), SiteRoute.VOCABULARY.iri(edition.base()) + "#"));
        return (rest.isEmpty() ? answer.varying("Accept").with("Content-Location", form.at(ROOT)) : answer)
                .linking(List.of(Link.to(SiteRoute.VOCABULARY.iri(edition.base()), "canonical")))
                .linking(form.others(ROOT, "", Representation.PAGE_AND_RDF));
    }

    private static Reply html(PublishedVersion edition, Request request) {
        Request heeded = request.only(List.of("lang"));
        return HtmlReplies.page(
                edition, heeded, SiteRoute.VOCABULARY.iri(edition.base()), Representation.alternates(ROOT), frame -> {
                    Vocabulary vocabulary = edition.model().vocabulary().get();
                    return Pages.vocabulary(
                            frame, vocabulary, edition.resources().labels(vocabulary.named()));
                });
    }
}
