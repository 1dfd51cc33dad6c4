package org.torchgraph.site.markdown;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commonmark.node.Node;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.model.Description;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.question.QuestionCard;
import org.torchgraph.site.thing.ClaimView;
import org.torchgraph.site.thing.IncomingLinks;
import org.torchgraph.site.thing.PropertyView;
import org.torchgraph.site.thing.ThingPage;
import org.torchgraph.site.words.RenderedTerm;

/** Writes what is known of a thing as Markdown: statements with what they rest on, links to it, questions, sources. */
public final class ThingMarkdown {
    private final MarkdownTerms words;
    private final MarkdownSources sources;
    private final MarkdownText text = new MarkdownText();

    private ThingMarkdown(PageContext frame) {
        words = new MarkdownTerms(frame);
        sources = new MarkdownSources(words);
    }

    /**
     * Returns the text about a thing.
     *
     * @param questions the questions that are answered about it
     * @param described returns what is known of the things with the given IRIs
     */
    public static String of(
            PageContext frame,
            Description description,
            List<Question> questions,
            Function<Collection<String>, Map<String, Description>> described) {
        ThingPage page = ThingPage.of(description, frame.wording(description.labels()), frame);
        return new ThingMarkdown(frame).write(page, questions, described);
    }

    private String write(
            ThingPage page,
            List<Question> questions,
            Function<Collection<String>, Map<String, Description>> described) {
        text.heading(1, words.of(page.name()));
        if (page.lead() != null) {
            text.summary(words.of(page.lead()));
        }
        text.bullets(head(page));
        // The sources are at the head and at the end.
        List<List<Node>> statements = page.groups().stream()
                .filter(group -> !group.key().equals("sources"))
                .flatMap(group -> group.properties().stream())
                .map(this::property)
                .toList();
        if (!statements.isEmpty()) {
            text.heading(2, List.of(words.say("thing.statements")));
            text.bullets(statements);
        }
        page.parts().forEach(part -> {
            text.heading(2, words.of(part.name()));
            text.bullets(Stream.concat(
                            Stream.of(labelled("iri", List.of(MarkdownTerms.code(part.iri())))),
                            part.properties().stream().map(this::property))
                    .toList());
        });
        if (!page.unstated().isEmpty()) {
            text.heading(2, List.of(words.say("thing.claims")));
            text.paragraph(List.of(words.say("thing.claims.lead")));
            text.bullets(page.unstated().stream().map(this::unstated).toList());
        }
        incoming(page.incoming());
        questions(page, questions);
        sources.write(text, described);
        return text.write();
    }

    private List<List<Node>> head(ThingPage page) {
        List<List<Node>> head = new ArrayList<>();
        head.add(labelled("iri", List.of(MarkdownTerms.code(page.iri()))));
        if (page.other() != null) {
            head.add(labelled("markdown.name", words.of(page.other())));
        }
        if (!page.classes().isEmpty()) {
            head.add(labelled(
                    "markdown.class",
                    words.list(page.classes().stream()
                            .map(ThingPage.ClassMark::name)
                            .toList())));
        }
        List<List<Node>> places = Stream.concat(
                        page.places().stream().map(sources::place),
                        page.sources().stream()
                                .map(source -> List.of(MarkdownTerms.text(
                                        "S" + sources.sources().number(source)))))
                .toList();
        if (!places.isEmpty()) {
            head.add(labelled("thing.evidence", words.semicolons(places)));
        }
        if (page.graph() != null) {
            head.add(labelled("markdown.graph", words.of(page.graph())));
        }
        head.add(labelled("cite", MarkdownCitation.of(page.citation(), words)));
        head.add(labelled(
                "thing.download",
                words.commas(Stream.concat(
                                Stream.of(MarkdownTerms.link(
                                        "HTML",
                                        words.frame()
                                                .address(page.address()
                                                        .form("html")
                                                        .toString()))),
                                words.frame().alternates().stream()
                                        .map(form -> MarkdownTerms.link(
                                                form.label(), words.frame().address(form.href()))))
                        .map(List::of)
                        .toList())));
        return head;
    }

