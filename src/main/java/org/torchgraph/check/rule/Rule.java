package org.torchgraph.check.rule;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.torchgraph.check.Finding.Severity;
import org.torchgraph.messages.Language;

/**
 * A query that selects what is wrong: {@code ?this}, and if need be the property {@code ?path} and the value
 * {@code ?value} that make it so.
 *
 * @param name file name without {@code .rq}
 * @param file where it is written
 * @param problem what is wrong, by language, in one at least
 * @param mend how to mend it, in the same languages
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
    private static final String CHINESE = Language.ZH.code();

    /** In each language, Chinese first, as the messages of shapes are. */
    String message() {
        return problem.keySet().stream()
                .sorted(Comparator.comparing((String language) -> !language.equals(CHINESE))
                        .thenComparing(Comparator.naturalOrder()))
                .map(language -> problem.get(language) + (language.equals(CHINESE) ? "：" : ": ") + mend.get(language))
                .collect(Collectors.joining(" / "));
    }
}
