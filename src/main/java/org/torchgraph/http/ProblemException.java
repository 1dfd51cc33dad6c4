package org.torchgraph.http;

import org.torchgraph.messages.Language;

/** Ends a request with a problem. It is a normal reply and not an error of the program, so it has no stack trace. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Creates the exception; its message is the English sentence of the problem. */
    public ProblemException(Problem problem) {
        super(problem.kind() + ": " + problem.message().in(Language.EN), null, false, false);
        this.problem = problem;
    }

    /** Returns the problem to reply with. */
    public Problem problem() {
        return problem;
    }
}
