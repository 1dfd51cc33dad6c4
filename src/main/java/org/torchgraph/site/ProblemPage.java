package org.torchgraph.site;

import java.util.Optional;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Message;

/**
 * What a reader is told when a request cannot be met.
 *
 * @param kind of the problem; the page about the site has a line for it
 * @param message about this request
 * @param successor IRI of what took the place of a thing that was withdrawn
 */
public record ProblemPage(Problem.ProblemKind kind, Message message, Optional<String> successor) {

    public ProblemPage(Problem.ProblemKind kind, Message message) {
        this(kind, message, Optional.empty());
    }
}
