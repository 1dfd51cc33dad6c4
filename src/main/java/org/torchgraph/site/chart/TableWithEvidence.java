package org.torchgraph.site.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.torchgraph.model.Claim;
import org.torchgraph.query.Table;
import org.torchgraph.question.Question.ViewKind;

/**
 * A table and the evidence of each row. The column {@code ?evidence} holds a claim, a passage, a source, or a thing
 * that cites one; {@code ?basis} and {@code ?confidence} qualify it. The three are shown as a mark per row and not as
 * columns. Rows that differ only in them are merged.
 *
 * @param table the table without these columns
 * @param claims the claims of each row; empty if the table has no such column
 */
public record TableWithEvidence(Table table, List<List<Claim>> claims) {
    /** The variable of the evidence column. */
    public static final String EVIDENCE = "evidence";

    private static final String BASIS = "basis";
    private static final String CONFIDENCE = "confidence";
    private static final Set<String> OF_EVIDENCE = Set.of(EVIDENCE, BASIS, CONFIDENCE);

    /** Returns those of the columns of an answer that are shown as columns. */
    public static List<String> shownColumns(List<String> columns) {
        return columns.contains(EVIDENCE)
                ? columns.stream()
                        .filter(column -> !OF_EVIDENCE.contains(column))
                        .toList()
                : columns;
    }

    /**
     * Separates the evidence columns from a table.
     *
     * @param table the query result
     * @param claimsByNode the claims that each node of the evidence column stands for
     */
    public static TableWithEvidence of(Table table, Map<Node, Claim> claimsByNode) {
        int evidence = table.columns().indexOf(EVIDENCE);
        if (evidence < 0) {
            return new TableWithEvidence(table, List.of());
        }
        int basis = table.columns().indexOf(BASIS);
        int confidence = table.columns().indexOf(CONFIDENCE);
        List<Integer> kept = shownColumns(table.columns()).stream()
                .map(table.columns()::indexOf)
                .toList();
        Map<List<Node>, List<Claim>> rows = new LinkedHashMap<>();
        for (List<Node> row : table.rows()) {
            List<Claim> claims =
                    rows.computeIfAbsent(kept.stream().map(row::get).toList(), cells -> new ArrayList<>());
            claim(row.get(evidence), at(basis, row), at(confidence, row), claimsByNode)
                    .ifPresent(claims::add);
        }
        return new TableWithEvidence(
                new Table(
                        kept.stream().map(table.columns()::get).toList(), List.copyOf(rows.keySet()), table.complete()),
                rows.values().stream().map(TableWithEvidence::joined).toList());
    }

    /**
     * Returns the nodes whose evidence a page shows: those of the evidence column or, under a chart of a table without
     * one, the things of the first column that names its rows; bars without one count things.
     */
    public static Collection<Node> cited(Table table, ViewKind view) {
        boolean drawn = !Set.of(ViewKind.TABLE, ViewKind.FACTS, ViewKind.STEPS, ViewKind.BAR)
                .contains(view);
        return table.columns().contains(EVIDENCE) || !drawn
                ? table.column(EVIDENCE)
                : table.columns().stream()
                        .map(table::column)
                        .map(nodes -> nodes.stream().filter(Node::isURI).collect(Collectors.toSet()))
                        .filter(things -> things.size() * 3 >= table.rows().size())
                        .findFirst()
                        .orElse(Set.of());
    }

    private static Optional<Claim> claim(Node evidence, Node basis, Node confidence, Map<Node, Claim> claimsByNode) {
        Claim known = evidence == null ? null : claimsByNode.get(evidence);
        return known == null && basis == null
                ? Optional.empty()
                : Optional.of((known == null ? Claim.ofEvidence(List.of(), List.of()) : known)
                        .with(basis, confidence == null ? "" : confidence.getLiteralLexicalForm()));
    }

    /** Merges claims. Evidence that no claim cites is one entry, whatever the number of passages, and comes first. */
    private static List<Claim> joined(List<Claim> claims) {
        Map<Object, Claim> joined = new LinkedHashMap<>();
        claims.forEach(claim -> joined.merge(
                claim.node() == null ? List.of(String.valueOf(claim.basis()), claim.confidence()) : claim.node(),
                claim,
                Claim::and));
        return joined.values().stream()
                .sorted(Comparator.comparing(claim -> claim.node() != null))
                .toList();
    }

    private static Node at(int column, List<Node> row) {
        return column < 0 ? null : row.get(column);
    }
}
