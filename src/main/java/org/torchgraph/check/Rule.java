package org.torchgraph.check;

import org.torchgraph.check.Finding.Severity;
import org.torchgraph.messages.MultilingualText;

/**
 * A query that selects errors: {@code ?this}, and optionally the property {@code ?path} and the value {@code ?value}
 * that are wrong.
 *
 * @param name the file name without {@code .rq}
 * @param file the path of the file
 * @param problem the error by language, in at least one
 * @param mend how to correct it, in the same languages
 * @param severity its severity
 * @param text the complete file
 */
public record Rule(
        String name, String file, MultilingualText problem, MultilingualText mend, Severity severity, String text) {}
