package org.torchgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.torchgraph.check.Rules;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.RuleFixtures;
import org.torchgraph.messages.Language;
import org.torchgraph.publication.PublicationReader;

/** The rules of this publication beside the general ones: each fires on what it is for alone. */
class OwnRulesTest {
    private static final Path OWN = Path.of("ontology/rules");

    @TempDir
    Path root;

    private PublicationFolder folder;

    @BeforeEach
    void a_publication_with_the_rules_of_this_one() throws IOException {
        folder = new PublicationFolder(root);
        for (String own : own()) {
            folder.write("ontology/rules/" + own + ".rq", Files.readString(OWN.resolve(own + ".rq")));
        }
    }

    private static List<String> own() {
        return RuleFixtures.names(OWN);
    }

    @ParameterizedTest
    @MethodSource("own")
    void a_rule_fires_on_its_fixture_and_no_other_does(String rule) throws IOException {
        RuleFixtures.assertFires(folder, rule);
    }

    @ParameterizedTest
    @MethodSource("own")
    void no_rule_fires_on_the_mended_fixture(String rule) throws IOException {
        assertThat(RuleFixtures.fired(folder, rule, "pass.ttl")).isEmpty();
    }

    @Test
    void every_rule_has_its_fixtures_and_every_fixture_its_rule() {
        assertThat(Stream.concat(RuleFixtures.general().stream(), own().stream()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(RuleFixtures.names());
    }

    @Test
    void the_page_of_rules_has_a_row_for_each_rule_and_no_other() throws IOException {
        Files.createDirectories(root.resolve("data"));
        assertThat(Files.readAllLines(Path.of("docs/rules.md")).stream().filter(line -> line.startsWith("| `")))
                .containsExactlyElementsOf(
                        Rules.of(PublicationReader.read(root, Optional.of("http://example.org/"))).all().stream()
                                .map(rule -> "| `" + rule.name() + "` | "
                                        + rule.severity().name().toLowerCase(Locale.ROOT) + " | "
                                        + rule.problem().in(Language.EN) + " |")
                                .toList());
    }
}
