package org.torchgraph.site.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.Node;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.question.QuestionCard;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * Writes the guide of the site for assistants: what it holds, how it is asked, and every saved question.
 *
 * @see <a href="https://llmstxt.org/">The form of llms.txt</a>
 */
public final class GuideMarkdown {
    private static final List<SiteRoute> SERVICES = List.of(
            SiteRoute.SEARCH,
            SiteRoute.SPARQL,
            SiteRoute.EXPLANATION,
            SiteRoute.RECONCILIATION,
            SiteRoute.COMPARISON,
            SiteRoute.MCP);

    private static final List<SiteRoute> DATA =
            List.of(SiteRoute.VOCABULARY, SiteRoute.DATASET, SiteRoute.EXPORT, SiteRoute.OPENAPI, SiteRoute.SITEMAP);

    private static final List<SiteRoute> OPTIONAL = List.of(SiteRoute.ABOUT, SiteRoute.VERSIONS, SiteRoute.FEED);

    private final MarkdownTerms words;
    private final MarkdownText text = new MarkdownText();

    private GuideMarkdown(PageContext frame) {
        words = new MarkdownTerms(frame);
    }

    /** Returns the guide with all questions. */
    public static String of(PageContext frame, List<Question> questions) {
        return new GuideMarkdown(frame).write(questions);
    }

    private String write(List<Question> questions) {
        PageContext frame = words.frame();
        TermRenderer wording = frame.bare();
        text.heading(1, words.of(frame.brand()));
        wording.best(frame.site().entry().descriptions()).ifPresent(said -> text.summary(words.of(said)));
        wording.best(frame.site().entry().notes()).ifPresent(said -> text.paragraph(words.of(said)));
        List<List<Node>> rules = new ArrayList<>();
        rules.add(List.of(words.say("llms.version", frame.citedVersion())));
        if (frame.licence() != null) {
            rules.add(Stream.concat(Stream.of(words.label("markdown.licence")), words.of(frame.licence()).stream())
                    .toList());
        }
        if (frame.contact() != null) {
            rules.add(Stream.concat(Stream.of(words.label("markdown.contact")), words.of(frame.contact()).stream())
                    .toList());
        }
        rules.add(List.of(words.say("llms.names", frame.site().links().base(), frame.address("/"))));
        rules.add(List.of(words.say("llms.forms")));
        rules.add(List.of(words.say("llms.language")));
        rules.add(List.of(words.say("llms.evidence")));
        rules.add(List.of(words.say("llms.empty")));
        text.bullets(rules);
        text.heading(2, List.of(words.say("llms.services")));
        text.bullets(SERVICES.stream().map(this::entry).toList());
        text.heading(2, List.of(words.say("nav.queries")));
        text.bullets(questions.stream().map(this::question).toList());
        text.heading(2, List.of(words.say("llms.data")));
        text.bullets(DATA.stream().map(this::entry).toList());
        // The convention has this heading in English: readers who need a short text leave out what follows it.
        text.heading(2, List.of(MarkdownTerms.text("Optional")));
        text.bullets(OPTIONAL.stream().map(this::entry).toList());
        return text.write();
    }

    private List<Node> entry(SiteRoute route) {
        String key = "llms.route." + route.name().toLowerCase(Locale.ROOT);
        return List.of(
                MarkdownTerms.link(route.path(), words.address(route.path())),
                MarkdownTerms.text(words.frame().messages().say("brief.colon")),
                words.say(key));
    }

    private List<Node> question(Question question) {
        RenderedTerm title = QuestionCard.of(question, words.frame()).title();
        Node link = MarkdownTerms.link(title.text(), words.address(SiteRoute.QUESTION.path(question.name())));
        String parameters = question.parameters().stream()
                .map(parameter ->
                        parameter.name() + (parameter.defaultValue().isEmpty() ? "" : "=" + parameter.defaultValue()))
                .collect(Collectors.joining("&"));
        return parameters.isEmpty()
                ? List.of(link)
                : List.of(
                        link,
                        MarkdownTerms.text(words.frame().messages().say("brief.colon")),
                        MarkdownTerms.code(parameters));
    }
}
