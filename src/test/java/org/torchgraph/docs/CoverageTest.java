package org.torchgraph.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;

/** docs/coverage.md accounts for the chronicle, and what it names is there. */
class CoverageTest {
    private static final Pattern ROW = Pattern.compile("\\| (\\d+)(?:-(\\d+))? \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");

    private record Row(int first, int last, String what, String where) {}

    private static List<Row> rows;
    private static Publication publication;

    @BeforeAll
    static void read() throws IOException {
        publication = PublicationReader.read(Path.of("."), Optional.empty());
        rows = new ArrayList<>();
        Matcher matcher = ROW.matcher(Files.readString(Path.of("docs/coverage.md")));
        while (matcher.find()) {
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            rows.add(new Row(
                    first, last, matcher.group(3).strip(), matcher.group(4).strip()));
        }
    }

    private static Set<Integer> textLines() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/chronicle-text-lines.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Stream.of(line.split(" ")))
                .map(Integer::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_line_that_holds_text_is_accounted_for() throws IOException {
        Set<Integer> open = textLines();
        assertThat(open).hasSize(146);
        rows.forEach(row -> open.removeAll(
                IntStream.rangeClosed(row.first(), row.last()).boxed().toList()));
        assertThat(open).isEmpty();
    }

    @Test
    void a_row_names_things_or_says_that_it_is_narrative() {
        assertThat(rows).hasSizeGreaterThan(100).allSatisfy(row -> {
            assertThat(row.first()).isLessThanOrEqualTo(row.last());
            assertThat(row.where().equals("narrative")
                            || NAMED.matcher(row.where()).find())
                    .as(row.toString())
                    .isTrue();
        });
        assertThat(rows.stream().filter(row -> row.where().equals("narrative"))).hasSizeLessThan(5);
    }

    @Test
    void what_a_row_names_is_in_the_graph() {
        Set<String> subjects = publication.data().stream()
                .flatMap(file -> file.quads().stream())
                .filter(quad -> quad.getSubject().isURI())
                .map(quad -> quad.getSubject().getURI())
                .collect(Collectors.toSet());
        for (Row row : rows) {
            Matcher named = NAMED.matcher(row.where());
            while (named.find()) {
                assertThat(subjects).as(row.toString()).contains(publication.base() + named.group(1));
            }
        }
    }

    @Test
    void what_the_page_names_of_the_indicators_is_in_the_graph() throws IOException {
        String page = Files.readString(Path.of("docs/coverage.md"));
        String section = page.substring(page.indexOf("## What of the facts about indicators"));
        Set<String> subjects = publication.data().stream()
                .flatMap(file -> file.quads().stream())
                .filter(quad -> quad.getSubject().isURI())
                .map(quad -> quad.getSubject().getURI())
                .collect(Collectors.toSet());
        List<String> named = NAMED.matcher(section)
                .results()
                .map(found -> found.group(1))
                .filter(name -> name.matches("(id|concept)/.*"))
                .toList();
        assertThat(named).hasSizeGreaterThan(20).allSatisfy(name -> assertThat(subjects)
                .contains(publication.base() + name));
    }

    @Test
    void every_goal_target_action_and_policy_of_the_chronicle_stands_in_a_row() {
        String table = rows.stream().map(Row::where).collect(Collectors.joining(" "));
        String states = "https://w3id.org/torchgraph/def#states";
        List<String> stated = publication.data().stream()
                .flatMap(file -> file.quads().stream())
                .filter(quad -> quad.getPredicate().getURI().equals(states))
                .map(quad ->
                        quad.getObject().getURI().substring(publication.base().length()))
                .filter(iri ->
                        iri.startsWith("id/goal/") || iri.startsWith("id/target/") || iri.startsWith("id/action/"))
                .toList();
        assertThat(stated).hasSizeGreaterThan(100).allSatisfy(iri -> assertThat(table)
                .contains("`" + iri + "`"));
    }
}
