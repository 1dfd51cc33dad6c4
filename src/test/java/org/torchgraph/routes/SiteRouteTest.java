package org.torchgraph.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteRouteTest {
    /** A text in quotes that begins like a path; {@code /} alone has too many meanings. */
    private static final Pattern PATH = Pattern.compile("\"(/[A-Za-z.][^\"\\\\\n]*)");

    /** A text in quotes that is put behind the base of a publication. */
    private static final Pattern BELOW_BASE = Pattern.compile("\\bbase(?:\\(\\))? \\+ \"([^\"\\\\]*)");

    @ParameterizedTest
    @CsvSource({
        "/, HOME",
        "/queries, QUESTIONS",
        "/queries/things.csv, QUESTION",
        "/sparql/terms, TERMS",
        "/search.json, SEARCH",
        "/def.ttl, VOCABULARY",
        "/def/1.0, VOCABULARY_VERSION",
        "/.well-known/void.nt, VOID",
        "/doc/a/b.c/d, DOCUMENT"
    })
    void a_path_has_the_route_of_its_own_name_of_its_form_or_of_its_folder(String path, SiteRoute route) {
        assertThat(SiteRoute.of(path)).contains(route);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/a",
                "/updates",
                "/sparql/other",
                "/sparql.ttl",
                "/search.ttl",
                "/dataset.csv",
                "/def.",
                "/robots.txt/x",
                "/queriesx",
                "/.well-known/other"
            })
    void other_paths_stand_for_things(String path) {
        assertThat(SiteRoute.of(path)).isEmpty();
        assertThat(SiteRoute.isReserved(path.substring(1))).isFalse();
        assertThat(SiteRoute.isAnswered(path.substring(1))).isFalse();
    }

    @Test
    void dataset_and_vocabulary_are_things_too_and_their_forms_are_not() {
        assertThat(List.of("", "dataset", "def", "def/1.0")).noneMatch(SiteRoute::isReserved);
        assertThat(List.of("dataset.ttl", "def.html", "sparql", "search")).allMatch(SiteRoute::isReserved);
        assertThat(SiteRoute.isAnswered("def/1.0")).isTrue();
        assertThat(SiteRoute.isAnswered("def")).isFalse();
    }

    @Test
    void no_path_of_the_site_is_written_out_outside_the_table() throws IOException {
        List<String> found = new ArrayList<>();
        for (String folder : List.of("src/main/java", "src/main/jte")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(file -> !file.startsWith("src/main/java/org/torchgraph/routes"))
                        .toList()) {
                    written(Files.readString(file)).forEach(path -> found.add(file + ": " + path));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void the_scan_finds_what_is_written_out() {
        assertThat(written("href(\"/sparql?query=\") link(\"/doc/\" + x) base + \"queries/\" base() + \"def#\""))
                .containsExactly("/sparql?query=", "/doc/", "/queries/", "/def#");
        assertThat(written("(\"/org/torchgraph\") (\"/definite\") base + \"id/a\" base + \" and\""))
                .isEmpty();
    }

    private static List<String> written(String text) {
        return Stream.concat(
                        PATH.matcher(text).results().map(found -> found.group(1)),
                        BELOW_BASE.matcher(text).results().map(found -> "/" + found.group(1)))
                .filter(path -> isOfSite(path))
                .toList();
    }

    private static boolean isOfSite(String literal) {
        Matcher plain = Pattern.compile("/[A-Za-z0-9./_-]+").matcher(literal);
        return plain.lookingAt()
                && Stream.of(plain.group(), plain.group() + "/x")
                        .anyMatch(path -> SiteRoute.of(path).isPresent());
    }
}
