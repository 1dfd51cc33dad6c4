package org.torchgraph.site.brief;

import java.util.List;
import java.util.Objects;
import org.torchgraph.site.chart.ResultTable;
import org.torchgraph.site.words.RenderedTerm;

/** Estimates the height of a brief on A4 paper in millimetres, as the style sheet prints it. */
final class SheetHeight {
    /** The height that a sheet has between its margins, less the heading, the citation, and what a guess may miss. */
    static final double AVAILABLE = 263 - 85;

    private static final double LINE = 4;
    private static final double ROW_PADDING = 1.7;
    private static final double GAP = 3.5;
    private static final double HEADING = 6;

    /** The number of Latin letters in a line of a table as wide as the sheet; tables leave a part of it empty. */
    private static final int LINE_LETTERS = 75;

    private static final int SOURCE_LINES = 2;

    private SheetHeight() {}

    static double of(List<ResultTable.FactColumn> facts, List<BriefPage.BriefSection> sections, int sources) {
        int factLetters = facts.stream()
                .mapToInt(fact -> fact.values().stream()
                        .mapToInt(value -> letters(value.text()))
                        .sum())
                .map(letters -> letters + 10)
                .sum();
        return lines(factLetters) * 2 * LINE
                + sections.stream().mapToDouble(SheetHeight::of).sum()
                + HEADING
                + GAP
                + sources * SOURCE_LINES * LINE;
    }

    private static double of(BriefPage.BriefSection section) {
        double rows = section.rows().stream()
                .mapToDouble(row -> LINE
                                * lines(row.cells().stream()
                                        .filter(Objects::nonNull)
                                        .map(RenderedTerm::text)
                                        .mapToInt(SheetHeight::letters)
                                        .sum())
                        + ROW_PADDING)
                .sum();
        return GAP + HEADING + LINE + ROW_PADDING + rows + (section.more() > 0 ? LINE : 0);
    }

    private static int lines(int letters) {
        return 1 + letters / LINE_LETTERS;
    }

    /** Returns the width of a text in Latin letters; a Chinese character is as wide as two. */
    private static int letters(String text) {
        return text.codePoints()
                .map(character -> Character.isIdeographic(character) ? 2 : 1)
                .sum();
    }
}
