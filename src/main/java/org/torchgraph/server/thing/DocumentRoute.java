package org.torchgraph.server.thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.torchgraph.export.Format;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.Link;
import org.torchgraph.http.Problem;
import org.torchgraph.resource.Description;
import org.torchgraph.resource.Incoming;
import org.torchgraph.resource.Resources;
import org.torchgraph.server.edition.Edition;
import org.torchgraph.server.edition.Editions;
import org.torchgraph.server.edition.Form;
import org.torchgraph.server.edition.HtmlReplies;
import org.torchgraph.server.edition.RdfReplies;
import org.torchgraph.server.query.Panels;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.site.Pages;
import org.torchgraph.site.question.Panel;

/** {@code /doc/…}: the document about a thing, negotiated or by suffix. */
public final class DocumentRoute implements Route {
    private static final String ROOT = "/doc";

    private final Editions editions;
    private final Panels panels;
    private final Documents documents = new Documents();

    public DocumentRoute(Editions editions, Panels panels) {
        this.editions = editions;
        this.panels = panels;
    }

    /**
     * What a path asks for.
     *
     * @param thing the topic
     * @param path of the document, without suffix
     * @param form that the suffix names; empty when there is none and the client is to choose
     */
    private record Asked(Node thing, String path, Optional<Form> form) {}

    @Override
    public Reply answer(Request request) {
        Edition edition = editions.get();
        Asked asked = asked(edition, request.path().substring(ROOT.length())).orElseThrow(() -> Problem.of(
                        Problem.Kind.NOT_FOUND,
                        "There is no document " + request.path() + ": nothing is known of such a thing.")
                .exception());
        Withdrawal.refuse(edition, asked.thing());
        Form form = asked.form().orElseGet(() -> Form.chosen(request, Form.PAGE_AND_RDF));
        int page = page(request);
        Reply answer = form.rdf().isEmpty() ? html(edition, request, asked, page) : rdf(edition, asked, form, page);
        String query = page == 1 ? "" : "?page=" + page;
        List<Link> links = new ArrayList<>(List.of(Link.to(asked.thing().getURI(), "describes")));
        edition.site()
                .links()
                .document(asked.thing())
                .ifPresent(document -> links.add(Link.to(document.getURI() + query, "canonical")));
        links.addAll(form.others(asked.path(), query, Form.PAGE_AND_RDF));
        return (asked.form().isPresent()
                        ? answer
                        : answer.varying("Accept").with("Content-Location", form.at(asked.path()) + query))
                .linking(links);
    }

    private Reply html(Edition edition, Request sent, Asked asked, int page) {
        long end = panels.deadline();
        Request request = sent.only(List.of("lang", "page"));
        String canonical = asked.thing().getURI();
        Reply html = HtmlReplies.answer(edition, request, canonical, Form.alternates(asked.path()), frame -> {
            Description description = read(edition, asked, page, end).description();
            Incoming incoming = description.incoming();
            List<Panel> answers = panels.about(edition, asked.thing(), end);
            return HtmlReplies.content(
                    Pages.thing(frame, description, answers),
                    limit(incoming),
                    pages(asked, incoming),
                    answers.stream().allMatch(Panel::isAnswered));
        });
        return panels.areVolatile(edition, asked.thing()) ? html.notStored() : html;
    }

    private Reply rdf(Edition edition, Asked asked, Form form, int page) {
        Format format = form.rdf().orElseThrow();
        // Links to other pages keep the suffix of the address, if it has one.
        String address = asked.form().map(named -> named.at(asked.path())).orElse(asked.path());
        EntityTag tag = edition.tag("doc", form.suffix(), address, Integer.toString(page));
        long end = panels.deadline();
        return edition.reply(format.mediaType(), tag, () -> {
            Documents.Document document = read(edition, asked, page, end);
            Incoming incoming = document.description().incoming();
            return RdfReplies.content(document.manuscript().get(), format, limit(incoming), pages(asked, incoming));
        });
    }

    /** What is said of a document that holds only a page of the incoming links. */
    private static Map<String, String> limit(Incoming incoming) {
        return incoming.pages() == 1 ? Map.of() : Map.of(Reply.RESULT_LIMIT, Integer.toString(Resources.PAGE));
    }

    /** Links to the pages before and after. */
    private static List<Link> pages(Asked asked, Incoming incoming) {
        String address = asked.form().map(form -> form.at(asked.path())).orElse(asked.path()) + "?page=";
        List<Link> links = new ArrayList<>();
        if (incoming.page() > 1) {
            links.add(Link.to(address + (incoming.page() - 1), "prev"));
        }
        if (incoming.page() < incoming.pages()) {
            links.add(Link.to(address + (incoming.page() + 1), "next"));
        }
        return links;
    }

    private static Optional<Asked> asked(Edition edition, String path) {
        int dot = path.lastIndexOf('.');
        Optional<Asked> bySuffix = dot < path.lastIndexOf('/')
                ? Optional.empty()
                : Form.ofSuffix(path.substring(dot + 1), Form.PAGE_AND_RDF)
                        .flatMap(form -> about(edition, path.substring(0, dot), Optional.of(form)));
        return bySuffix.or(() -> about(edition, path, Optional.empty()));
    }

    private static Optional<Asked> about(Edition edition, String path, Optional<Form> form) {
        return Things.ofDocument(edition, path).map(thing -> new Asked(thing, ROOT + path, form));
    }

    private Documents.Document read(Edition edition, Asked asked, int page, long end) {
        return documents.find(edition, asked.thing(), page, end).orElseThrow(() -> Problem.of(
                        Problem.Kind.NOT_FOUND, "There is no page " + page + " of the incoming links.")
                .exception());
    }

    private static int page(Request request) {
        String page = request.parameter("page").orElse("1");
        if (!page.matches("[1-9]\\d{0,8}")) {
            throw Problem.of(Problem.Kind.BAD_PARAMETER, "page is a whole number from 1, not " + page + ".")
                    .about("page")
                    .exception();
        }
        return Integer.parseInt(page);
    }
}
