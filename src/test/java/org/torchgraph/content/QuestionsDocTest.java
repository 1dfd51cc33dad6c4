package org.torchgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/questions.md has every competency question once, names queries that exist, and leaves none out. */
class QuestionsDocTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| ([^|]+\\?) \\| ([^|]+) \\|([^|]*)\\|$");
    private static final Pattern GAP = Pattern.compile("(?m)^\\| ([^|\\d][^|]+\\?) \\| ([^|]*) \\| ([^|]*)\\|$");
    private static final Pattern NAMED = Pattern.compile("`([a-z][a-z0-9-]+)`");

    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("docs/questions.md"));
    }

    private static List<String> named(String text) {
        return NAMED.matcher(text).results().map(name -> name.group(1)).toList();
    }

    @Test
    void each_of_the_43_questions_stands_once_and_in_order() {
        assertThat(ROW.matcher(page).results().map(row -> Integer.valueOf(row.group(1))))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 43).boxed().toList());
    }

    @Test
    void each_question_has_the_query_that_answers_it() {
        assertThat(ROW.matcher(page).results())
                .allSatisfy(
                        row -> assertThat(named(row.group(3))).as(row.group(2)).isNotEmpty());
    }

    @Test
    void what_cannot_be_answered_has_its_reason() {
        assertThat(GAP.matcher(page).results())
                .hasSizeGreaterThan(8)
                .allSatisfy(row -> assertThat(row.group(2)).as(row.group(1)).isNotBlank());
    }

    @Test
    void the_queries_named_are_those_that_there_are() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("queries"))) {
            assertThat(named(page).stream().distinct())
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString().replace(".rq", ""))
                                    .toList());
        }
    }
}
