package org.torchgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.torchgraph.kit.Checkout;
import org.torchgraph.publication.Publication;

/**
 * The counts of facts in docs/coverage.md add up, and those of zones, figures and indicators are those of the graph.
 */
class CoverageCountsTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| (\\d+) of (\\d+) \\| (\\d+) \\| ");
    private static final String HTZ = "https://w3id.org/torchgraph/def#";

    /** Days of publication that the first collection has as days of report. */
    private static final int DAYS_THERE_BEFORE = 4;

    /** The experimental area of 1988 has an area and a place in a row of its own. */
    private static final int ZHONGGUANCUN = 1;

    /** Of the rivals told in notes one, on Jiaozuo, is not adopted; the others are disputed. */
    private static final int NOTED_NOT_ADOPTED = 1;

    /** The files of the figures that the third collection brought; a row names each of them. */
    private static final String FOUND_SINCE = "/graph/statistics/";

    /** One figure and one number of zones of the first collection are among those files. */
    private static final int HELD_THERE = 1;

    /** The four names before 2021 and the five of 2024 that were found since. */
    private static final int NAMES_FOUND_SINCE = 9;

    private record Count(int in, int of, int out) {}

    private static final Pattern LISTED =
            Pattern.compile("Of these (\\d+) facts (\\d+) are in the graph and (\\d+) are left out");

    private static final Map<String, Count> COUNTS = new HashMap<>();
    private static String page;
    private static Publication publication;

    @BeforeAll
    static void read() throws IOException {
        publication = Checkout.read();
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
                .filter(quad -> !rivals.contains(quad.getSubject()) && !foundSince(quad))
                .count();
    }

    private static boolean foundSince(Quad quad) {
        return quad.getGraph().getURI().contains(FOUND_SINCE);
    }

    private static int claims(String property, String status) {
        Set<Node> about = publication.data().stream()
                .flatMap(file -> file.quads().stream())
                .filter(quad -> quad.getPredicate().equals(RDF.predicate.asNode())
                        && quad.getObject().hasURI(HTZ + property))
                .map(Quad::getSubject)
                .collect(Collectors.toSet());
        return (int) publication.data().stream()
                .flatMap(file -> file.quads().stream())
                .filter(quad -> quad.getPredicate().hasURI(HTZ + "claimStatus")
                        && quad.getObject().getURI().endsWith("/claim-status/" + status)
                        && about.contains(quad.getSubject()))
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
        int lhasa = 1;
        assertThat(in("names of zones")).isEqualTo(in("provinces"));
        assertThat(subjects("province")).hasSize(in("names of zones") + lhasa);
        assertThat(subjects("approvedOn"))
                .hasSize(in("times of approval") + in("times of approval of zones that had none") + lhasa);
        assertThat(subjects("approvalReportedOn"))
                .hasSize(in("days of report") + in("days of publication") - DAYS_THERE_BEFORE + lhasa);
        assertThat(subjects("approvalDocument")).hasSize(in("approval documents") + in("numbers of replies") + lhasa);
        assertThat(publication.data().stream()
                        .flatMap(file -> file.quads().stream())
                        .filter(quad -> quad.getPredicate().hasURI(HTZ + "rivalOf") && !foundSince(quad)))
                .hasSize(in("rival figures"));
        assertThat(observations("zone-counts"))
                .isEqualTo(in("numbers of zones by date") - HELD_THERE + in("numbers of demonstration zones"));
        assertThat(observations("zone-statistics"))
                .isEqualTo(in("figures")
                        - HELD_THERE
                        + in("approved areas")
                        + in("approved areas that were not there")
                        + in("sizes of batches")
                        + in("size of the batch of 2012")
                        + lhasa
                        + ZHONGGUANCUN);
    }

    @Test
    void the_claims_about_zones_are_those_of_the_graph() {
        assertThat(claims("approvedOn", "not-adopted"))
                .isEqualTo(in("times of approval of low confidence") + NOTED_NOT_ADOPTED);
        assertThat(claims("approvedOn", "disputed"))
                .isEqualTo(in("conflicts on approval")
                        + in("rival days")
                        + in("rivals told in notes")
                        - NOTED_NOT_ADOPTED);
        assertThat(claims("approvedOn", "withdrawn")).isEqualTo(in("times of approval that replace a finer reading"));
        assertThat(claims("approvalDocument", "not-adopted")).isEqualTo(in("numbers of replies of low confidence"));
        assertThat(subjects("unveiledOn")).hasSize(in("days of unveiling") - claims("unveiledOn", "not-adopted"));
        assertThat(subjects("place")).hasSize(in("places") - claims("place", "not-adopted") + ZHONGGUANCUN);
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
                        + in("1993: names of the eight sides")
                        + NAMES_FOUND_SINCE);
    }

    @Test
    void each_row_found_since_names_what_is_in_the_graph_and_each_figure_found_since_is_in_a_row() {
        String section = page.substring(page.indexOf("## Documents, figures and rankings, found since"));
        Set<String> named = Pattern.compile("`(id/[^`]+)`")
                .matcher(section)
                .results()
                .map(name -> publication.base() + name.group(1))
                .collect(Collectors.toSet());
        Set<String> subjects = publication.data().stream()
                .flatMap(file -> file.quads().stream())
                .filter(quad -> quad.getSubject().isURI())
                .map(quad -> quad.getSubject().getURI())
                .collect(Collectors.toSet());
        assertThat(subjects).containsAll(named);
        assertThat(named)
                .containsAll(publication.data().stream()
                        .flatMap(file -> file.quads().stream())
                        .filter(quad -> foundSince(quad)
                                && quad.getPredicate().hasURI("http://purl.org/linked-data/cube#dataSet"))
                        .map(quad -> quad.getSubject().getURI())
                        .toList());
        Matcher row = Pattern.compile("(?m)^\\| ([a-z][\\w-]*) \\| [^|]+ \\| (`id/|left out[:,])")
                .matcher(section);
        int rows = 0;
        int left = 0;
        while (row.find()) {
            rows++;
            left += row.group(2).startsWith("`") ? 0 : 1;
        }
        int of = COUNTS.entrySet().stream()
                .filter(count -> count.getKey().endsWith(" of the third collection"))
                .mapToInt(count -> count.getValue().of())
                .sum();
        int out = COUNTS.entrySet().stream()
                .filter(count -> count.getKey().endsWith(" of the third collection"))
                .mapToInt(count -> count.getValue().out())
                .sum();
        assertThat(rows).isEqualTo(of);
        assertThat(left).isEqualTo(out);
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
