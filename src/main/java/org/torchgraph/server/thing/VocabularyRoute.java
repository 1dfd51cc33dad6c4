package org.torchgraph.server.thing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.http.Link;
import org.torchgraph.rdf.TripleSource;
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
import org.torchgraph.site.vocabulary.Vocabulary;
import org.torchgraph.site.vocabulary.VocabularyTerm;

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
                : RdfReplies.document(edition, form, edition.tag("def", form.key()), () -> statements(edition));
        return (rest.isEmpty() ? answer.varying("Accept").with("Content-Location", form.at(ROOT)) : answer)
                .linking(List.of(Link.to(SiteRoute.VOCABULARY.iri(edition.base()), "canonical")))
                .linking(form.others(ROOT, "", Representation.PAGE_AND_RDF));
    }

    private static Reply html(PublishedVersion edition, Request request) {
        Request heeded = request.only(List.of("lang"));
        return HtmlReplies.page(
                edition, heeded, SiteRoute.VOCABULARY.iri(edition.base()), Representation.alternates(ROOT), frame -> {
                    Vocabulary vocabulary = edition.vocabulary().get();
                    return Pages.vocabulary(
                            frame, vocabulary, edition.resources().labels(vocabulary.named()));
                });
    }

    /** All that is said of the ontology and of its terms, with what hangs from them by blank nodes. */
    private static Set<Triple> statements(PublishedVersion edition) {
        TripleSource union = edition.snapshot().union();
        Vocabulary vocabulary = edition.vocabulary().get();
        Set<Triple> statements = new HashSet<>();
        Stream.of(
                        vocabulary.ontologies().stream(),
                        Stream.concat(vocabulary.classes().stream(), vocabulary.properties().stream())
                                .map(VocabularyTerm::node),
                        union.find()
                                .map(Triple::getSubject)
                                .filter(subject -> subject.isURI()
                                        && subject.getURI().startsWith(SiteRoute.VOCABULARY.iri(edition.base()) + "#")))
                .flatMap(nodes -> nodes)
                .distinct()
                .forEach(node ->
                        statements.addAll(union.find(node, Node.ANY, Node.ANY).toList()));
        Set<Triple> open = Set.copyOf(statements);
        while (!open.isEmpty()) {
            Set<Triple> next = new HashSet<>();
            open.stream()
                    .map(Triple::getObject)
                    .filter(Node::isBlank)
                    .forEach(blank ->
                            next.addAll(union.find(blank, Node.ANY, Node.ANY).toList()));
            next.removeAll(statements);
            statements.addAll(next);
            open = next;
        }
        return statements;
    }
}
