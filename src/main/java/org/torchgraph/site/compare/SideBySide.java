package org.torchgraph.site.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.torchgraph.messages.Language;
import org.torchgraph.model.naming.Languages;
import org.torchgraph.question.Question;
import org.torchgraph.site.chart.ResultTable;
import org.torchgraph.site.thing.ClaimView;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.StatementLayout;

/**
 * The rows of several results of a comparing question, aligned: rows with the same {@code ?aspect} and {@code ?item}
 * stand side by side, in the order of the results.
 *
 * @param groups the rows, grouped by what is compared
 */
public record SideBySide(List<ComparisonGroup> groups) {
    private static final String ITEM = "item";
    private static final String YEAR = "year";
    private static final String STATUS = "status";

    /** How the cells of a row differ. */
    public enum RowDifference {
        SAME,
        CHANGED,
        /** The same for those that have a value, and others have none. */
        PARTLY,
        ONLY;

        /** Returns the class name in the style sheet, which is also the end of the message key. */
        public String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Rows about one aspect, or about all aspects without items.
     *
     * @param name the aspect; null for the group whose rows are aspects
     * @param counts the number of values of each thing
     * @param rows the rows
     */
    public record ComparisonGroup(RenderedTerm name, List<Integer> counts, List<ComparisonRow> rows) {
        /** Returns the counts as a reader sees them. */
        public String shown() {
            return counts.stream().map(String::valueOf).collect(Collectors.joining(" · "));
        }
    }

    /** A row: its heading, and the values of each thing. */
    public record ComparisonRow(RenderedTerm heading, RowDifference difference, List<List<ComparedValue>> cells) {
        private static ComparisonRow of(RenderedTerm heading, List<List<ComparedValue>> cells) {
            List<Set<List<String>>> said = cells.stream()
                    .map(values -> values.stream().map(ComparedValue::machine).collect(Collectors.toSet()))
                    .toList();
            List<Set<List<String>>> known =
                    said.stream().filter(values -> !values.isEmpty()).toList();
            RowDifference difference = known.size() == 1 && said.size() > 1
                    ? RowDifference.ONLY
                    : known.stream().distinct().count() > 1
                            ? RowDifference.CHANGED
                            : known.size() < said.size() ? RowDifference.PARTLY : RowDifference.SAME;
            return new ComparisonRow(heading, difference, cells);
        }
    }

    /**
     * A value of a thing.
     *
     * @param shown the value
     * @param year the year that it is for, or null
     * @param status the status of a claim that is not in use, or null
     * @param marks its evidence
     */
    public record ComparedValue(RenderedTerm shown, RenderedTerm year, RenderedTerm status, List<ClaimView> marks) {
        /** Returns whether it is a text, and no name of a thing, that is marked as in a language. */
        private boolean isIn(Language language) {
            return shown.href() == null && shown.lang() != null && Languages.matches(shown.lang(), language.code());
        }

        private List<String> machine() {
            return Stream.of(shown, year, status)
                    .map(term -> term == null ? "" : term.machine())
                    .toList();
        }
    }

    /** Returns the number of rows with a difference. */
    public long rows(RowDifference difference) {
        return groups.stream()
                .flatMap(group -> group.rows().stream())
                .filter(row -> row.difference() == difference)
                .count();
    }

    /** What a row is about. */
    private record RowKey(String aspect, String item) {}

    /** A row of one result. */
    private record Entry(RenderedTerm aspect, RenderedTerm item, ComparedValue value) {
        RowKey key() {
            return new RowKey(aspect.machine(), item == null ? "" : item.machine());
        }
    }

    /**
     * Aligns results, each with the columns {@code ?aspect} and {@code ?value}, but for aspects that pages do not show.
     */
    public static SideBySide of(List<ResultTable> results, StatementLayout layout, Language language) {
        List<List<Entry>> entries =
                results.stream().map(table -> entries(table, layout, language)).toList();
        Map<String, List<RowKey>> byAspect = order(entries).stream()
                .collect(Collectors.groupingBy(RowKey::aspect, LinkedHashMap::new, Collectors.toList()));
        List<ComparisonRow> overview = new ArrayList<>();
        List<ComparisonGroup> groups = new ArrayList<>();
        byAspect.forEach((aspect, keys) -> {
            Entry first = entries.stream()
                    .flatMap(List::stream)
                    .filter(entry -> entry.aspect().machine().equals(aspect))
                    .findFirst()
                    .orElseThrow();
            List<ComparisonRow> rows =
                    keys.stream().map(key -> row(key, entries)).toList();
            if (keys.stream().allMatch(key -> key.item().isEmpty())) {
                overview.addAll(rows);
            } else {
                groups.add(new ComparisonGroup(first.aspect(), counts(rows, results.size()), rows));
            }
        });
        if (!overview.isEmpty()) {
            groups.add(0, new ComparisonGroup(null, List.of(), overview));
        }
        return new SideBySide(List.copyOf(groups));
    }

    /**
     * Returns the rows of a result; of texts in several languages those in the language of the page, if there are any.
     */
    private static List<Entry> entries(ResultTable table, StatementLayout layout, Language language) {
        List<Entry> all = IntStream.range(0, table.rows().size())
                .filter(row -> table.cell(Question.ASPECT, row) != null && table.cell(Question.VALUE, row) != null)
                .filter(row -> layout.isShown(table.cell(Question.ASPECT, row).machine()))
                .mapToObj(row -> new Entry(
                        table.cell(Question.ASPECT, row),
                        table.cell(ITEM, row),
                        new ComparedValue(
                                table.cell(Question.VALUE, row),
                                table.cell(YEAR, row),
                                table.cell(STATUS, row),
                                table.marks() == null
                                        ? List.of()
                                        : table.marks().rows().get(row))))
                .toList();
        Set<RowKey> own = all.stream()
                .filter(entry -> entry.value().isIn(language))
                .map(Entry::key)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(entry -> !own.contains(entry.key())
                        || entry.value().shown().lang() == null
                        || entry.value().shown().href() != null
                        || entry.value().isIn(language))
                .toList();
    }

    /** Returns the keys of all results; one that is new follows the key that it follows in its own result. */
    private static List<RowKey> order(List<List<Entry>> entries) {
        List<RowKey> keys = new ArrayList<>();
        for (List<Entry> result : entries) {
            int at = -1;
            for (Entry entry : result) {
                int known = keys.indexOf(entry.key());
                if (known < 0) {
                    known = at + 1;
                    keys.add(known, entry.key());
                }
                at = known;
            }
        }
        return keys;
    }

    private static ComparisonRow row(RowKey key, List<List<Entry>> entries) {
        Entry first = entries.stream()
                .flatMap(List::stream)
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElseThrow();
        List<List<ComparedValue>> cells = entries.stream()
                .map(result -> result.stream()
                        .filter(entry -> entry.key().equals(key))
                        .map(Entry::value)
                        .toList())
                .toList();
        return ComparisonRow.of(Objects.requireNonNullElse(first.item(), first.aspect()), cells);
    }

    private static List<Integer> counts(List<ComparisonRow> rows, int things) {
        return IntStream.range(0, things)
                .mapToObj(thing -> rows.stream()
                        .mapToInt(row -> row.cells().get(thing).size())
                        .sum())
                .toList();
    }
}
