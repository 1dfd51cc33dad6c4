package org.torchgraph.site.question;

import java.util.List;
import org.apache.jena.graph.Node;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.chart.ResultTable;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.thing.ClaimView;
import org.torchgraph.site.words.RenderedTerm;

/**
 * The result of a question about one thing, shown on the page of the thing.
 *
 * @param question a question with a panel
 * @param thing the thing
 * @param outcome its result for the thing
 */
public record Panel(Question question, Node thing, QuestionResult outcome) {

    /**
     * A panel as the page shows it.
     *
     * @param question the question
     * @param href the link to the question about the thing
     * @param facts the facts of the result, if the question is shown as facts
     * @param steps the steps of the result, if the question is shown as steps, or null
     * @param pictures the charts of the result
     * @param grid the table of the result, or null if there is none
     * @param refusal the reason why there is no result, or null
     */
    public record PanelView(
            QuestionCard question,
            String href,
            List<ResultTable.FactColumn> facts,
            Steps steps,
            List<Picture> pictures,
            ResultTable grid,
            RenderedTerm refusal) {
        private static final int MAX_ROWS = 6;
        private static final int FIRST_ROWS = 3;

        /** Returns whether the result stands below the heading of the page. */
        public boolean isFacts() {
            return !facts.isEmpty();
        }

        /** Returns whether a chart or steps above the table show the same, so that it starts folded. */
        public boolean folded() {
            return steps != null || !pictures.isEmpty();
        }

        /** Returns the number of the last rows that start folded, because a page would be long with them. */
        public int rest() {
            return grid.rows().size() <= MAX_ROWS ? 0 : grid.rows().size() - FIRST_ROWS;
        }

        /** Returns the different claims on which facts rest that somebody read, inferred or judged. */
        public List<ClaimView> grounds() {
            return grid == null || grid.marks() == null
                    ? List.of()
                    : grid.marks().rows().stream()
                            .flatMap(List::stream)
                            .filter(claim -> claim.basis() != null)
                            .distinct()
                            .toList();
        }
    }

    /** Returns whether the result has no rows. */
    public boolean isEmpty() {
        return outcome instanceof QuestionResult.Rows rows
                && rows.table().rows().isEmpty();
    }

    /** Returns whether the question has a result, even one without rows. */
    public boolean isAnswered() {
        return outcome instanceof QuestionResult.Rows;
    }

    /** Returns the view of the panel. */
    public PanelView view(PageContext frame) {
        QuestionCard card = QuestionCard.of(question, frame);
        String about = "?" + Question.THIS + "="
                + PercentEncoding.value(frame.site().links().relative(thing.getURI()));
        String href = frame.link(SiteRoute.QUESTION.path(question.name()) + about);
        return switch (outcome) {
            case QuestionResult.Rows rows -> {
                ResultTable grid = rows.read(frame);
                yield new PanelView(
                        card,
                        href,
                        question.view() == Question.ViewKind.FACTS ? grid.facts(frame.language()) : List.of(),
                        question.view() == Question.ViewKind.STEPS
                                ? Steps.of(rows.plain(frame), thing.getURI()).orElse(null)
                                : null,
                        Picture.all(question, about, rows, frame),
                        grid,
                        null);
            }
            case QuestionResult.Refused refused ->
                new PanelView(
                        card,
                        href,
                        List.of(),
                        null,
                        List.of(),
                        null,
                        RenderedTerm.text(refused.why().in(frame.language())));
            case QuestionResult.Truth truth -> throw new IllegalArgumentException("a panel has rows, not " + truth);
            case QuestionResult.Triples triples -> throw new IllegalArgumentException("a panel has rows, not triples");
        };
    }
}
