package org.torchgraph.check;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.torchgraph.check.Finding.Severity;

/**
 * Checks triples, wherever they are stored, so that a change can be checked before it is written as files are.
 *
 * @param data the triples
 * @param rules the rules to run
 */
public record DataChecks(CheckedData data, List<Rule> rules) {
    private static final String DANGLING_LINK = "dangling-link";
    private static final String UNDECLARED_TERM = "undeclared-term";
    private static final String NAME_IN_PATH = "name-in-path";
    private static final String TURNING_TEXT = "turning-text";

    private static final String ILL_TYPED_LITERAL = "ill-typed-literal";

    /** The checks whose severity a publication may set, besides the rules. */
    public static final Set<String> NAMES = Set.of(
            DANGLING_LINK,
            UNDECLARED_TERM,
            NAME_IN_PATH,
            TURNING_TEXT,
            ILL_TYPED_LITERAL,
            ColumnCheck.NAME,
            UnusedSettingCheck.NAME,
            PortabilityCheck.NAME);

    /** Returns the findings of the shapes. */
    public List<Finding> violations() {
        return sorted(new ShapeCheck(data).findings().stream());
    }

    /** Returns the findings of the shapes, links, names, texts and rules. */
    public List<Finding> all() {
        RuleCheck ruleCheck = new RuleCheck(data);
        Stream<Finding> ofRules = rules.stream()
                .flatMap(rule -> rule.severity().asSet(data.settings(), rule.name()).stream()
                        .flatMap(severity -> ruleCheck.findings(rule, severity).stream()));
        return sorted(Stream.of(new ShapeCheck(data).findings().stream(), ofTriples().stream(), ofRules)
                .flatMap(found -> found));
    }

    /** Returns the findings of links, names, texts and literals. */
    List<Finding> ofTriples() {
        LinkCheck links = new LinkCheck(data);
        return Stream.of(
                        named(DANGLING_LINK, Severity.WARNING, links::danglingLinks),
                        named(UNDECLARED_TERM, Severity.ERROR, links::undeclaredTerms),
                        named(NAME_IN_PATH, Severity.WARNING, severity -> new NameCheck(data).findings(severity)),
                        named(TURNING_TEXT, Severity.WARNING, severity -> new TextCheck(data).findings(severity)),
                        named(ILL_TYPED_LITERAL, Severity.WARNING, severity -> new LiteralCheck(data)
                                .findings(severity)))
                .flatMap(List::stream)
                .toList();
    }

    /** Runs a check with the severity that the settings give it, unless it is off. */
    private List<Finding> named(String name, Severity usual, Function<Severity, List<Finding>> check) {
        return usual.asSet(data.settings(), name).map(check).orElse(List.of()).stream()
                .map(finding -> finding.of(name))
                .toList();
    }

    static List<Finding> sorted(Stream<Finding> findings) {
        return findings.sorted().distinct().toList();
    }
}
