package org.torchgraph.server.watch;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.model.Labels;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.Table;
import org.torchgraph.question.Question;
import org.torchgraph.server.query.AnswerRows;
import org.torchgraph.server.query.QueryService;
import org.torchgraph.server.reply.SingleFlight;
import org.torchgraph.server.version.PublishedVersion;

/** Compares the answers of a question from version to version; each comparison is made once and kept. */
final class AnswerSteps {
    private static final int MAX_CELLS = 200_000;

    private final AnswerRows rows;
    private final SingleFlight<AnswerPair, Optional<NamedDifference>> made = new SingleFlight<>(
            MAX_CELLS, new PresentSteps<>(step -> step.difference().cells()));

    private record AnswerPair(String before, String after, String question, Map<String, String> values) {}

    /**
     * A difference with the names of what it mentions, as both versions name it.
     *
     * @param difference the difference
     * @param labels the names
     */
    record NamedDifference(AnswerDifference difference, Labels labels) {}

    /** The answer at a version; no table if the question could not be asked in this way. */
    private record AnswerAt(PublishedVersion version, Optional<Table> table) {}

    AnswerSteps(AnswerRows rows) {
        this.rows = rows;
    }

    /** Returns the deadline of a request that came now. */
    Deadline deadline() {
        return rows.deadline();
    }

    /** Compares the answers of all versions. */
    VersionWalk<NamedDifference> of(VersionLine line, String question, Map<String, String> values, Deadline end) {
        // An answer is compared with the next one and the one before, and let go then.
        Map<Integer, Optional<AnswerAt>> answers = new HashMap<>();
        BiFunction<Integer, Boolean, Optional<AnswerAt>> at = (place, isLater) -> {
            Optional<AnswerAt> answer = answers.computeIfAbsent(
                    place, unread -> line.open(place).map(version -> answer(version, question, values, end)));
            if (isLater) {
                answers.remove(place);
            }
            return answer;
        };
        return VersionWalk.of(line, end, place -> {
            AnswerPair key = new AnswerPair(
                    line.versions().get(place + 1).version(),
                    line.versions().get(place).version(),
                    question,
                    values);
            return made.get(key, end, () -> at.apply(place, true)
                    .flatMap(after -> at.apply(place + 1, false).map(before -> step(before, after))));
        });
    }

    private static NamedDifference step(AnswerAt before, AnswerAt after) {
        AnswerDifference difference = AnswerDifference.between(before.table(), after.table());
        return new NamedDifference(
                difference,
                before.version()
                        .resources()
                        .labels(difference.named())
                        .and(after.version().resources().labels(difference.named())));
    }

    private AnswerAt answer(PublishedVersion version, String name, Map<String, String> values, Deadline end) {
        return new AnswerAt(
                version, version.questions().named(name).flatMap(question -> table(version, question, values, end)));
    }

    private Optional<Table> table(
            PublishedVersion version, Question question, Map<String, String> values, Deadline end) {
        QueryRequest query;
        try {
            query = QueryService.request(version, question, values);
        } catch (ProblemException refused) {
            if (refused.problem().kind() == Problem.ProblemKind.BAD_PARAMETER) {
                return Optional.empty();
            }
            throw refused;
        }
        return Optional.of(rows.of(version, question, query, end));
    }
}
