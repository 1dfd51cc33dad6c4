package org.torchgraph.site.question;

import org.torchgraph.question.Question;
import org.torchgraph.resource.Labels;
import org.torchgraph.site.frame.Frame;
import org.torchgraph.site.words.Amounts;
import org.torchgraph.sparql.Table;

/**
 * The answer to a question about one thing, shown on the page of that thing.
 *
 * @param question with a panel
 * @param table its answer for the thing
 * @param labels of the nodes in the table
 */
public record Panel(Question question, Table table, Labels labels) {

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

    public View view(Frame frame) {
        return new View(
                QuestionCard.of(question, frame),
                Chart.of(Grid.of(table, labels, frame), question.view()).orElse(null),
                Grid.of(Amounts.read(table), labels, frame));
    }
}
