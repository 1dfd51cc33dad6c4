package org.torchgraph.site;

/**
 * What a reader is told when a request cannot be met.
 *
 * @param status of HTTP
 * @param title of the kind of problem
 * @param detail one sentence about this request
 */
public record ProblemPage(int status, String title, String detail) {}
