package org.torchgraph.model;

import java.util.List;

/**
 * One page of the statements whose object is the thing.
 *
 * @param total how many there are in all
 * @param page this page, counted from 1
 * @param pages how many pages there are, at least 1
 * @param statements those of this page, by predicate and subject
 */
public record IncomingPage(long total, int page, int pages, List<Statement> statements) {}
