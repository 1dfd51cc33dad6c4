package org.torchgraph.check.report;

import java.util.List;
import java.util.stream.Stream;
import org.torchgraph.check.Finding;
import org.torchgraph.messages.Language;

/**
 * Findings as lines, {@code file:line: error: what}, grouped by kind.
 *
 * @param all whether every finding of a kind is listed, or the first ones and how many more there are
 */
public record TextReport(Language language, boolean all) {
    private static final int LISTED_OF_A_KIND = 10;

    /** Returns the lines of findings; those about what cannot be read are always listed whole. */
    public Stream<String> lines(List<Finding> findings) {
        return FindingKinds.of(findings).byKind().entrySet().stream()
                .flatMap(kind -> lines(kind.getKey(), kind.getValue()));
    }

    private Stream<String> lines(String kind, List<Finding> findings) {
        int listed = all || kind.equals(Finding.SYNTAX) ? findings.size() : LISTED_OF_A_KIND;
        Stream<String> lines = findings.stream().limit(listed).map(finding -> finding.in(language));
        int more = findings.size() - listed;
        return more <= 0
                ? lines
                : Stream.concat(lines, Stream.of(language.messages().say("check.more", kind, more)));
    }

    /** Returns a table of the kinds of findings, each with its errors and warnings; nothing if there are none. */
    public Stream<String> table(List<Finding> findings) {
        if (findings.isEmpty()) {
            return Stream.empty();
        }
        return Stream.concat(
                Stream.of(language.messages().say("check.kinds")),
                FindingKinds.of(findings).byKind().entrySet().stream().map(kind -> "%6d  %8d  %s"
                        .formatted(
                                FindingKinds.errors(kind.getValue()),
                                FindingKinds.warnings(kind.getValue()),
                                kind.getKey())));
    }
}
