package org.torchgraph.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Predicate;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.question.Question;
import org.torchgraph.question.Questions;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.cite.Citation;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.question.QuestionCard;
import org.torchgraph.site.words.RenderedTerm;

/**
 * A version before the current one whose answers are kept.
 *
 * @param digest its identifier
 * @param day the day since which it was the current one
 * @param example the title of a question, with a link to its answer at the version, or null if there is none
 */
public record KeptEdition(String digest, LocalDate day, RenderedTerm example) {

    /**
     * Returns a version, with the first of the questions that can be asked of it.
     *
     * @param asks returns whether the version has a question
     */
    public static KeptEdition of(
            String digest, Instant since, Questions questions, Predicate<Question> asks, PageContext frame) {
        Optional<Question> first = questions.all().stream()
                .filter(question -> !question.isVolatile() && question.panel().isEmpty())
                .filter(asks)
                .findFirst();
        return new KeptEdition(
                digest,
                since.atZone(ZoneOffset.UTC).toLocalDate(),
                first.map(question -> QuestionCard.of(question, frame)
                                .title()
                                .linked(frame.link(SiteRoute.QUESTION.path(question.name()) + "?" + Citation.VERSION
                                        + "=" + PercentEncoding.value(digest))))
                        .orElse(null));
    }
}
