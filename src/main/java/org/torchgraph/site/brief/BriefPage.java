package org.torchgraph.site.brief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.torchgraph.model.Description;
import org.torchgraph.site.chart.ResultTable;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.question.Panel;
import org.torchgraph.site.thing.ThingPage;
import org.torchgraph.site.words.RenderedTerm;

/**
 * A page about one thing to print and hand out: its facts and panels as plain tables, each row with the numbers of its
 * sources, and the sources at the end.
 *
 * @param page the page of the thing
 * @param printed the day
 * @param facts the facts below the heading
 * @param factSources the numbers of their sources
 * @param sections the panels that fit on one sheet
 * @param leftOut the titles of the others
 * @param sources the sources in the order of their numbers
 */
public record BriefPage(
        ThingPage page,
        LocalDate printed,
        List<ResultTable.FactColumn> facts,
        List<Integer> factSources,
        List<BriefSection> sections,
        List<RenderedTerm> leftOut,
        List<BriefSources.BriefSource> sources) {
    private static final int MAX_ROWS = 6;
    private static final int MIN_ROWS = 3;

    /**
     * A panel as a table.
     *
     * @param title its title
     * @param columns the headings of the columns that have a value in a row shown
     * @param rows the first rows
     * @param more the number of rows that are left out
     */
    public record BriefSection(RenderedTerm title, List<String> columns, List<BriefRow> rows, int more) {
        /** Returns whether a row has a source. */
        public boolean cited() {
            return rows.stream().anyMatch(row -> !row.sources().isEmpty());
        }
    }

    /**
     * A row.
     *
     * @param cells its cells, null for no value
     * @param sources the numbers of its sources
     */
    public record BriefRow(List<RenderedTerm> cells, List<Integer> sources) {}

    /**
     * Returns the brief of a thing; panels without rows and panels that failed are left out.
     *
     * @param described returns what is known of the things with the given IRIs
     */
    public static BriefPage of(
            Description description,
            List<Panel> panels,
            LocalDate printed,
            Function<Collection<String>, Map<String, Description>> described,
            PageContext frame) {
        List<Panel.PanelView> views = panels.stream()
                .filter(panel -> !panel.isEmpty() && panel.isAnswered())
                .map(panel -> panel.view(frame))
                .filter(Objects::nonNull)
                .toList();
        Composition composed = fitting(views);
        Map<String, Description> known =
                described.apply(composed.sources().iris().toList());
        return new BriefPage(
                ThingPage.of(description, frame.wording(description.labels()), frame),
                printed,
                composed.facts(),
                composed.factSources(),
                composed.sections(),
                views.stream()
                        .filter(view -> !view.isFacts())
                        .skip(composed.sections().size())
                        .map(view -> view.question().title())
                        .toList(),
                composed.sources().list(known, frame));
    }

    /** What stands between the heading and the sources. */
    private record Composition(
            List<ResultTable.FactColumn> facts,
            List<Integer> factSources,
            List<BriefSection> sections,
            BriefSources sources) {

        boolean fits() {
            return SheetHeight.of(facts, sections, sources.size()) <= SheetHeight.AVAILABLE;
        }
    }

    /**
     * Returns what fits on one sheet: as many panels as can have at least three rows, or all they have, and then as
     * many rows of each as fit; if that is none, one row of the first.
     */
    private static Composition fitting(List<Panel.PanelView> views) {
        int all = (int) views.stream().filter(view -> !view.isFacts()).count();
        return IntStream.iterate(all, count -> count >= 1, count -> count - 1)
                .boxed()
                .flatMap(count -> IntStream.iterate(MAX_ROWS, most -> most >= MIN_ROWS, most -> most - 1)
                        .mapToObj(most -> composed(views, most, count)))
                .filter(Composition::fits)
                .findFirst()
                .orElseGet(() -> composed(views, 1, Math.min(all, 1)));
    }

    private static Composition composed(List<Panel.PanelView> views, int most, int count) {
        BriefSources sources = new BriefSources();
        List<ResultTable.FactColumn> facts = new ArrayList<>();
        TreeSet<Integer> factSources = new TreeSet<>();
        List<BriefSection> sections = new ArrayList<>();
        for (Panel.PanelView view : views) {
            if (view.isFacts()) {
                facts.addAll(view.facts());
                if (view.grid().marks() != null) {
                    factSources.addAll(sources.numbers(view.grid().marks().rows().stream()
                            .flatMap(List::stream)
                            .toList()));
                }
            } else if (sections.size() < count) {
                // Steps are read to their end.
                sections.add(section(
                        view.question().title(),
                        view.grid(),
                        view.steps() == null ? most : view.grid().rows().size(),
                        sources));
            }
        }
        return new Composition(facts, List.copyOf(factSources), sections, sources);
    }

    /** Returns whether a cell is empty, so that a legend has to explain it. */
    public boolean gaps() {
        return sections.stream().flatMap(section -> section.rows().stream()).anyMatch(row -> row.cells()
                .contains(null));
    }

    private static BriefSection section(RenderedTerm title, ResultTable grid, int most, BriefSources sources) {
        int shown = Math.min(most, grid.rows().size());
        List<Integer> kept = IntStream.range(0, grid.columns().size())
                .filter(column -> grid.rows().stream()
                        .limit(shown)
                        .map(row -> row.get(column))
                        .anyMatch(Objects::nonNull))
                .boxed()
                .toList();
        return new BriefSection(
                title,
                kept.stream().map(grid.columns()::get).toList(),
                IntStream.range(0, shown)
                        .mapToObj(at -> new BriefRow(
                                kept.stream().map(grid.rows().get(at)::get).toList(),
                                grid.marks() == null
                                        ? List.of()
                                        : sources.numbers(grid.marks().rows().get(at))))
                        .toList(),
                grid.total() - shown);
    }
}
