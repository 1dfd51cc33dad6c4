package org.torchgraph.check.rule;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.check.Checks;
import org.torchgraph.check.Finding;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Location;
import org.torchgraph.publication.Locator;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.SettingsFile;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.query.Table;
import org.torchgraph.rdf.TripleSource;

/**
 * Runs the rules over the union of all graphs, without inference. Rules also see a graph with the terms of common
 * {@link Vocabularies}, and like every query they run guarded and under a deadline.
 */
public final class RuleCheck {
    private final Publication publication;
    private final Locator places;
    private final MemoryDataset dataset;
    private final Snapshot snapshot;

    private RuleCheck(Publication publication) {
        this.publication = publication;
        this.places = new Locator(publication);
        this.dataset = MemoryDataset.of(publication);
        this.snapshot = dataset.snapshot().with(Vocabularies.GRAPH, TripleSource.of(Vocabularies.terms()));
    }

    /** Returns the findings of all rules, and a finding for each rule that could not be run. */
    public static List<Finding> findings(Publication publication) {
        Rules rules = Rules.of(publication);
        Stream<Finding> unknown = publication.settings().severities().keySet().stream()
                .filter(name -> !Checks.NAMES.contains(name) && !rules.isNamed(name))
                .map(name -> new Finding(
                        SettingsFile.naming(publication.root(), name),
                        Finding.Severity.ERROR,
                        Message.of(Code.SETTING_RULE, name)));
        return Stream.of(
                        unknown,
                        rules.faults().stream().map(Finding::of),
                        byRule(publication, rules.asSet(publication.settings())).values().stream()
                                .flatMap(List::stream))
                .flatMap(findings -> findings)
                .toList();
    }

    /** Returns the findings of each rule, by its name. */
    static Map<String, List<Finding>> byRule(Publication publication, Rules rules) {
        RuleCheck check = new RuleCheck(publication);
        Map<String, List<Finding>> found = new TreeMap<>();
        try (check.dataset) {
            rules.all().forEach(rule -> found.put(rule.name(), check.findings(rule)));
        }
        return found;
    }

    private List<Finding> findings(Rule rule) {
        try {
            Table found = snapshot.query(
                    QueryRequest.of(rule.text(), publication.base()),
                    ResultReaders.table(snapshot.limits().answerRows()));
            return found.rows().stream()
                    .map(row -> finding(rule, found.columns(), row))
                    .distinct()
                    .toList();
        } catch (QueryFailedException failure) {
            return List.of(new Finding(
                    Location.in(rule.file()),
                    Finding.Severity.ERROR,
                    Message.of(Code.RULE_UNFINISHED, failure.message())));
        }
    }

    private Finding finding(Rule rule, List<String> columns, List<Node> row) {
        Node focus = cell(columns, row, RuleReader.THIS);
        Node path = cell(columns, row, RuleReader.PATH);
        Node value = cell(columns, row, RuleReader.VALUE);
        String shown = Stream.of(focus, path, value)
                .filter(Objects::nonNull)
                .map(publication::shown)
                .collect(Collectors.joining(" "));
        return new Finding(
                focus == null ? Location.in(rule.file()) : places.find(focus, path, value),
                rule.severity(),
                Message.of(Code.RULE_BROKEN, rule.problem(), rule.mend(), shown));
    }

    private static Node cell(List<String> columns, List<Node> row, String name) {
        int column = columns.indexOf(name);
        return column < 0 ? null : row.get(column);
    }
}
