package org.torchgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.torchgraph.kit.Checkout;
import org.torchgraph.publication.Publication;

/** docs/coverage.md accounts for the chronicle and for the facts beyond it, and what it names is there. */
class CoverageTest {
    private static final Pattern ROW =
            Pattern.compile("\\| (\\d+)(?:-(\\d+))? \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");

    private static final Pattern FACT =
            Pattern.compile("\\n\\| ([PRGOLBD][\\w-]*|torch-programme) \\| ([^|]+) \\| ([^|]+) \\|");

    private static final Pattern LINES = Pattern.compile("line=(\\d+),(\\d+)");

    private record Fact(String id, String where) {}

    private record Row(int first, int last, String what, String held, String where) {}

    private static List<Row> rows;
    private static List<Fact> facts;
    private static String page;
    private static Publication publication;

    @BeforeAll
    static void read() throws IOException {
        publication = Checkout.read();
        rows = new ArrayList<>();
        page = Files.readString(Path.of("docs/coverage.md"));
        facts = FACT.matcher(page.split("## Facts beyond the chronicle: documents")[1]
                        .split("\n## ")[0])
                .results()
                .map(fact -> new Fact(fact.group(1), fact.group(3).strip()))
                .toList();
        Matcher matcher = ROW.matcher(page);
        while (matcher.find()) {
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            rows.add(new Row(
                    first,
                    last,
                    matcher.group(3).strip(),
                    matcher.group(4).strip(),
                    matcher.group(5).strip()));
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
    void a_row_names_things_and_says_whether_they_hold_it_as_data_or_in_words() {
        assertThat(rows).hasSizeGreaterThan(100).allSatisfy(row -> {
            assertThat(row.first()).isLessThanOrEqualTo(row.last());
            assertThat(row.held()).as(row.toString()).isIn("data", "words", "data and words");
            assertThat(NAMED.matcher(row.where()).find()).as(row.toString()).isTrue();
        });
    }

    /** What a heading says, date and title, has no passage of its own; the thing has the title then. */
    @Test
    void what_is_held_as_data_has_a_passage_on_these_lines_or_a_title() {
        Map<String, Set<Integer>> lines = linesByThing();
        assertThat(rows).filteredOn(row -> row.held().contains("data")).allSatisfy(row -> assertThat(named(row))
                .as(row.toString())
                .anySatisfy(thing -> assertThat(row.what().contains("title") && says(thing, Set.of("title"))
                                || lines.getOrDefault(thing, Set.of()).stream()
                                        .anyMatch(line -> line >= row.first() && line <= row.last()))
                        .isTrue()));
    }

    @Test
    void what_is_held_in_words_stands_in_a_description_or_a_note_in_both_languages() {
        Set<String> texts = Set.of("description", "note", "scopeNote");
        assertThat(rows).filteredOn(row -> row.held().contains("words")).allSatisfy(row -> assertThat(named(row))
                .as(row.toString())
                .anySatisfy(thing -> assertThat(says(thing, texts)).isTrue()));
    }

    private static List<String> named(Row row) {
        return NAMED.matcher(row.where())
                .results()
                .map(name -> publication.base() + name.group(1))
                .toList();
    }

    private static boolean says(String thing, Set<String> properties) {
        return publication.data().stream()
                .flatMap(file -> file.quads().stream())
                .anyMatch(quad -> quad.getSubject().isURI()
                        && quad.getSubject().getURI().equals(thing)
                        && properties.contains(quad.getPredicate().getURI().replaceFirst(".*[/#]", "")));
    }

    /** The lines of the chronicle that the passages of a thing are on; a source is on all of them. */
    private static Map<String, Set<Integer>> linesByThing() {
        Map<String, Set<Integer>> byEvidence = new HashMap<>();
        Map<String, Set<Integer>> byThing = new HashMap<>();
        List<Quad> quads = publication.data().stream()
                .flatMap(file -> file.quads().stream())
                .toList();
        for (Quad quad : quads) {
            Matcher range = quad.getObject().isLiteral()
                    ? LINES.matcher(quad.getObject().getLiteralLexicalForm())
                    : LINES.matcher("");
            if (range.matches()) {
                byEvidence.put(
                        quad.getSubject().getURI().replaceFirst("#lines$", ""),
                        IntStream.rangeClosed(Integer.parseInt(range.group(1)) + 1, Integer.parseInt(range.group(2)))
                                .boxed()
                                .collect(Collectors.toSet()));
            }
        }
        for (Quad quad : quads) {
            if (quad.getPredicate().getURI().endsWith("def#evidence")) {
                byThing.computeIfAbsent(quad.getSubject().getURI(), thing -> new TreeSet<>())
                        .addAll(byEvidence.getOrDefault(quad.getObject().getURI(), Set.of()));
            }
        }
        byThing.put(publication.base() + "id/source/chronicle-1988-2021", Set.of(1, 276));
        return byThing;
    }

    @Test
    void what_a_row_names_is_in_the_graph() {
        Set<String> subjects = publication.data().stream()
                .flatMap(file -> file.quads().stream())
                .filter(quad -> quad.getSubject().isURI())
                .map(quad -> quad.getSubject().getURI())
                .collect(Collectors.toSet());
        Stream.concat(rows.stream().map(Row::where), facts.stream().map(Fact::where))
                .flatMap(where -> NAMED.matcher(where).results())
                .forEach(named -> assertThat(subjects).contains(publication.base() + named.group(1)));
    }

    @Test
    void what_the_page_names_of_the_indicators_is_in_the_graph() throws IOException {
        String page = Files.readString(Path.of("docs/coverage.md"));
        String section = page.substring(page.indexOf("## What of the facts about indicators"))
                .replaceFirst("(?s)\n## Facts beyond.*", "");
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
    void every_fact_beyond_the_chronicle_is_in_the_graph_or_left_out_for_a_reason() {
        assertThat(facts).extracting(Fact::id).doesNotHaveDuplicates();
        assertThat(facts.stream()
                        .collect(Collectors.groupingBy(fact -> fact.id().charAt(0), Collectors.counting())))
                .isEqualTo(Map.of('P', 12L, 'R', 14L, 'G', 41L, 'O', 3L, 'L', 23L, 'B', 12L, 't', 1L, 'D', 14L));
        List<Fact> out = facts.stream()
                .filter(fact -> fact.where().startsWith("left out: "))
                .toList();
        assertThat(facts).filteredOn(fact -> !out.contains(fact)).allSatisfy(fact -> assertThat(fact.where())
                .matches("(`[^`]+` ?)+"));
        assertThat(page.replace('\n', ' '))
                .contains("Of these %d facts %d are in the graph and %d are left out"
                        .formatted(facts.size(), facts.size() - out.size(), out.size()));
    }

    @Test
    void every_goal_target_action_and_policy_stands_in_a_row_of_its_source() {
        String def = "https://w3id.org/torchgraph/def#";
        List<Quad> quads = publication.data().stream()
                .flatMap(file -> file.quads().stream())
                .toList();
        Set<Node> withPassage = quads.stream()
                .filter(quad -> quad.getPredicate().hasURI(def + "evidence"))
                .map(Quad::getSubject)
                .collect(Collectors.toSet());
        Set<Node> goals = Stream.concat(
                        quads.stream()
                                .filter(quad -> quad.getPredicate().hasURI(def + "states"))
                                .map(Quad::getObject),
                        quads.stream()
                                .filter(quad -> quad.getPredicate().hasURI(def + "announcedBy")
                                        || quad.getObject().hasURI(def + "Policy"))
                                .map(Quad::getSubject))
                .filter(node -> node.isURI() && node.getURI().matches(".*/id/(goal|target|action|policy|document)/.*"))
                .collect(Collectors.toSet());
        String chronicle = rows.stream().map(Row::where).collect(Collectors.joining(" "));
        String beyond = facts.stream().map(Fact::where).collect(Collectors.joining(" "))
                + page.substring(page.indexOf("## Documents, figures and rankings, found since"));
        assertThat(goals).hasSizeGreaterThan(150).allSatisfy(goal -> assertThat(
                        withPassage.contains(goal) ? chronicle : beyond)
                .contains("`" + goal.getURI().substring(publication.base().length()) + "`"));
    }
}
