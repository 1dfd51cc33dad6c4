package org.torchgraph.site.markdown;

import java.util.List;
import org.torchgraph.question.Question;
import org.torchgraph.site.cite.Citation;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.question.QuestionCard;

/** Writes what a notebook begins with: the answer, what it means, and how it is cited. */
public final class NotebookMarkdown {
    private NotebookMarkdown() {}

    /** Returns the text. */
    public static String of(PageContext frame, Question question, Citation citation) {
        MarkdownTerms words = new MarkdownTerms(frame);
        MarkdownText text = new MarkdownText();
        text.heading(1, words.of(citation.title()));
        QuestionCard card = QuestionCard.of(question, frame);
        if (card.description() != null) {
            text.paragraph(words.of(card.description()));
        }
        text.paragraph(MarkdownCitation.of(citation, words));
        text.paragraph(List.of(words.say("notebook.checks")));
        return text.write();
    }
}
