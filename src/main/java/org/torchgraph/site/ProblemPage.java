package org.torchgraph.site;

import java.util.Optional;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Message;

/**
 * An error page.
 *
 * @param kind the type of the problem, which the page {@code /about} explains
 * @param message the sentence about this request
 * @param successor the IRI of the thing that replaces a withdrawn one
 */
public record ProblemPage(Problem.ProblemKind kind, Message message, Optional<String> successor) {

    /** Creates a page without a successor. */
    public ProblemPage(Problem.ProblemKind kind, Message message) {
        this(kind, message, Optional.empty());
    }
}
