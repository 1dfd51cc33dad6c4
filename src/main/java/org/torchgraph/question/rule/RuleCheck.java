package org.torchgraph.question.rule;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.torchgraph.check.Finding;
import org.torchgraph.publication.Place;
import org.torchgraph.publication.PlaceFinder;
import org.torchgraph.publication.Publication;
import org.torchgraph.sparql.Answers;
import org.torchgraph.sparql.Limits;
import org.torchgraph.sparql.QueryFailure;
import org.torchgraph.sparql.QueryRequest;
import org.torchgraph.sparql.Table;
import org.torchgraph.sparql.run.QueryRuns;
import org.torchgraph.store.MemoryStore;
import org.torchgraph.store.Snapshot;

/**
 * Asks the rules over the union of all graphs, not inferred. A rule sees one graph more, the terms of common
 * {@link Vocabularies}, and like every query it runs guarded and under a deadline.
 */
public final class RuleCheck {
    private final Publication publication;
    private final PlaceFinder places;
    private final Snapshot snapshot;

    private RuleCheck(Publication publication) {
        this.publication = publication;
        this.places = new PlaceFinder(publication);
        Snapshot own = new MemoryStore(publication).snapshot();
        DatasetGraph data = new DatasetGraphMapLink(own.data().getDefaultGraph());
        own.data()
                .listGraphNodes()
                .forEachRemaining(name -> data.addGraph(name, own.data().getGraph(name)));
        data.addGraph(Vocabularies.GRAPH, Vocabularies.terms());
        this.snapshot = new Snapshot(data, own.version(), own.since());
    }

    /** What the rules find, and why a rule could not be asked. */
    public static List<Finding> findings(Publication publication) {
        Rules rules = Rules.of(publication);
        return Stream.concat(
                        rules.faults().stream().map(Finding::of),
                        byRule(publication, rules).values().stream().flatMap(List::stream))
                .toList();
    }

    /** What each rule finds, by its name. */
    static Map<String, List<Finding>> byRule(Publication publication, Rules rules) {
        RuleCheck check = new RuleCheck(publication);
        Map<String, List<Finding>> found = new TreeMap<>();
        try (QueryRuns runs = new QueryRuns(Limits.standard())) {
            rules.all().forEach(rule -> found.put(rule.name(), check.findings(rule, runs)));
        }
        return found;
    }

    private List<Finding> findings(Rule rule, QueryRuns runs) {
        try {
            Table found = runs.run(
                    snapshot,
                    QueryRequest.of(rule.text(), publication.base()),
                    Answers.table(runs.limits().answerRows()));
            return found.rows().stream()
                    .map(row -> finding(rule, found.columns(), row))
                    .distinct()
                    .toList();
        } catch (QueryFailure failure) {
            return List.of(new Finding(
                    Place.in(rule.file()),
                    Finding.Severity.ERROR,
                    "the rule was not asked to the end: " + failure.getMessage()));
        }
    }

    private Finding finding(Rule rule, List<String> columns, List<Node> row) {
        Node focus = cell(columns, row, RuleReader.THIS);
        Node path = cell(columns, row, RuleReader.PATH);
        Node value = cell(columns, row, RuleReader.VALUE);
        StringBuilder shown = new StringBuilder();
        for (Node node : new Node[] {focus, path, value}) {
            shown.append(node == null ? "" : " " + publication.shown(node));
        }
        return new Finding(
                focus == null ? Place.in(rule.file()) : places.find(focus, path, value),
                rule.severity(),
                rule.message() + ":" + shown);
    }

    private static Node cell(List<String> columns, List<Node> row, String name) {
        int column = columns.indexOf(name);
        return column < 0 ? null : row.get(column);
    }
}
