package org.torchgraph.server.watch;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.query.Deadline;
import org.torchgraph.server.version.KeptVersions.EarlierAnswers;

/**
 * The differences from each version to the one before it, the last first.
 *
 * @param steps the differences
 * @param from the earliest version that was compared
 * @param isWhole whether all versions that are kept were compared; if not, a later request goes on
 * @param <D> a difference
 */
record VersionWalk<D>(List<VersionStep<D>> steps, EarlierAnswers from, boolean isWhole) {
    private static final Set<Problem.ProblemKind> TEMPORARY =
            EnumSet.of(Problem.ProblemKind.OUT_OF_TIME, Problem.ProblemKind.BUSY);

    /**
     * A difference.
     *
     * @param version the version that differs from the one before it
     * @param difference how
     * @param <D> a difference
     */
    record VersionStep<D>(EarlierAnswers version, D difference) {}

    /**
     * Compares the versions as long as half of the time is left, so that the last comparison ends in time too.
     *
     * @param difference compares the version at a place with the one before it; empty if that cannot be read
     * @throws ProblemException if not even the first comparison ends in time, or if one fails
     */
    static <D> VersionWalk<D> of(VersionLine line, Deadline end, IntFunction<Optional<D>> difference) {
        List<EarlierAnswers> versions = line.versions();
        List<VersionStep<D>> steps = new ArrayList<>();
        long half = end.nanosLeft() / 2;
        for (int place = 0; place + 1 < versions.size(); place++) {
            EarlierAnswers version = versions.get(place);
            if (place > 0 && end.nanosLeft() < half) {
                return new VersionWalk<>(steps, version, false);
            }
            Optional<D> found;
            try {
                found = difference.apply(place);
            } catch (ProblemException late) {
                if (place > 0 && TEMPORARY.contains(late.problem().kind())) {
                    return new VersionWalk<>(steps, version, false);
                }
                throw late;
            }
            if (found.isEmpty()) {
                return new VersionWalk<>(steps, version, true);
            }
            steps.add(new VersionStep<>(version, found.get()));
        }
        return new VersionWalk<>(steps, versions.getLast(), true);
    }
}
