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
    private static final int MAX_CHARACTERS = 10_000_000;

    private final AnswerRows rows;
    private final SingleFlight<AnswerPair, Optional<NamedDifference>> made =
            new SingleFlight<>(MAX_CHARACTERS, new PresentSteps<>(NamedDifference::characters));

    /** The answers that are compared, which a request names. */
    record AnswerPair(String before, String after, String question, Map<String, String> values) {

        private int characters() {
            return before.length()
                    + after.length()
                    + question.length()
                    + values.entrySet().stream()
                            .mapToInt(value ->
                                    value.getKey().length() + value.getValue().length())
                            .sum();
        }
    }

    /**
     * A difference with the names of what it mentions, as both versions name it.
     *
     * @param answers the answers
     * @param difference the difference
     * @param labels the names
     */
    record NamedDifference(AnswerPair answers, AnswerDifference difference, Labels labels) {

        /** Returns about how much memory it takes, with what it is kept by. */
        int characters() {
            return answers.characters() + difference.characters() + labels.characters();
        }
    }

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
                    .flatMap(after -> at.apply(place + 1, false).map(before -> step(key, before, after))));
        });
    }

    private static NamedDifference step(AnswerPair answers, AnswerAt before, AnswerAt after) {
        AnswerDifference difference = AnswerDifference.between(before.table(), after.table());
        return new NamedDifference(
                answers,
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
