package org.torchgraph.site.question;

import org.torchgraph.question.Question;
import org.torchgraph.site.answer.Chart;
import org.torchgraph.site.answer.Grid;
import org.torchgraph.site.frame.Frame;

/**
 * The answer to a question about one thing, shown on the page of that thing.
 *
 * @param question with a panel
 * @param rows its answer for the thing
 */
public record Panel(Question question, Outcome.Rows rows) {

    /**
     * As the page shows it; an answer without rows is left out.
     *
     * @param chart the same as a picture, or null
     */
    public record View(QuestionCard question, Chart chart, Grid grid) {
        private static final int LONG = 12;

        /** Whether the table is long and has a picture before it, so that it is opened when it is wanted. */
        public boolean folded() {
            return chart != null && grid.rows().size() > LONG;
        }
    }

    public boolean isEmpty() {
        return rows.table().rows().isEmpty();
    }

    public View view(Frame frame) {
        return new View(
                QuestionCard.of(question, frame),
                Chart.of(rows.plain(frame), question.view()).orElse(null),
                rows.read(frame));
    }
}
