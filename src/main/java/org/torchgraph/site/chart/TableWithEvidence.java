package org.torchgraph.site.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.torchgraph.model.Claim;
import org.torchgraph.query.Table;

/**
 * A table, and what each of its rows rests on. A column {@code ?evidence} names that: a claim, a passage, a source, or
 * a thing that has such; {@code ?basis} and {@code ?confidence} beside it say how well. The three are read from a mark
 * and are no columns of their own. Rows that differ in them alone are one.
 *
 * @param claims by row; none when the table has no such column
 */
public record TableWithEvidence(Table table, List<List<Claim>> claims) {
    public static final String EVIDENCE = "evidence";

    private static final String BASIS = "basis";
    private static final String CONFIDENCE = "confidence";

    /** @param worth of the nodes in the column */
    public static TableWithEvidence of(Table table, Map<Node, Claim> worth) {
        int evidence = table.columns().indexOf(EVIDENCE);
        if (evidence < 0) {
            return new TableWithEvidence(table, List.of());
        }
        int basis = table.columns().indexOf(BASIS);
        int confidence = table.columns().indexOf(CONFIDENCE);
        List<Integer> kept = IntStream.range(0, table.columns().size())
                .filter(column -> column != evidence && column != basis && column != confidence)
                .boxed()
                .toList();
        Map<List<Node>, List<Claim>> rows = new LinkedHashMap<>();
        for (List<Node> row : table.rows()) {
            List<Claim> claims =
                    rows.computeIfAbsent(kept.stream().map(row::get).toList(), cells -> new ArrayList<>());
            claim(row.get(evidence), at(basis, row), at(confidence, row), worth).ifPresent(claims::add);
        }
        return new TableWithEvidence(
                new Table(
                        kept.stream().map(table.columns()::get).toList(), List.copyOf(rows.keySet()), table.complete()),
                rows.values().stream().map(TableWithEvidence::joined).toList());
    }

    private static Optional<Claim> claim(Node evidence, Node basis, Node confidence, Map<Node, Claim> worth) {
        Claim known = evidence == null ? null : worth.get(evidence);
        return known == null && basis == null
                ? Optional.empty()
                : Optional.of((known == null ? Claim.resting(List.of(), List.of()) : known)
                        .with(basis, confidence == null ? "" : confidence.getLiteralLexicalForm()));
    }

    /** Evidence that nobody claims anything by is one, however many places it is in, and comes first. */
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
