package org.torchgraph.site.question;

import org.torchgraph.question.Question;
import org.torchgraph.site.chart.Chart;
import org.torchgraph.site.chart.ResultTable;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.RenderedTerm;

/**
 * The answer to a question about one thing, shown on the page of that thing.
 *
 * @param question with a panel
 * @param outcome its answer for the thing, rows or the reason why there are none
 */
public record Panel(Question question, QuestionResult outcome) {

    /**
     * As the page shows it; an answer without rows is left out.
     *
     * @param chart the same as a picture, or null
     * @param grid the rows, or null when there is no answer
     * @param refusal why there is no answer, or null
     */
    public record PanelView(QuestionCard question, Chart chart, ResultTable grid, RenderedTerm refusal) {
        private static final int LONG = 12;

        /** Whether the table is long and has a picture before it, so that it is opened when it is wanted. */
        public boolean folded() {
            return chart != null && grid.rows().size() > LONG;
        }
    }

    public boolean isEmpty() {
        return outcome instanceof QuestionResult.Rows rows
                && rows.table().rows().isEmpty();
    }

    /** Whether there is an answer, be it one without rows. */
    public boolean isAnswered() {
        return outcome instanceof QuestionResult.Rows;
    }

    public PanelView view(PageContext frame) {
        QuestionCard card = QuestionCard.of(question, frame);
        return switch (outcome) {
            case QuestionResult.Rows rows ->
                new PanelView(card, Chart.of(rows.plain(frame), question.view()).orElse(null), rows.read(frame), null);
            case QuestionResult.Refused refused ->
                new PanelView(card, null, null, RenderedTerm.text(refused.why().in(frame.language())));
            case QuestionResult.Truth truth -> throw new IllegalArgumentException("a panel has rows, not " + truth);
            case QuestionResult.Triples triples -> throw new IllegalArgumentException("a panel has rows, not triples");
        };
    }
}
