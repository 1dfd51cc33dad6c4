package org.torchgraph.http;

import org.torchgraph.messages.Language;

/** Ends the work on a request with a problem. It is an answer, not a fault of ours, and so has no stack trace. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.kind() + ": " + problem.message().in(Language.EN), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
