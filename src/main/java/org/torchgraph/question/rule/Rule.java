package org.torchgraph.question.rule;

import java.util.Map;
import org.torchgraph.check.Finding.Severity;

/**
 * A query that selects what is wrong: {@code ?this}, and if need be the property {@code ?path} and the value
 * {@code ?value} that make it so.
 *
 * @param name file name without {@code .rq}
 * @param file where it is written
 * @param problem what is wrong, by language, {@code en} and {@code zh}
 * @param mend how to mend it, by language
 * @param severity how bad it is
 * @param text the whole file
 */
public record Rule(
        String name,
        String file,
        Map<String, String> problem,
        Map<String, String> mend,
        Severity severity,
        String text) {

    /** In both languages, as the messages of shapes are. */
    String message() {
        return problem.get("zh") + "：" + mend.get("zh") + " / " + problem.get("en") + ": " + mend.get("en");
    }
}
