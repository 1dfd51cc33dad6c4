package org.torchgraph.site.question;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.torchgraph.site.chart.BarChart;
import org.torchgraph.site.chart.Chart;
import org.torchgraph.site.chart.GaugeChart;
import org.torchgraph.site.chart.LineChart;
import org.torchgraph.site.chart.NetworkChart;
import org.torchgraph.site.chart.TilesChart;
import org.torchgraph.site.chart.TreeChart;
import org.torchgraph.site.cite.Citation;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.SiteFiles;

/**
 * A chart as a file that stands alone: with its title, a legend, what stands below it on the page, and where it comes
 * from.
 *
 * @param chart the chart
 * @param title the title in one text
 * @param texts all lines of text around the chart
 * @param legend the kinds that shapes or colours tell apart
 * @param rows the rows of a chart that a page has as text
 * @param y the upper edge of the chart in pixels
 * @param chartHeight its height
 * @param height the height of the picture
 * @param link makes the address of a path of the site
 */
public record PictureSheet(
        Chart chart,
        String title,
        List<SheetText> texts,
        List<LegendEntry> legend,
        List<SheetRow> rows,
        int y,
        int chartHeight,
        int height,
        UnaryOperator<String> link) {
    /** The rules of a picture's file, which the content security policy of the file permits by their digest. */
    public static final String STYLE = SiteFiles.text("picture.css");

    private static final int TITLE_UNITS = 78;
    private static final int TEXT_UNITS = 138;
    private static final int NAME_UNITS = 112;
    private static final int MAX_SOURCES = 8;
    private static final int TITLE_PIXELS = 28;
    private static final int LINE_PIXELS = 18;
    private static final int MARGIN_PIXELS = 24;
    private static final int LEGEND_PIXELS = 22;
    private static final int ROW_PIXELS = 42;
    private static final int BRANCH_PIXELS = 24;
    private static final int INDENT_PIXELS = 24;
    private static final int TILES_PIXELS = 504;
    private static final int WIDE_FROM = 0x2E80;

    /**
     * A line of text.
     *
     * @param y its base line in pixels
     * @param style the name of its style
     * @param text the text
     */
    public record SheetText(int y, String style, String text) {}

    /**
     * An entry of the legend.
     *
     * @param y its middle in pixels
     * @param style the class of its colour
     * @param index the index of its mark; -1 for an arrow, -2 for a shade
     * @param text its name
     */
    public record LegendEntry(int y, String style, int index, String text) {}

    /**
     * A row of bars, of a scale or of a tree.
     *
     * @param x its indentation in pixels
     * @param y its upper edge, within the chart
     * @param name its name, cut to the width
     * @param value its value, or an empty text
     * @param width the length of its bar, or null
     */
    public record SheetRow(int x, int y, String name, String value, String width) {}

    /**
     * Returns the file of a picture.
     *
     * @param heading the title of the answer
     * @param citation how the answer is cited
     */
    static PictureSheet of(Picture picture, RenderedTerm heading, Citation citation, PageContext frame) {
        List<SheetText> texts = new ArrayList<>();
        int y = MARGIN_PIXELS / 2;
        for (String line : lines(heading.text(), TITLE_UNITS)) {
            y += TITLE_PIXELS;
            texts.add(new SheetText(y, "title", line));
        }
        y += MARGIN_PIXELS / 2;
        List<LegendEntry> legend = new ArrayList<>();
        for (LegendEntry entry : legend(picture.chart(), frame)) {
            legend.add(new LegendEntry(y + LEGEND_PIXELS / 2, entry.style(), entry.index(), entry.text()));
            y += LEGEND_PIXELS;
        }
        List<SheetRow> rows = rows(picture.chart(), frame);
        int top = y + MARGIN_PIXELS / 2;
        int chartHeight = picture.chart() instanceof TilesChart
                ? TILES_PIXELS
                : rows.isEmpty()
                        ? picture.chart().height()
                        : rows.get(rows.size() - 1).y()
                                + (picture.chart() instanceof TreeChart ? BRANCH_PIXELS : ROW_PIXELS);
        y = top + chartHeight + MARGIN_PIXELS / 2;
        for (String sentence : foot(picture, citation, frame)) {
            for (String line : lines(sentence, TEXT_UNITS)) {
                y += LINE_PIXELS;
                texts.add(new SheetText(y, "foot", line));
            }
        }
        return new PictureSheet(
                picture.chart(),
                heading.text(),
                texts,
                legend,
                rows,
                top,
                chartHeight,
                y + MARGIN_PIXELS,
                path -> path.startsWith("/") ? frame.origin() + path : path);
    }

    private static List<String> foot(Picture picture, Citation citation, PageContext frame) {
        List<String> foot = new ArrayList<>();
        String stop = frame.messages().say("chart.stop");
        if (!picture.notes().isEmpty()) {
            foot.add(String.join(stop, picture.notes()));
        }
        if (!picture.sources().isEmpty()) {
            int more = picture.sources().size() - MAX_SOURCES;
            foot.add(frame.messages().say("chart.sources")
                    + picture.sources().stream()
                            .limit(MAX_SOURCES)
                            .map(RenderedTerm::text)
                            .collect(Collectors.joining("; "))
                    + (more > 0 ? "; " + frame.messages().say("chart.sources.more", more) : ""));
        }
        foot.add(frame.messages()
                .say("chart.from", citation.container(), citation.version(), citation.address(), citation.licence()));
        return foot;
    }

    private static List<LegendEntry> legend(Chart chart, PageContext frame) {
        List<LegendEntry> legend = new ArrayList<>();
        if (chart instanceof LineChart lines && lines.legend()) {
            lines.series()
                    .forEach(series -> legend.add(new LegendEntry(
                            0,
                            "s" + series.index(),
                            series.index(),
                            series.name().text())));
        } else if (chart instanceof NetworkChart network) {
            network.kinds().forEach(kind -> legend.add(new LegendEntry(0, "s" + legend.size(), -1, kind.text())));
        } else if (chart instanceof TilesChart tiles) {
            tiles.ranges()
                    .forEach(shade -> legend.add(new LegendEntry(
                            0,
                            "t" + shade.shade(),
                            -2,
                            shade.from().equals(shade.to()) ? shade.from() : shade.from() + "–" + shade.to())));
            legend.add(new LegendEntry(0, "t0", -2, frame.messages().say("tiles.none")));
        }
        return legend;
    }

    private static List<SheetRow> rows(Chart chart, PageContext frame) {
        List<SheetRow> rows = new ArrayList<>();
        if (chart instanceof BarChart bars) {
            bars.bars()
                    .forEach(bar -> rows.add(new SheetRow(
                            0,
                            ROW_PIXELS * rows.size(),
                            cut(bar.names().stream().map(RenderedTerm::text).collect(Collectors.joining(" · "))),
                            bar.value().text(),
                            bar.width())));
        } else if (chart instanceof GaugeChart gauge) {
            gauge.points()
                    .forEach(point -> rows.add(new SheetRow(
                            0,
                            ROW_PIXELS * rows.size(),
                            frame.messages().say("gauge." + point.name(), point.year()),
                            point.amount(),
                            null)));
        } else if (chart instanceof TreeChart tree) {
            add(rows, tree.roots(), 0);
        }
        return rows;
    }

    private static void add(List<SheetRow> rows, List<TreeChart.Branch> branches, int depth) {
        for (TreeChart.Branch branch : branches) {
            rows.add(new SheetRow(
                    INDENT_PIXELS * depth,
                    BRANCH_PIXELS * rows.size(),
                    cut((branch.code() == null ? "" : branch.code().text() + " ")
                            + branch.name().text()),
                    branch.share() == null ? "" : branch.share().text(),
                    null));
            add(rows, branch.below(), depth + 1);
        }
    }

    private static String cut(String name) {
        return Chart.shortened(RenderedTerm.text(name), NAME_UNITS);
    }

    /** Breaks a text into lines, where a Latin character counts 1 and a Chinese one 2. */
    private static List<String> lines(String text, int maxUnits) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        int units = 0;
        int space = -1;
        for (int at = 0; at < text.length(); at++) {
            units += text.charAt(at) < WIDE_FROM ? 1 : 2;
            if (text.charAt(at) == ' ') {
                space = at;
            }
            if (units > maxUnits) {
                int end = space > start && text.charAt(at) < WIDE_FROM ? space : at;
                lines.add(text.substring(start, end).strip());
                start = end;
                at = end;
                units = 0;
                space = -1;
            }
        }
        lines.add(text.substring(start).strip());
        return lines;
    }
}
