package org.torchgraph.site.question;

import org.torchgraph.question.Question;
import org.torchgraph.site.answer.Chart;
import org.torchgraph.site.answer.Grid;
import org.torchgraph.site.frame.Frame;
import org.torchgraph.site.words.Shown;

/**
 * The answer to a question about one thing, shown on the page of that thing.
 *
 * @param question with a panel
 * @param outcome its answer for the thing, rows or the reason why there are none
 */
public record Panel(Question question, Outcome outcome) {

    /**
     * As the page shows it; an answer without rows is left out.
     *
     * @param chart the same as a picture, or null
     * @param grid the rows, or null when there is no answer
     * @param refusal why there is no answer, or null
     */
    public record View(QuestionCard question, Chart chart, Grid grid, Shown refusal) {
        private static final int LONG = 12;

        /** Whether the table is long and has a picture before it, so that it is opened when it is wanted. */
        public boolean folded() {
            return chart != null && grid.rows().size() > LONG;
        }
    }

    public boolean isEmpty() {
        return outcome instanceof Outcome.Rows rows && rows.table().rows().isEmpty();
    }

    /** Whether there is an answer, be it one without rows. */
    public boolean isAnswered() {
        return outcome instanceof Outcome.Rows;
    }

    public View view(Frame frame) {
        QuestionCard card = QuestionCard.of(question, frame);
        return switch (outcome) {
            case Outcome.Rows rows ->
                new View(card, Chart.of(rows.plain(frame), question.view()).orElse(null), rows.read(frame), null);
            case Outcome.Refused refused ->
                new View(card, null, null, Shown.text(refused.why().in(frame.language())));
            case Outcome.Truth truth -> throw new IllegalArgumentException("a panel has rows, not " + truth);
            case Outcome.Triples triples -> throw new IllegalArgumentException("a panel has rows, not triples");
        };
    }
}
