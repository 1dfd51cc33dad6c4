package org.torchgraph.site.notebook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.torchgraph.question.Question;
import org.torchgraph.site.chart.TableWithEvidence;
import org.torchgraph.site.codebook.Codebook;
import org.torchgraph.site.codebook.CodebookColumn;

/**
 * What a notebook draws of an answer.
 *
 * @param kind how
 * @param x the column along which it is drawn: names, or years
 * @param y the column of numbers, or an empty text if rows are counted
 */
record Plot(PlotKind kind, String x, String y) {

    /** How an answer is drawn. */
    enum PlotKind {
        /** A bar for each row. */
        BARS,
        /** A point for each row, by year. */
        POINTS,
        /** The number of rows of each year. */
        YEARS
    }

    /** Returns what is drawn of a view; empty if the columns do not suit it. */
    static Optional<Plot> of(Question question, Codebook codebook) {
        List<String> shown = TableWithEvidence.shownColumns(
                codebook.columns().stream().map(CodebookColumn::name).toList());
        List<CodebookColumn> columns = codebook.columns().stream()
                .filter(column -> shown.contains(column.name()))
                .toList();
        // As on pages, the last number beside the evidence is the one that the question is about.
        Optional<String> number = columns.reversed().stream()
                .filter(column -> !column.equals(columns.getFirst()))
                .filter(CodebookColumn::isNumber)
                .map(CodebookColumn::name)
                .findFirst();
        Optional<String> time = columns.stream()
                .filter(CodebookColumn::isTime)
                .map(CodebookColumn::name)
                .findFirst();
        return switch (question.view()) {
            case BAR ->
                number.map(y -> new Plot(PlotKind.BARS, columns.getFirst().name(), y));
            case LINE -> time.flatMap(x -> number.map(y -> new Plot(PlotKind.POINTS, x, y)));
            case TIMELINE -> time.map(x -> new Plot(PlotKind.YEARS, x, ""));
            default -> Optional.empty();
        };
    }

    /** Returns the columns that it reads. */
    Stream<String> columns() {
        return Stream.of(x, y).filter(name -> !name.isEmpty());
    }
}
