package org.torchgraph.site;

import java.util.List;
import java.util.Optional;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Message;
import org.torchgraph.site.frame.PageContext;

/**
 * An error page.
 *
 * @param kind the type of the problem, which the page {@code /about} explains
 * @param message the sentence about this request
 * @param successor the IRI of the thing that replaces a withdrawn one
 * @param removals the writes that removed what is asked for, the last one first
 */
public record ProblemPage(
        Problem.ProblemKind kind, Message message, Optional<String> successor, List<WriteView> removals) {

    /** Creates a page of a kind and a message. */
    public ProblemPage(Problem.ProblemKind kind, Message message) {
        this(kind, message, Optional.empty(), List.of());
    }

    /** Returns the page about a problem. */
    public static ProblemPage of(Problem problem, PageContext frame) {
        return new ProblemPage(
                problem.kind(),
                problem.message(),
                problem.successor(),
                problem.removals().stream()
                        .map(write -> WriteView.of(write, frame.bare()))
                        .toList());
    }
}
