package org.torchgraph.check.rule;

import org.torchgraph.check.Finding.Severity;
import org.torchgraph.messages.MultilingualText;

/**
 * A query that selects what is wrong: {@code ?this}, and if need be the property {@code ?path} and the value
 * {@code ?value} that make it so.
 *
 * @param name file name without {@code .rq}
 * @param file where it is written
 * @param problem what is wrong, in one language at least
 * @param mend how to mend it, in the same languages
 * @param severity how bad it is
 * @param text the whole file
 */
public record Rule(
        String name, String file, MultilingualText problem, MultilingualText mend, Severity severity, String text) {}
