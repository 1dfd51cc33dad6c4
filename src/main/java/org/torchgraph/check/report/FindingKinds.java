package org.torchgraph.check.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.torchgraph.check.Finding;

/**
 * The findings of a check by kind. Kinds with errors come first, then the one that is found first; so do the errors of
 * a kind.
 *
 * @param byKind the findings of each kind
 */
record FindingKinds(Map<String, List<Finding>> byKind) {

    static FindingKinds of(List<Finding> findings) {
        Map<String, List<Finding>> byKind = new LinkedHashMap<>();
        findings.stream().sorted(Comparator.comparing(Finding::severity)).forEach(finding -> byKind.computeIfAbsent(
                        finding.kind(), first -> new ArrayList<>())
                .add(finding));
        return new FindingKinds(byKind);
    }

    /** Returns the number of errors among findings. */
    static long errors(List<Finding> findings) {
        return findings.stream().filter(Finding::isError).count();
    }

    /** Returns the number of warnings among findings. */
    static long warnings(List<Finding> findings) {
        return findings.size() - errors(findings);
    }
}