    private List<Node> labelled(String key, List<Node> value) {
        return Stream.concat(Stream.of(words.label(key)), value.stream()).toList();
    }

    private List<Node> property(PropertyView property) {
        List<Node> line = new ArrayList<>();
        line.add(MarkdownTerms.strong(property.name().text()));
        if (property.curie() != null && !property.curie().equals(property.name().text())) {
            line.add(MarkdownTerms.text(" "));
            line.add(MarkdownTerms.code(property.curie()));
        }
        line.add(MarkdownTerms.text(words.frame().messages().say("brief.colon")));
        line.addAll(words.semicolons(property.values().stream().map(this::value).toList()));
        return line;
    }

    private List<Node> value(PropertyView.PropertyValue value) {
        List<Node> line = new ArrayList<>(said(value));
        List<Node> rests = sources.claims(value.claims());
        if (!rests.isEmpty()) {
            line.addAll(words.bracketed(rests));
        }
        return line;
    }

    private List<Node> said(PropertyView.PropertyValue value) {
        if (value.members() != null) {
            List<List<Node>> members =
                    new ArrayList<>(Stream.concat(value.members().first().stream(), value.members().rest().stream())
                            .map(this::value)
                            .toList());
            if (value.members().more() > 0) {
                members.add(List.of(words.say("value.list.more", value.members().more())));
            }
            return words.commas(members);
        }
        if (value.parts().isEmpty()) {
            return words.of(value.shown());
        }
        List<PropertyView> parts = value.parts();
        if (value.line()) {
            return MarkdownTerms.spaced(parts.stream()
                    .flatMap(part -> part.values().stream())
                    .map(part -> words.of(part.shown()))
                    .toList());
        }
        return words.bracketed(words.semicolons(Stream.concat(
                        value.types().stream().map(words::of), parts.stream().map(this::property))
                .toList()));
    }

    private List<Node> unstated(ClaimView claim) {
        List<Node> line = new ArrayList<>(
                MarkdownTerms.spaced(claim.about().stream().map(words::of).toList()));
        line.addAll(words.bracketed(sources.claim(claim)));
        return line;
    }

    private void incoming(IncomingLinks incoming) {
        if (incoming.total() == 0) {
            return;
        }
        text.heading(2, List.of(words.say("thing.incoming")));
        String count = words.frame().messages().say("incoming.total", incoming.total());
        String page = words.frame().messages().say("pager.at", incoming.page(), incoming.pages());
        text.paragraph(List.of(MarkdownTerms.text(
                incoming.pages() == 1
                        ? count
                        : count + words.frame().messages().say("class.comma") + page + " (?page=)")));
        text.bullets(incoming.groups().stream().map(this::group).toList());
    }

    private List<Node> group(IncomingLinks.LinkGroup group) {
        List<Node> line = new ArrayList<>();
        line.add(MarkdownTerms.strong(group.property().text()));
        if (group.curie() != null && !group.curie().equals(group.property().text())) {
            line.add(MarkdownTerms.text(" "));
            line.add(MarkdownTerms.code(group.curie()));
        }
        line.add(MarkdownTerms.text(words.frame().messages().say("brief.colon")));
        line.addAll(words.semicolons(group.subjects().stream().map(words::of).toList()));
        return line;
    }

    private void questions(ThingPage page, List<Question> questions) {
        if (questions.isEmpty()) {
            return;
        }
        String about = "?" + Question.THIS + "="
                + PercentEncoding.value(words.frame().site().links().relative(page.iri()));
        text.heading(2, List.of(words.say("markdown.questions")));
        text.bullets(questions.stream()
                .map(question -> {
                    RenderedTerm title =
                            QuestionCard.of(question, words.frame()).title();
                    return List.of(MarkdownTerms.link(
                            title.text(), words.address(SiteRoute.QUESTION.path(question.name()) + about)));
                })
                .toList());
    }
}
