package org.torchgraph.site;

import java.util.Optional;
import org.torchgraph.http.Problem;

/**
 * What a reader is told when a request cannot be met.
 *
 * @param kind of the problem; the page about the site has a line for it
 * @param detail one sentence about this request, in English
 * @param successor IRI of what took the place of a thing that was withdrawn
 */
public record ProblemPage(Problem.Kind kind, String detail, Optional<String> successor) {

    public ProblemPage(Problem.Kind kind, String detail) {
        this(kind, detail, Optional.empty());
    }
}
