package org.torchgraph.site.question;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.torchgraph.messages.Language;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.RenderedTerm;

/**
 * A question, told in the language of the page.
 *
 * @param name file name without suffix
 * @param href its page
 * @param title in the language of the page, or else what there is
 * @param other title in the other language, or null
 * @param description or null
 * @param view how its answer is best shown, in lower case
 */
public record QuestionCard(
        String name, String href, RenderedTerm title, RenderedTerm other, RenderedTerm description, String view) {

    public static QuestionCard of(Question question, PageContext frame) {
        RenderedTerm title = told(question.titles(), frame.language());
        RenderedTerm other = said(question.titles(), frame.language().other().code());
        return new QuestionCard(
                question.name(),
                frame.link(SiteRoute.QUESTION.path(question.name())),
                title == null ? RenderedTerm.text(question.name()) : title,
                title == null || title.equals(other) ? null : other,
                told(question.descriptions(), frame.language()),
                question.view().name().toLowerCase(Locale.ROOT));
    }

    /** In the language of the page, else in the other one of the site, else in the first of those that there are. */
    private static RenderedTerm told(Map<String, String> byLanguage, Language language) {
        return Stream.of(language.code(), language.other().code())
                .filter(byLanguage::containsKey)
                .findFirst()
                .or(() -> byLanguage.keySet().stream().findFirst())
                .map(chosen -> said(byLanguage, chosen))
                .orElse(null);
    }

    private static RenderedTerm said(Map<String, String> byLanguage, String language) {
        String text = byLanguage.get(language);
        return text == null
                ? null
                : Stream.of(Language.values())
                        .filter(ours -> ours.code().equals(language))
                        .findFirst()
                        .map(ours -> RenderedTerm.text(text, ours))
                        .orElseGet(() -> RenderedTerm.text(text, language));
    }
}
