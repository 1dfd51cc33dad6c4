package org.torchgraph.check;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.torchgraph.check.Finding.Severity;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Location;
import org.torchgraph.query.CompiledQuery;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.query.Table;
import org.torchgraph.rdf.TripleSource;

/**
 * Runs the rules over the union of all graphs, without inference. Rules also see a graph with the terms of common
 * {@link Vocabularies}, and like every query they run guarded and under a deadline.
 */
final class RuleCheck {
    private final CheckedData data;
    private final Snapshot snapshot;

    RuleCheck(CheckedData data) {
        this.data = data;
        this.snapshot = data.snapshot().with(Vocabularies.GRAPH, TripleSource.of(Vocabularies.terms()));
    }

    /**
     * Returns the errors that a rule selects, or the reason why it could not be run, which is always an error.
     *
     * @param severity that of the findings
     */
    List<Finding> findings(Rule rule, Severity severity) {
        return findings(rule, severity, QueryRequest.of(rule.text(), data.base()));
    }

    /**
     * Returns the errors of some nodes, as {@link #findings(Rule, Severity)}.
     *
     * @param about the query of the rule, asked about these nodes ({@link RuleOfNodes})
     */
    List<Finding> findings(Rule rule, Severity severity, Query about) {
        return findings(
                rule, severity, QueryRequest.of(rule.text(), data.base()).asking(CompiledQuery.of(about)));
    }

    private List<Finding> findings(Rule rule, Severity severity, QueryRequest query) {
        try {
            Table found =
                    snapshot.query(query, ResultReaders.table(snapshot.limits().answerRows()));
            return found.rows().stream()
                    .map(row -> finding(rule, severity, found.columns(), row))
                    .distinct()
                    .toList();
        } catch (QueryFailedException failure) {
            return List.of(new Finding(
                    Location.in(rule.file()), Severity.ERROR, Message.of(Code.RULE_UNFINISHED, failure.message())));
        }
    }

    private Finding finding(Rule rule, Severity severity, List<String> columns, List<Node> row) {
        Node focus = cell(columns, row, RuleReader.THIS);
        Node path = cell(columns, row, RuleReader.PATH);
        Node value = cell(columns, row, RuleReader.VALUE);
        String shown = Stream.of(focus, path, value)
                .filter(Objects::nonNull)
                .map(data::shown)
                .collect(Collectors.joining(" "));
        return new Finding(
                        focus == null ? Location.in(rule.file()) : data.places().find(focus, path, value),
                        severity,
                        Message.of(Code.RULE_BROKEN, rule.problem(), rule.mend(), shown))
                .of(rule.name())
                .about(focus);
    }

    private static Node cell(List<String> columns, List<Node> row, String name) {
        int column = columns.indexOf(name);
        return column < 0 ? null : row.get(column);
    }
}
