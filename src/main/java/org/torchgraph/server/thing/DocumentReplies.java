package org.torchgraph.server.thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.Link;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.model.Description;
import org.torchgraph.model.IncomingPage;
import org.torchgraph.model.change.ThingWrite;
import org.torchgraph.model.change.ValueChange;
import org.torchgraph.query.Deadline;
import org.torchgraph.routes.PageAddress;
import org.torchgraph.server.query.Panels;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.version.CitationReplies;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.FollowLinks;
import org.torchgraph.server.version.HtmlReplies;
import org.torchgraph.server.version.MarkdownReplies;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.RdfReplies;
import org.torchgraph.server.version.Representation;
import org.torchgraph.site.Pages;
import org.torchgraph.site.cite.CitationFormat;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.markdown.ThingMarkdown;
import org.torchgraph.site.question.Panel;
import org.torchgraph.site.thing.ThingPage;

/** Returns the document about a thing in any of its forms. */
public final class DocumentReplies {
    /** The length of the longest address that the header section repeats for each form. */
    private static final int MAX_REPEATED_CHARACTERS = 400;

    /** The parameter that asks for what belongs to the thing too. */
    private static final String PARTS = "parts";

    private final Panels panels;
    private final DescriptionCache documents = new DescriptionCache();

    private final CurrentVersion currentVersion;

    public DocumentReplies(Panels panels, CurrentVersion currentVersion) {
        this.panels = panels;
        this.currentVersion = currentVersion;
    }

    /**
     * A request for a document.
     *
     * @param thing its topic
     * @param address its address without suffix
     * @param form the form of the suffix; empty if the client negotiates
     */
    record DocumentRequest(Node thing, PageAddress address, Optional<Representation> form) {

        /** Returns the address that links to other pages of the document use, with the suffix if there is one. */
        private PageAddress linking() {
            return form.map(named -> address.form(named.suffix())).orElse(address);
        }
    }

    Reply answer(PublishedVersion version, Request request, DocumentRequest asked) {
        Withdrawal.refuse(version, asked.thing());
        int page = request.page("page");
        Optional<CitationFormat> cited = CitationReplies.format(request);
        if (cited.isPresent()) {
            Description description =
                    read(version, asked, page, panels.deadline()).description();
            return CitationReplies.reply(version, request, asked.thing().getURI(), cited.get(), frame -> ThingPage.of(
                            description, frame.wording(description.labels()), frame)
                    .citation());
        }
        Representation form = asked.form().orElseGet(() -> Representation.chosen(request, Representation.PAGE_AND_RDF));
        if (form.rdf().isPresent() && request.parameter(PARTS).isPresent()) {
            return whole(version, request, asked, form);
        }
        Reply answer = form.equals(Representation.PAGE)
                ? html(version, request, asked, page)
                : form.equals(Representation.MARKDOWN)
                        ? markdown(version, request, asked, page)
                        : rdf(version, asked, form, page);
        PageAddress address = numbered(asked, page);
        if (asked.form().isEmpty()) {
            answer = answer.varying("Accept");
        }
        if (!isRepeated(address)) {
            return answer;
        }
        if (asked.form().isEmpty()) {
            answer = answer.with("Content-Location", address.form(form.suffix()).toString());
        }
        String document = version.site().links().document(asked.thing()).getURI();
        String canonical = page == 1 ? document : document + (document.contains("?") ? "&page=" : "?page=") + page;
        return answer.linking(List.of(Link.to(asked.thing().getURI(), "describes"), Link.to(canonical, "canonical")))
                .linking(FollowLinks.of(currentVersion, asked.address()).links());
    }

    private static PageAddress numbered(DocumentRequest asked, int page) {
        return page == 1 ? asked.address() : asked.address().with("page", page);
    }

    private static boolean isRepeated(PageAddress address) {
        return address.toString().length() <= MAX_REPEATED_CHARACTERS;
    }

