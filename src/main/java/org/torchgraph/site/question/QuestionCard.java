package org.torchgraph.site.question;

import java.util.Locale;
import java.util.Map;
import org.torchgraph.question.Question;
import org.torchgraph.site.frame.Frame;
import org.torchgraph.site.words.Language;
import org.torchgraph.site.words.Shown;

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
public record QuestionCard(String name, String href, Shown title, Shown other, Shown description, String view) {

    public static QuestionCard of(Question question, Frame frame) {
        Shown title = told(question.titles(), frame.language());
        Shown other = said(question.titles(), frame.language().other());
        return new QuestionCard(
                question.name(),
                frame.link("/queries/" + question.name()),
                title == null ? Shown.text(question.name()) : title,
                title == null || title.equals(other) ? null : other,
                told(question.descriptions(), frame.language()),
                question.view().name().toLowerCase(Locale.ROOT));
    }

    private static Shown told(Map<String, String> byLanguage, Language language) {
        Shown own = said(byLanguage, language);
        return own == null ? said(byLanguage, language.other()) : own;
    }

    private static Shown said(Map<String, String> byLanguage, Language language) {
        String text = byLanguage.get(language.code());
        return text == null ? null : Shown.text(text, language);
    }
}
