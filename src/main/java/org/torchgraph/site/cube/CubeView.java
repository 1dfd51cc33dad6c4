package org.torchgraph.site.cube;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.model.cube.CubeComponent;
import org.torchgraph.model.cube.CubeParameters;
import org.torchgraph.model.cube.CubeSlice;
import org.torchgraph.model.cube.DataCube.Observation;
import org.torchgraph.model.portion.Portion;
import org.torchgraph.question.Question.ViewKind;
import org.torchgraph.site.chart.Chart;
import org.torchgraph.site.chart.ResultTable;
import org.torchgraph.site.thing.ThingSection;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * A data cube on its page.
 *
 * @param structure its components
 * @param fields the fields of the form that chooses a slice
 * @param total the number of its observations
 * @param found the number of those of the slice
 * @param grid a page of the slice
 * @param rows that page
 * @param charts the chart of the slice; none if it cannot be drawn
 */
public record CubeView(
        List<ComponentRow> structure,
        List<DimensionField> fields,
        int total,
        int found,
        ResultTable grid,
        Portion<?> rows,
        List<Chart> charts)
        implements ThingSection {
    /** The largest number of values that a field offers. */
    public static final int MAX_CHOICES = 500;

    /**
     * A component in words.
     *
     * @param kind the message key of its kind
     * @param name its name
     * @param codes the list of its values, or null
     * @param values the number of its values
     * @param only its value if it has one only, or null
     * @param declared whether the structure of the cube has it
     */
    public record ComponentRow(
            String kind, RenderedTerm name, RenderedTerm codes, int values, RenderedTerm only, boolean declared) {}

    /**
     * A field of the form.
     *
     * @param parameter the name of the parameter
     * @param name the name of the dimension
     * @param choices its values
     * @param more the number of values that are not offered
     */
    public record DimensionField(String parameter, RenderedTerm name, List<DimensionValue> choices, int more) {

        /** Returns whether the slice has all values. */
        public boolean isFree() {
            return choices.stream().noneMatch(DimensionValue::chosen);
        }
    }

    /** A value of a field. */
    public record DimensionValue(String value, RenderedTerm name, boolean chosen) {}

    /** Renders a slice. */
    public static CubeView of(CubeSlice slice, TermRenderer wording) {
        List<CubeComponent> components = slice.cube().components();
        return new CubeView(
                components.stream().map(component -> row(component, wording)).toList(),
                slice.cube()
                        .dimensions()
                        .filter(at -> components.get(at).values().size() > 1)
                        .mapToObj(at -> field(slice, at, wording))
                        .toList(),
                slice.cube().observations().size(),
                slice.observations().size(),
                table(slice, slice.columns(), slice.rows().items(), wording),
                slice.rows(),
                charts(slice, wording));
    }

    @Override
    public List<String> headings() {
        return List.of("cube");
    }

    private static ComponentRow row(CubeComponent component, TermRenderer wording) {
        return new ComponentRow(
                component.kind().name().toLowerCase(Locale.ROOT),
                wording.show(component.property()),
                component.codes() == null ? null : wording.show(component.codes()),
                component.values().size(),
                component.values().size() == 1 ? wording.show(component.values().get(0)) : null,
                component.declared());
    }

    private static DimensionField field(CubeSlice slice, int at, TermRenderer wording) {
        CubeComponent dimension = slice.cube().components().get(at);
        Node chosen = slice.chosen().get(at);
        List<DimensionValue> choices = new ArrayList<>(Stream.concat(
                        dimension.values().stream().limit(MAX_CHOICES),
                        dimension.values().stream().skip(MAX_CHOICES).filter(value -> value.equals(chosen)))
                .map(value -> new DimensionValue(CubeSlice.text(value), wording.show(value), value.equals(chosen)))
                .toList());
        if (dimension.values().stream().allMatch(Node::isURI)) {
            choices.sort(Comparator.comparing(choice -> choice.name().text()));
        }
        return new DimensionField(
                CubeParameters.name(slice.cube(), at),
                wording.show(dimension.property()),
                choices,
                dimension.values().size() - choices.size());
    }

    private static ResultTable table(
            CubeSlice slice, List<Integer> columns, List<Observation> observations, TermRenderer wording) {
        List<CubeComponent> components = slice.cube().components();
        return new ResultTable(
                columns.stream().map(at -> "column" + at).toList(),
                columns.stream()
                        .map(at -> wording.show(components.get(at).property()).text())
                        .toList(),
                observations.stream()
                        .map(observation -> columns.stream()
                                .map(at -> cell(observation, at, components.get(at), wording))
                                .toList())
                        .toList(),
                observations.size(),
                true,
                null,
                wording.language(),
                columns.stream()
                        .map(at -> wording.show(components.get(at).property()).lang())
                        .toList());
    }

    /** Returns a cell; the first number leads to the page of the observation. */
    private static RenderedTerm cell(Observation observation, int at, CubeComponent component, TermRenderer wording) {
        Node value = observation.cell(at);
        if (value == null) {
            return null;
        }
        RenderedTerm shown = wording.show(value);
        return component.isMeasure() && observation.node().isURI() && shown.href() == null
                ? shown.linked(wording.show(observation.node()).href())
                : shown;
    }

    private static List<Chart> charts(CubeSlice slice, TermRenderer wording) {
        List<Integer> columns = slice.columns();
        List<Integer> free = columns.stream()
                .filter(at -> slice.cube().components().get(at).isDimension())
                .toList();
        List<Integer> measures = columns.stream()
                .filter(at -> slice.cube().components().get(at).isMeasure())
                .toList();
        if (free.isEmpty() || free.size() > 2 || measures.isEmpty()) {
            return List.of();
        }
        OptionalInt time = slice.time();
        List<Integer> drawn = new ArrayList<>();
        time.ifPresent(drawn::add);
        free.stream().filter(at -> time.isEmpty() || time.getAsInt() != at).forEach(drawn::add);
        drawn.add(time.isPresent() ? 1 : drawn.size(), measures.get(0));
        if (slice.observations().size() > ResultTable.MAX_ROWS_ON_PAGE) {
            return List.of();
        }
        ResultTable table = table(slice, drawn, slice.observations(), wording);
        return Chart.all(table, time.isPresent() ? ViewKind.LINE : ViewKind.BAR).stream()
                .filter(chart -> !(chart instanceof Chart.Crowded))
                .toList();
    }
}
