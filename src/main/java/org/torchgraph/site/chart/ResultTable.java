package org.torchgraph.site.chart;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Labels;
import org.torchgraph.model.naming.Languages;
import org.torchgraph.query.Table;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.thing.ClaimView;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * A query result as a page shows it.
 *
 * @param variables the variable names of the columns
 * @param columns the headings
 * @param rows one cell per column, null for an unbound variable
 * @param total the number of rows read, of which the page shows at most {@link #MAX_ROWS_ON_PAGE}
 * @param complete whether all rows of the result were read
 * @param marks the evidence of the rows, or null if the result has no such column
 * @param language the language of the page
 * @param tags the language of each heading, null if it is that of the page
 */
public record ResultTable(
        List<String> variables,
        List<String> columns,
        List<List<RenderedTerm>> rows,
        int total,
        boolean complete,
        Marks marks,
        Language language,
        List<String> tags) {
    /** The largest number of rows on a page; downloads have all. */
    public static final int MAX_ROWS_ON_PAGE = 500;

    private static final List<String> TRIPLE = List.of("triple.subject", "triple.predicate", "triple.object");

    /**
     * The evidence column.
     *
     * @param heading its heading
     * @param rows the claims of each row
     */
    public record Marks(String heading, List<List<ClaimView>> rows) {}

    /** Renders a table with the evidence of each row. */
    public static ResultTable of(TableWithEvidence withEvidence, Labels labels, PageContext frame) {
        ResultTable table = of(withEvidence.table(), labels, frame);
        if (withEvidence.claims().isEmpty()) {
            return table;
        }
        TermRenderer wording = frame.wording(labels);
        Marks marks = new Marks(
                frame.site().headings().heading(TableWithEvidence.EVIDENCE, wording),
                withEvidence.claims().stream()
                        .limit(MAX_ROWS_ON_PAGE)
                        .map(claims -> claims.stream()
                                .map(claim -> ClaimView.of(claim, wording))
                                .toList())
                        .toList());
        return new ResultTable(
                table.variables(),
                table.columns(),
                table.rows(),
                table.total(),
                table.complete(),
                marks,
                frame.language(),
                table.tags());
    }

    /** Renders a table without evidence. */
    public static ResultTable of(Table table, Labels labels, PageContext frame) {
        TermRenderer wording = frame.wording(labels);
        return new ResultTable(
                table.columns(),
                table.columns().stream()
                        .map(column -> frame.site().headings().heading(column, wording))
                        .toList(),
                table.rows().stream()
                        .limit(MAX_ROWS_ON_PAGE)
                        .map(row -> cells(row, wording))
                        .toList(),
                table.rows().size(),
                table.complete(),
                null,
                frame.language(),
                table.columns().stream()
                        .map(column ->
                                frame.site().headings().term(column, wording).lang())
                        .toList());
    }

    /** Renders triples as a table of subject, predicate and object. */
    public static ResultTable of(List<Triple> triples, Labels labels, PageContext frame) {
        TermRenderer wording = frame.wording(labels);
        return new ResultTable(
                TRIPLE,
                TRIPLE.stream().map(frame.messages()::say).toList(),
                triples.stream()
                        .limit(MAX_ROWS_ON_PAGE)
                        .map(triple -> List.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                        .map(row -> cells(row, wording))
                        .toList(),
                triples.size(),
                true,
                null,
                frame.language(),
                TRIPLE.stream().map(none -> (String) null).toList());
    }

    private static List<RenderedTerm> cells(List<Node> row, TermRenderer wording) {
        // Stream.toList() permits the nulls of unbound variables.
        return row.stream()
                .map(node -> node == null ? null : wording.show(node))
                .toList();
    }

    /** Returns the cell of a row for a variable, or null. */
    RenderedTerm cell(String variable, List<RenderedTerm> row) {
        int at = variables.indexOf(variable);
        return at < 0 ? null : row.get(at);
    }

    /** Returns the cell of the row at an index for a variable, or null. */
    public RenderedTerm cell(String variable, int row) {
        return cell(variable, rows.get(row));
    }

    /** Returns the distinct cells of a variable, null among them. */
    Set<RenderedTerm> column(String variable) {
        return rows.stream().map(row -> cell(variable, row)).collect(Collectors.toSet());
    }

    /** Returns the different units in the columns of units. */
    public List<String> units() {
        return IntStream.range(0, columns.size())
                .filter(column -> AmountColumns.isUnit(variables.get(column)))
                .boxed()
                .flatMap(column -> rows.stream().map(row -> row.get(column)))
                .filter(Objects::nonNull)
                .map(RenderedTerm::text)
                .distinct()
                .toList();
    }

    /** Returns whether a column is the status of claims, where an empty cell means accepted. */
    public boolean status(int column) {
        return variables.get(column).equals("status");
    }

    /** Returns whether a cell is empty, so that a legend has to explain it. */
    public boolean hasGaps() {
        return IntStream.range(0, columns.size())
                        .filter(column -> !status(column))
                        .anyMatch(column -> rows.stream().anyMatch(row -> row.get(column) == null))
                || marks != null && marks.rows().stream().anyMatch(List::isEmpty);
    }

    /** What a column tells: its heading with its language, null if it is that of the page, and its different values. */
    public record FactColumn(String heading, String tag, List<RenderedTerm> values) {
        private static final int MAX_NARROW_CHARACTERS = 30;

        private FactColumn in(Language language) {
            List<RenderedTerm> own = values.stream()
                    .filter(value -> value.href() != null
                            || value.lang() == null
                            || Languages.matches(value.lang(), language.code()))
                    .toList();
            return own.isEmpty() ? this : new FactColumn(heading, tag, own);
        }

        /** Returns whether the values need two columns of the line. */
        public boolean isWide() {
            return values.stream().mapToInt(value -> value.text().length()).sum() > MAX_NARROW_CHARACTERS;
        }
    }

    /**
     * Returns the columns that have values, with their different values; of texts those in a language, if there are
     * any.
     */
    public List<FactColumn> facts(Language language) {
        return IntStream.range(0, columns.size())
                .mapToObj(column -> new FactColumn(
                        columns.get(column),
                        tags.get(column),
                        rows.stream()
                                .map(row -> row.get(column))
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList()))
                .map(fact -> fact.in(language))
                .filter(fact -> !fact.values().isEmpty())
                .toList();
    }

    /** The number of different things in a column. */
    public record ThingCount(String heading, long things) {}

    /** Returns how many things the columns have that hold links only; none for a single row or a part of the rows. */
    public List<ThingCount> things() {
        return cut() || rows.size() < 2
                ? List.of()
                : IntStream.range(0, columns.size())
                        .filter(column -> rows.stream()
                                .allMatch(row -> row.get(column) == null
                                        || row.get(column).href() != null))
                        .mapToObj(column -> new ThingCount(
                                columns.get(column),
                                rows.stream()
                                        .map(row -> row.get(column))
                                        .filter(Objects::nonNull)
                                        .map(RenderedTerm::machine)
                                        .distinct()
                                        .count()))
                        .filter(count -> count.things() > 0)
                        .toList();
    }

    /** Returns whether the page lacks rows of the result. */
    public boolean cut() {
        return total > rows.size() || !complete;
    }

    /** Returns whether a column has only numbers, so that they are aligned. */
    public boolean numeric(int column) {
        return rows.stream().map(row -> row.get(column)).allMatch(cell -> cell == null || cell.number())
                && rows.stream().anyMatch(row -> row.get(column) != null);
    }
}
