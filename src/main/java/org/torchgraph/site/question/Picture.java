package org.torchgraph.site.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.torchgraph.messages.Messages;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.chart.BarChart;
import org.torchgraph.site.chart.Chart;
import org.torchgraph.site.chart.GaugeChart;
import org.torchgraph.site.chart.LaneChart;
import org.torchgraph.site.chart.LineChart;
import org.torchgraph.site.chart.NetworkChart;
import org.torchgraph.site.chart.ResultTable;
import org.torchgraph.site.chart.TilesChart;
import org.torchgraph.site.chart.TimelineChart;
import org.torchgraph.site.chart.TreeChart;
import org.torchgraph.site.chart.YearsChart;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.RenderedTerm;

/**
 * A chart with what stands below it.
 *
 * @param chart the chart
 * @param notes what it measures and what it leaves out, a sentence each
 * @param sources the sources of the rows, those cited most often first; empty if the rows count things
 * @param file the address of the picture as a file, which stands alone
 * @param years the address of the answer for a year, to which the year is added; null if the question does not ask for
 *     one
 */
public record Picture(Chart chart, List<String> notes, List<RenderedTerm> sources, String file, String years) {
    /** The parameter of a picture's file with its place among the pictures of the answer. */
    public static final String NUMBER = "picture";

    /** The parameter of a question that takes a year, to which the bars of years lead. */
    private static final String YEAR = "year";

    private static final int MAX_SOURCES_SHOWN = 2;

    /**
     * Returns the pictures of an answer.
     *
     * @param parameters the values that the answer is for, as a query string with {@code ?}, or an empty text
     */
    static List<Picture> all(Question question, String parameters, QuestionResult.Rows rows, PageContext frame) {
        ResultTable table = rows.plain(frame);
        List<Chart> charts = Chart.all(table, question.view());
        boolean asked = question.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(YEAR));
        String years = asked
                ? frame.href(SiteRoute.QUESTION.path(question.name())) + parameters
                        + (parameters.isEmpty() ? "?" : "&")
                        + (frame.reader().chosen().isEmpty()
                                ? ""
                                : "lang=" + frame.reader().chosen() + "&")
                        + YEAR + "="
                : null;
        List<RenderedTerm> sources = charts.isEmpty() ? List.of() : rows.sources(frame);
        return IntStream.range(0, charts.size())
                .mapToObj(at -> new Picture(
                        charts.get(at),
                        notes(charts.get(at), table, !sources.isEmpty(), frame.messages()),
                        sources,
                        frame.href(SiteRoute.QUESTION.path(question.name()) + ".svg" + parameters
                                + (parameters.isEmpty() ? "?" : "&") + "labels="
                                + frame.language().code()
                                + (at == 0 ? "" : "&" + NUMBER + "=" + (at + 1))),
                        years))
                .toList();
    }

    private static List<String> notes(Chart chart, ResultTable table, boolean cited, Messages messages) {
        List<String> notes = new ArrayList<>();
        measured(chart, table, messages).ifPresent(notes::add);
        chart.omitted()
                .forEach(left -> notes.add(messages.say("chart.omitted", left.rows(), left.thing(), left.lacking())));
        if (chart instanceof YearsChart years && years.unknown() != null) {
            notes.add(messages.say("chart.undated", years.unknown().number()));
        }
        if (chart instanceof TilesChart tiles && tiles.uncoded() > 0) {
            notes.add(messages.say("tiles.uncoded", tiles.uncoded()));
        }
        if (chart instanceof TilesChart tiles && !tiles.others().isEmpty()) {
            notes.add(messages.say(
                    "tiles.others", String.join(", ", tiles.others().keySet())));
        }
        if (!cited && !(chart instanceof Chart.Crowded)) {
            notes.add(messages.say("chart.counted"));
        }
        return notes;
    }

    private static Optional<String> measured(Chart chart, ResultTable table, Messages messages) {
        Optional<String> number =
                switch (chart) {
                    case BarChart bars -> Optional.of(bars.named());
                    case LineChart lines -> Optional.of(lines.named());
                    case YearsChart years -> Optional.of(years.named());
                    case TilesChart tiles ->
                        Optional.of(tiles.named() == null ? table.columns().get(0) : tiles.named());
                    case GaugeChart gauge -> Optional.empty();
                    case TreeChart tree -> Optional.empty();
                    case TimelineChart timeline -> Optional.empty();
                    case LaneChart lanes -> Optional.empty();
                    case NetworkChart network -> Optional.empty();
                    case Chart.Crowded crowded -> Optional.empty();
                };
        if (chart instanceof TimelineChart || chart instanceof LaneChart) {
            return Optional.of(messages.say("chart.unit", messages.say("chart.year")));
        }
        if (chart instanceof TreeChart tree && tree.roots().stream().anyMatch(root -> root.share() != null)) {
            return Optional.of(messages.say("chart.unit", "%"));
        }
        List<String> units = number.isPresent() || chart instanceof GaugeChart ? table.units() : List.of();
        return units.isEmpty()
                ? number.map(heading -> messages.say("chart.number", heading))
                : Optional.of(messages.say("chart.unit", String.join(messages.say("class.comma"), units)));
    }

    /** Returns the sources that are named beside the chart. */
    public List<RenderedTerm> first() {
        return sources.subList(0, Math.min(MAX_SOURCES_SHOWN, sources.size()));
    }

    /** Returns the other sources. */
    public List<RenderedTerm> others() {
        return sources.subList(first().size(), sources.size());
    }
}
