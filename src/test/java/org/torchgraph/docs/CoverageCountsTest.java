package org.torchgraph.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;

/**
 * The counts of facts in docs/coverage.md add up, and those of zones, figures and indicators are those of the graph.
 */
class CoverageCountsTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| (\\d+) of (\\d+) \\| (\\d+) \\| ");
    private static final String HTZ = "https://w3id.org/torchgraph/def#";

    private record Count(int in, int of, int out) {}

    private static final Pattern LISTED =
            Pattern.compile("Of these (\\d+) facts (\\d+) are in the graph and (\\d+) are left out");

    private static final Map<String, Count> COUNTS = new HashMap<>();
    private static String page;
    private static Publication publication;

    @BeforeAll
    static void read() throws IOException {
        publication = PublicationReader.read(Path.of("."), Optional.empty());
        page = Files.readString(Path.of("docs/coverage.md"));
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            COUNTS.put(
                    row.group(1),
                    new Count(
                            Integer.parseInt(row.group(2)),
                            Integer.parseInt(row.group(3)),
                            Integer.parseInt(row.group(4))));
        }
    }

    private static Set<Node> subjects(String property) {
        return publication.data().stream()
                .flatMap(file -> file.quads().stream())
                .filter(quad -> quad.getPredicate().getURI().equals(HTZ + property))
                .map(Quad::getSubject)
                .collect(Collectors.toSet());
    }

    private static long observations(String dataset) {
        Set<Node> rivals = subjects("rivalOf");
        return publication.data().stream()
                .flatMap(file -> file.quads().stream())
                .filter(quad -> quad.getPredicate().getURI().equals("http://purl.org/linked-data/cube#dataSet"))
                .filter(quad -> quad.getObject().getURI().endsWith("/id/dataset/" + dataset))
                .filter(quad -> !rivals.contains(quad.getSubject()))
                .count();
    }

    private static int in(String facts) {
        return COUNTS.get(facts).in();
    }

    @Test
    void what_is_in_and_what_is_left_out_make_up_the_facts() {
        assertThat(COUNTS).hasSizeGreaterThan(15).allSatisfy((facts, count) -> assertThat(count.in() + count.out())
                .as(facts)
                .isEqualTo(count.of()));
    }

    @Test
    void the_counts_are_those_of_the_graph() {
        assertThat(subjects("province")).hasSize(in("names of zones")).hasSize(in("provinces"));
        assertThat(subjects("approvedOn")).hasSize(in("times of approval"));
        assertThat(subjects("approvalReportedOn")).hasSize(in("days of report"));
        assertThat(subjects("approvalDocument")).hasSize(in("approval documents"));
        assertThat(subjects("rivalOf")).hasSize(in("rival figures"));
        assertThat(observations("zone-counts"))
                .isEqualTo(in("numbers of zones by date") + in("numbers of demonstration zones"));
        assertThat(observations("zone-statistics"))
                .isEqualTo(in("figures") + in("approved areas") + in("sizes of batches"));
    }

    @Test
    void the_indicators_counted_are_those_of_the_graph() {
        assertThat(subjects("betterDirection")).hasSize(in("2021: which way is better"));
        assertThat(subjects("relativeWeight"))
                .hasSize(in("2021: multipliers 0.8 and 1.2") + in("2024: a weight and four multipliers") - 1);
        assertThat(subjects("nameStatus"))
                .hasSize(in("2021: first-level indicators, their codes and weights 20, 20, 15, 15, 30")
                        + in("2021: second-level indicators with code, Chinese name and kind")
                        + in("2024: the indicators printed")
                        + in("2014: indicators with code and name")
                        + in("2008: first-level names")
                        + in("1993: names of the eight sides"));
    }

    @Test
    void the_sum_of_all_tables_is_said_once() {
        Matcher listed = LISTED.matcher(page.replace('\n', ' '));
        assertThat(listed.find()).isTrue();
        assertThat(page.replace('\n', ' '))
                .containsOnlyOnce(String.format(
                        Locale.ROOT,
                        "has %,d facts as counted in the tables below: %,d are in the graph and %d are left out",
                        sum(Count::of) + Integer.parseInt(listed.group(1)),
                        sum(Count::in) + Integer.parseInt(listed.group(2)),
                        sum(Count::out) + Integer.parseInt(listed.group(3))));
    }

    private static int sum(ToIntFunction<Count> part) {
        return COUNTS.values().stream().mapToInt(part).sum();
    }
}
