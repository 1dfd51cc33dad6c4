package org.torchgraph.server.thing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.http.Link;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.model.Lazy;
import org.torchgraph.model.vocabulary.VocabularyExcerpt;
import org.torchgraph.routes.PageAddress;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.HtmlReplies;
import org.torchgraph.server.version.MarkdownReplies;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.RdfReplies;
import org.torchgraph.server.version.Representation;
import org.torchgraph.server.version.ThingResolver;
import org.torchgraph.site.Pages;
import org.torchgraph.site.markdown.VocabularyMarkdown;

/**
 * Serves {@code /def}, the terms that the publication defines, by content negotiation or suffix. An IRI below it
 * redirects to its document if it is described, else, as a version IRI, to the ontology.
 */
public final class VocabularyRoute implements Route {
    private static final String ROOT = SiteRoute.VOCABULARY.path();

    private static final String ONTOLOGY = "ontology";
    private static final String PAGE = "page";

    private final CurrentVersion currentVersion;

    public VocabularyRoute(CurrentVersion currentVersion) {
        this.currentVersion = currentVersion;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion version = currentVersion.get();
        String rest = request.path().substring(ROOT.length());
        if (rest.startsWith("/")) {
            return new ThingResolver(version)
                    .named(request.path(), "")
                    .map(Node::getURI)
                    .filter(version.resources()::describes)
                    .flatMap(version.site().links()::path)
                    .map(document -> Reply.seeOther(ThingRoute.joined(document, request.queryString()))
                            .varying("Accept"))
                    .orElseGet(() -> Reply.seeOther(ROOT + request.query()));
        }
        Representation form = rest.isEmpty()
                ? Representation.chosen(request, Representation.PAGE_AND_RDF)
                : Representation.ofSuffix(rest.substring(1), Representation.PAGE_AND_RDF)
                        .orElseThrow();
        Reply answer = form.rdf().isEmpty()
                ? form.equals(Representation.PAGE) ? html(version, request) : markdown(version, request)
                : RdfReplies.document(
                        version,
                        form,
                        version.tag("def", form.key()),
                        new PageAddress(ROOT, ""),
                        () -> statements(version));
        return (rest.isEmpty() ? answer.varying("Accept").with("Content-Location", form.at(ROOT)) : answer)
                .linking(List.of(Link.to(SiteRoute.VOCABULARY.iri(version.base()), "canonical")));
    }

    private static Reply html(PublishedVersion version, Request request) {
        Request known = request.only(List.of("lang", ONTOLOGY, PAGE));
        return HtmlReplies.answer(version, known, SiteRoute.VOCABULARY.iri(version.base()), List.of(), frame -> {
            VocabularyExcerpt vocabulary = VocabularyExcerpt.of(
                            version.model().vocabulary().get(), known.parameter(ONTOLOGY), known.page(PAGE))
                    .orElseThrow(() ->
                            noPage(known.parameter(ONTOLOGY), known.page(PAGE)).exception());
            List<Representation> offered = offered(version);
            String page = Pages.vocabulary(
                    frame.offering(Representation.alternates(ROOT, "", offered)),
                    vocabulary,
                    version.resources().labels(vocabulary.named()));
            return HtmlReplies.content(page, Map.of(), Representation.PAGE.others(ROOT, "", offered), true);
        });
    }

    private static Problem noPage(Optional<String> ontology, int page) {
        return ontology.map(iri -> Problem.of(Problem.ProblemKind.NOT_FOUND, Code.NO_PAGE_OF_TERMS, iri, page))
                .orElseGet(() -> Problem.of(Problem.ProblemKind.NOT_FOUND, Code.NO_PAGE_OF_VOCABULARY, page));
    }

    private static Reply markdown(PublishedVersion version, Request request) {
        return MarkdownReplies.of(
                version,
                request.only(List.of("lang")),
                MarkdownReplies.MARKDOWN,
                SiteRoute.VOCABULARY.iri(version.base()),
                frame -> {
                    VocabularyExcerpt vocabulary =
                            VocabularyExcerpt.whole(version.model().vocabulary().get());
                    return MarkdownReplies.content(
                            VocabularyMarkdown.of(
                                    frame, vocabulary, version.resources().labels(vocabulary.named())),
                            Map.of(),
                            Representation.MARKDOWN.others(ROOT, "", offered(version)));
                });
    }

    private static List<Representation> offered(PublishedVersion version) {
        return RdfReplies.offered(version, new Lazy<>(() -> version.writer().sorted(statements(version))));
    }

    private static Collection<Triple> statements(PublishedVersion version) {
        return version.model()
                .vocabulary()
                .get()
                .triples(version.snapshot().whole().union(), SiteRoute.VOCABULARY.iri(version.base()) + "#");
    }
}