    private Reply html(PublishedVersion version, Request sent, DocumentRequest asked, int page) {
        Deadline end = panels.deadline();
        Request request =
                sent.only(Stream.concat(Stream.of("lang", "page", PageAddress.IRI), ThingSections.parameters(sent))
                        .toList());
        String canonical = asked.thing().getURI();
        List<PageContext.Alternate> feed = isRepeated(asked.address())
                ? FollowLinks.of(currentVersion, asked.address()).alternates()
                : List.of();
        Reply reply = HtmlReplies.answer(version, request, canonical, feed, frame -> {
            DescriptionCache.Document document = read(version, asked, page, end);
            IncomingPage incoming = document.description().incoming();
            List<Panel> answers = panels.about(version, asked.thing(), end);
            List<ThingWrite> changes = version.model().writes().get().about(asked.thing());
            List<Node> mentioned = changes.stream()
                    .flatMap(change -> change.values().stream())
                    .flatMap(ValueChange::nodes)
                    .toList();
            return HtmlReplies.content(
                    Pages.thing(
                            frame.offering(Stream.concat(alternates(asked, document).stream(), feed.stream())
                                    .toList()),
                            document.description(),
                            answers,
                            ThingSections.of(version, asked.thing(), request, frame),
                            changes,
                            version.resources().labels(mentioned)),
                    limit(incoming),
                    links(asked, Representation.PAGE, document),
                    answers.stream().allMatch(Panel::isAnswered));
        });
        Reply html = HtmlReplies.pictured(version, reply);
        return panels.areVolatile(version, asked.thing()) ? html.notStored() : html;
    }

    private static List<PageContext.Alternate> alternates(DocumentRequest asked, DescriptionCache.Document document) {
        return Representation.alternates(
                asked.address().path(),
                asked.address().suffixQuery(),
                document.offered().get());
    }

    private Reply markdown(PublishedVersion version, Request sent, DocumentRequest asked, int page) {
        Deadline end = panels.deadline();
        Request request = sent.only(List.of("lang", "page", PageAddress.IRI));
        return MarkdownReplies.of(
                version, request, MarkdownReplies.MARKDOWN, asked.thing().getURI(), frame -> {
                    DescriptionCache.Document document = read(version, asked, page, end);
                    return MarkdownReplies.content(
                            ThingMarkdown.of(
                                    frame.offering(alternates(asked, document)),
                                    document.description(),
                                    Panels.questions(version, asked.thing()),
                                    version.resources()::describe),
                            limit(document.description().incoming()),
                            links(asked, Representation.MARKDOWN, document));
                });
    }

    private Reply rdf(PublishedVersion version, DocumentRequest asked, Representation form, int page) {
        EntityTag tag = version.tag(
                "doc", form.key(), asked.thing().getURI(), asked.linking().toString(), Integer.toString(page));
        Deadline end = panels.deadline();
        return version.reply(form.type().toString(), tag, () -> {
            DescriptionCache.Document document = read(version, asked, page, end);
            return RdfReplies.content(
                    document.sorted().get(),
                    form,
                    limit(document.description().incoming()),
                    links(asked, form, document));
        });
    }

    /** Returns the statements of the thing and of all that belongs to it. */
    private static Reply whole(PublishedVersion version, Request request, DocumentRequest asked, Representation form) {
        if (!request.parameter(PARTS).orElseThrow().equals("all")) {
            throw Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.PARTS_ALL)
                    .about(PARTS)
                    .exception();
        }
        EntityTag tag = version.tag(
                "parts", form.key(), asked.thing().getURI(), asked.address().toString());
        Reply answer =
                RdfReplies.document(version, form, tag, asked.address().with(PARTS, "all"), () -> version.resources()
                        .whole(asked.thing()));
        return asked.form().isEmpty() ? answer.varying("Accept") : answer;
    }

    /** Returns the header of a document that has one page of the incoming links. */
    private static Map<String, String> limit(IncomingPage incoming) {
        return incoming.pages() == 1 ? Map.of() : Map.of(Reply.RESULT_LIMIT, Integer.toString(IncomingPage.SIZE));
    }

    /** Returns links to the other forms, the previous and the next page. */
    private static List<Link> links(DocumentRequest asked, Representation form, DescriptionCache.Document document) {
        IncomingPage incoming = document.description().incoming();
        PageAddress address = asked.linking();
        PageAddress own = numbered(asked, incoming.page());
        List<Link> links = new ArrayList<>();
        if (isRepeated(own)) {
            links.addAll(form.others(
                    own.path(), own.suffixQuery(), document.offered().get()));
        }
        if (incoming.page() > 1) {
            links.add(Link.to(address.with("page", incoming.page() - 1).toString(), "prev"));
        }
        if (incoming.page() < incoming.pages()) {
            links.add(Link.to(address.with("page", incoming.page() + 1).toString(), "next"));
        }
        return links;
    }

    private DescriptionCache.Document read(PublishedVersion version, DocumentRequest asked, int page, Deadline end) {
        return documents.find(version, asked.thing(), page, end).orElseThrow(() -> Problem.of(
                        Problem.ProblemKind.NOT_FOUND, Code.NO_PAGE_OF_LINKS, page)
                .exception());
    }
}
