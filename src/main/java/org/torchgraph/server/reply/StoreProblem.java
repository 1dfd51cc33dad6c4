package org.torchgraph.server.reply;

import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.torchgraph.http.Problem;
import org.torchgraph.query.QueryFailedException;

/** Tells of an engine elsewhere that does not give the statements for a page. */
public final class StoreProblem {
    private StoreProblem() {}

    /** Returns the problem of a failure that such an engine is the cause of. */
    public static Optional<Problem> of(Throwable failure) {
        return Optional.ofNullable(ExceptionUtils.throwableOfType(failure, QueryFailedException.class))
                .flatMap(failed -> switch (failed.kind()) {
                    case STORE_FAILED -> Optional.of(Problem.of(Problem.ProblemKind.STORE_FAILED, failed.message()));
                    case STORE_UNREACHED ->
                        Optional.of(Problem.of(Problem.ProblemKind.STORE_UNREACHED, failed.message()));
                    case STORE_LATE -> Optional.of(Problem.of(Problem.ProblemKind.STORE_LATE, failed.message()));
                    case BUSY -> Optional.of(Problem.of(Problem.ProblemKind.BUSY, failed.message()));
                    case OUT_OF_BUDGET -> Optional.of(Problem.of(Problem.ProblemKind.OUT_OF_BUDGET, failed.message()));
                    default -> Optional.empty();
                });
    }
}
