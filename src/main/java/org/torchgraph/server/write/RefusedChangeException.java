package org.torchgraph.server.write;

import java.util.List;
import org.torchgraph.check.Finding;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;

/** Signals a change that brings errors. */
final class RefusedChangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> errors;

    RefusedChangeException(List<Finding> errors) {
        super(errors.size() + " errors");
        this.errors = List.copyOf(errors);
    }

    List<Finding> errors() {
        return errors;
    }

    /** Returns it in words. */
    Problem problem() {
        return Problem.of(Problem.ProblemKind.UNPROCESSABLE, Code.WRITE_REFUSED, errors.size())
                .finding(errors.stream()
                        .map(finding ->
                                Message.of(Code.FINDING_AT, finding.place().file(), finding.message()))
                        .toList());
    }
}
