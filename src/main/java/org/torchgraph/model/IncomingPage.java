package org.torchgraph.model;

import java.util.List;

/**
 * A page of the statements whose object is the thing.
 *
 * @param total the number of all such statements
 * @param page the number of this page, from 1
 * @param pages the number of pages, at least 1
 * @param statements the statements of this page, by predicate and subject
 */
public record IncomingPage(long total, int page, int pages, List<Statement> statements) {}
