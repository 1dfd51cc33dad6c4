package org.torchgraph.site.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.torchgraph.site.chart.ResultTable;
import org.torchgraph.site.words.RenderedTerm;

/**
 * The steps that lead from one thing to the next, such as from a goal to its outcome. The result has {@code ?step}, the
 * name of a step, and {@code ?thing}; rows of the same step follow one another. {@code ?value}, with
 * {@code ?comparator}, {@code ?upTo} and {@code ?unit}, is shown large; every other column is a remark.
 *
 * @param steps the steps in order
 */
public record Steps(List<Step> steps) {
    private static final Set<String> AMOUNT = Set.of("comparator", "value", "upTo", "unit");

    /** A step with the things that take it. */
    public record Step(RenderedTerm name, List<StepThing> things) {
        /** Returns whether the step is the thing that the page is about. */
        public boolean isHere() {
            return things.stream().anyMatch(StepThing::here);
        }
    }

    /**
     * A thing of a step.
     *
     * @param name the thing, or null
     * @param here whether the page is about it
     * @param amount its value with sign and unit, or null
     * @param remarks the other values of its row
     */
    public record StepThing(RenderedTerm name, boolean here, String amount, List<RenderedTerm> remarks) {}

    /**
     * Reads the steps of a table.
     *
     * @param here the IRI of the thing that the page is about
     * @return empty unless the table has the columns of steps and all rows name theirs
     */
    static Optional<Steps> of(ResultTable table, String here) {
        if (!table.variables().containsAll(Set.of("step", "thing"))) {
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            RenderedTerm name = table.cell("step", row);
            if (name == null) {
                return Optional.empty();
            }
            StepThing thing = thing(table, row, here);
            Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
            if (last != null && last.name().equals(name)) {
                steps.set(
                        steps.size() - 1,
                        new Step(
                                name,
                                Stream.concat(last.things().stream(), Stream.of(thing))
                                        .distinct()
                                        .toList()));
            } else {
                steps.add(new Step(name, List.of(thing)));
            }
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of(new Steps(List.copyOf(steps)));
    }

    private static StepThing thing(ResultTable table, int row, String here) {
        RenderedTerm thing = table.cell("thing", row);
        RenderedTerm value = table.cell("value", row);
        return new StepThing(
                thing,
                thing != null && thing.machine().equals(here),
                value == null ? null : amount(table, row, value),
                IntStream.range(0, table.columns().size())
                        .filter(column -> !AMOUNT.contains(table.variables().get(column)))
                        .filter(column -> !Set.of("step", "thing")
                                .contains(table.variables().get(column)))
                        .mapToObj(column -> table.rows().get(row).get(column))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static String amount(ResultTable table, int row, RenderedTerm value) {
        RenderedTerm upTo = table.cell("upTo", row);
        String range = value.text() + (upTo == null ? "" : "–" + upTo.text());
        String sign = upTo == null ? text(table, "comparator", row) : "";
        return String.join(" ", sign, range, text(table, "unit", row)).strip();
    }

    private static String text(ResultTable table, String variable, int row) {
        RenderedTerm cell = table.cell(variable, row);
        return cell == null ? "" : cell.text();
    }
}
