package org.torchgraph.site.question;

import java.util.Locale;
import java.util.Map;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.RenderedTerm;

/**
 * A question in the language of the page.
 *
 * @param name the file name without its extension
 * @param href the link to its page
 * @param title its title in the language of the page, or else in another
 * @param other its title in the other language, or null
 * @param description its description, or null
 * @param view its view in lower case
 */
public record QuestionCard(
        String name, String href, RenderedTerm title, RenderedTerm other, RenderedTerm description, String view) {

    /** Returns the card of a question. */
    public static QuestionCard of(Question question, PageContext frame) {
        RenderedTerm title = best(question.titles(), frame);
        RenderedTerm other = rendered(
                question.titles().get(frame.language().other().code()),
                frame.language().other().code(),
                frame);
        return new QuestionCard(
                question.name(),
                frame.link(SiteRoute.QUESTION.path(question.name())),
                title == null ? RenderedTerm.text(question.name()) : title,
                title == null || title.equals(other) ? null : other,
                best(question.descriptions(), frame),
                question.view().name().toLowerCase(Locale.ROOT));
    }

    /** Returns the text in the language that comes first for the reader, as names on the page do. */
    private static RenderedTerm best(Map<String, String> byLanguage, PageContext frame) {
        return frame.order()
                .best(byLanguage.entrySet(), Map.Entry::getKey)
                .map(text -> rendered(text.getValue(), text.getKey(), frame))
                .orElse(null);
    }

    private static RenderedTerm rendered(String text, String code, PageContext frame) {
        return text == null
                ? null
                : RenderedTerm.text(text, frame.site().interfaceLanguages().tag(code));
    }
}
