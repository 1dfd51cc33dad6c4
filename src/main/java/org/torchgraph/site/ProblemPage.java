package org.torchgraph.site;

import org.torchgraph.http.Problem;

/**
 * What a reader is told when a request cannot be met.
 *
 * @param kind of the problem; the page about the site has a line for it
 * @param detail one sentence about this request, in English
 */
public record ProblemPage(Problem.Kind kind, String detail) {}
