package org.torchgraph.server.mcp;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Claim;
import org.torchgraph.query.Table;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.chart.TableWithEvidence;

/** Writes a part of the rows of a table, each with what it rests on, and says what is left off. */
final class AnsweredRows {
    /** The rows that can be skipped; downloads have all. */
    static final int MAX_OFFSET = 10_000;

    private static final String BASIS = "basis";
    private static final String CONFIDENCE = "confidence";

    private final PublishedVersion version;
    private final Table table;
    private final int offset;
    private final List<List<Node>> shown;
    private final Map<Node, Claim> provenance;
    private final AnsweredTerms terms;

    /**
     * Chooses rows.
     *
     * @param limit the number of rows at most
     * @param offset the number of rows before them
     */
    AnsweredRows(PublishedVersion version, Table table, Language language, int limit, int offset) {
        this.version = version;
        this.table = table;
        this.offset = offset;
        this.shown = table.rows().stream().skip(offset).limit(limit).toList();
        Table part = new Table(table.columns(), shown);
        this.provenance = version.resources().provenanceOf(cited(part));
        List<Node> named = Stream.concat(
                        part.iris().stream(), provenance.values().stream().flatMap(Claim::named))
                .distinct()
                .toList();
        this.terms = AnsweredTerms.of(version, version.resources().labels(named), language);
    }

    /** Returns the nodes of the evidence column, else the things of the first column that has some. */
    private static Collection<Node> cited(Table table) {
        return table.columns().contains(TableWithEvidence.EVIDENCE)
                ? table.column(TableWithEvidence.EVIDENCE)
                : table.columns().stream()
                        .map(table::column)
                        .map(nodes -> nodes.stream().filter(Node::isURI).toList())
                        .filter(things -> !things.isEmpty())
                        .findFirst()
                        .orElse(List.of());
    }

    /** Returns the rows as a value, and adds them to the words of an answer. */
    Map<String, Object> written(AnswerBuilder answer) {
        Map<String, Object> cut = cut(terms.wording().language());
        answer.line(cut.get("words").toString());
        IntStream.range(0, shown.size()).forEach(at -> answer.line(words(at)));
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("columns", table.columns().stream().map(this::column).toList());
        value.put("rows", shown.stream().map(this::row).toList());
        value.put("shown", cut);
        return value;
    }

    private Map<String, Object> column(String name) {
        return Map.of("name", name, "title", version.site().headings().heading(name, terms.wording()));
    }

    /** Returns which rows these are of how many, and what was left off. */
    private Map<String, Object> cut(Language language) {
        int total = table.rows().size();
        int after = Math.max(0, total - offset - shown.size());
        Map<String, Object> cut = new LinkedHashMap<>();
        cut.put("rows", shown.size());
        cut.put("offset", offset);
        cut.put("total", total);
        cut.put("isTotalExact", table.complete());
        cut.put("leftOff", total - shown.size());
        boolean whole = shown.size() == total && table.complete();
        cut.put("isComplete", whole);
        String key = whole
                ? total == 0 ? "mcp.rows.none" : "mcp.rows.all"
                : table.complete() ? "mcp.rows.cut" : "mcp.rows.more";
        cut.put("words", language.messages().say(key, shown.size(), offset, total));
        if (after > 0) {
            cut.put("nextOffset", offset + shown.size());
        }
        return cut;
    }

    private Map<String, Object> row(List<Node> row) {
        Map<String, Object> cells = new LinkedHashMap<>();
        for (int column = 0; column < row.size(); column++) {
            if (row.get(column) != null) {
                cells.put(table.columns().get(column), terms.value(row.get(column)));
            }
        }
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("cells", cells);
        List<Claim> claims = claims(row);
        if (!claims.isEmpty()) {
            value.put("evidence", claims.stream().map(terms::evidence).toList());
        }
        return value;
    }

    private String words(int at) {
        List<Node> row = shown.get(at);
        StringBuilder line = new StringBuilder().append(offset + at + 1).append('.');
        for (int column = 0; column < row.size(); column++) {
            String name = table.columns().get(column);
            if (row.get(column) != null && !name.equals(TableWithEvidence.EVIDENCE)) {
                line.append(column == 0 ? " " : "; ").append(name).append(": ").append(terms.words(row.get(column)));
            }
        }
        List<Claim> claims = claims(row);
        if (!claims.isEmpty()) {
            line.append(" [").append(terms.evidenceWords(claims)).append(']');
        }
        return line.toString();
    }

    private List<Claim> claims(List<Node> row) {
        return row.stream()
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(node -> Optional.ofNullable(provenance.get(node)).stream())
                .map(claim -> claim.with(cell(row, BASIS), confidence(row)))
                .filter(AnsweredTerms::isEvidence)
                .toList();
    }

    private String confidence(List<Node> row) {
        Node confidence = cell(row, CONFIDENCE);
        return confidence == null || !confidence.isLiteral() ? "" : confidence.getLiteralLexicalForm();
    }

    private Node cell(List<Node> row, String column) {
        int at = table.columns().indexOf(column);
        return at < 0 ? null : row.get(at);
    }
}
