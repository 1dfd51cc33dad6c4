package org.torchgraph.site.question;

import java.util.List;
import java.util.Optional;
import org.torchgraph.question.Question.View;
import org.torchgraph.site.words.Shown;

/** An answer as a picture; the table below it has the same rows. Positions are in per cent of the width. */
public sealed interface Chart permits Timeline, Lanes, Bars {
    /** More rows than this are read in the table. */
    int MOST = 60;

    /** The picture that the view asks for, when the columns of the answer allow it. */
    static Optional<Chart> of(Grid grid, View view) {
        if (grid == null || grid.rows().size() < 2 || grid.rows().size() > MOST || grid.cut()) {
            return Optional.empty();
        }
        return switch (view) {
            case TIMELINE -> Lanes.of(grid).<Chart>map(lanes -> lanes).or(() -> Timeline.of(grid));
            case BAR -> Bars.of(grid).map(Chart.class::cast);
            case TABLE, LINE, TREE, GRAPH -> Optional.empty();
        };
    }

    /** Height in pixels, known before the page is drawn. */
    int height();

    /** A name short enough to stand in a picture; the table has it whole. */
    static String shortened(Shown name, int most) {
        // A Chinese character is as wide as two Latin ones.
        int width = 0;
        String text = name.text();
        for (int i = 0; i < text.length(); i++) {
            width += text.charAt(i) < 0x2E80 ? 1 : 2;
            if (width > most) {
                return text.substring(0, i).stripTrailing() + "…";
            }
        }
        return text;
    }

    /** Every cell of a column that has a value. */
    static List<Shown> column(Grid grid, int column) {
        return grid.rows().stream()
                .map(row -> row.get(column))
                .filter(cell -> cell != null)
                .toList();
    }
}
