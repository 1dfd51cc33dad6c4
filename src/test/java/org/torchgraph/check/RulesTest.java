package org.torchgraph.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.messages.Language;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;

/** Each rule fires on what it is for, and on nothing else that another rule is for. */
class RulesTest {
    private static final Path FIXTURES = Path.of("src/test/resources/rules");
    private static final Path GENERAL = Path.of("src/main/resources/org/torchgraph/check/rule/rules");
    private static final Path OWN = Path.of("ontology/rules");
    private static final Pattern BASE = Pattern.compile("BASE <([^>]+)>");

    @TempDir
    Path root;

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace(".rq", ""))
                    .sorted()
                    .toList();
        }
    }

    static List<String> fixtures() throws IOException {
        return names(FIXTURES);
    }

    /** What the rules that fire say, with the program's rules and those of this checkout. */
    private Map<String, List<Finding>> fired(String rule, String fixture) throws IOException {
        copyOwn();
        String text = Files.readString(FIXTURES.resolve(rule).resolve(fixture));
        Files.createDirectories(root.resolve("data"));
        Files.writeString(root.resolve("data/fixture.ttl"), text);
        Matcher base = BASE.matcher(text);
        assertThat(base.find()).isTrue();
        Publication publication = PublicationReader.read(root, Optional.of(base.group(1)));
        assertThat(publication.faults()).isEmpty();
        RuleCheck check = new RuleCheck(
                CheckedData.of(publication, MemoryDataset.of(publication).snapshot()));
        Map<String, List<Finding>> fired = new TreeMap<>();
        Rules.of(publication).all().forEach(one -> fired.put(one.name(), check.findings(one, one.severity())));
        fired.values().removeIf(List::isEmpty);
        return fired;
    }

    private void copyOwn() throws IOException {
        Files.createDirectories(root.resolve("ontology/rules"));
        for (String own : names(OWN)) {
            Files.copy(OWN.resolve(own + ".rq"), root.resolve("ontology/rules").resolve(own + ".rq"));
        }
    }

    private Rules rules() throws IOException {
        copyOwn();
        Files.createDirectories(root.resolve("data"));
        return Rules.of(PublicationReader.read(root, Optional.of("http://example.org/")));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_rule_fires_on_its_fixture_and_no_other_does(String rule) throws IOException {
        Map<String, List<Finding>> fired = fired(rule, "fail.ttl");
        assertThat(fired).containsOnlyKeys(rule);
        assertThat(fired.get(rule)).allSatisfy(finding -> {
            assertThat(finding.in(Language.EN))
                    .matches("data/fixture\\.ttl:[1-9]\\d*: (error|warning): [a-zA-Z]\\P{IsHan}+: .+: .+");
            assertThat(finding.in(Language.ZH))
                    .matches("data/fixture\\.ttl:[1-9]\\d*: (error|warning): .*\\p{IsHan}.*：.*\\p{IsHan}.*：.+");
        });
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void no_rule_fires_on_the_mended_fixture(String rule) throws IOException {
        assertThat(fired(rule, "pass.ttl")).isEmpty();
    }

    @Test
    void every_rule_has_its_fixtures_and_every_fixture_its_rule() throws IOException {
        assertThat(Stream.concat(names(GENERAL).stream(), names(OWN).stream()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(fixtures());
    }

    @Test
    void the_page_of_rules_has_a_row_for_each_rule() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/rules.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        Rules rules = rules();
        assertThat(rows)
                .containsExactlyElementsOf(rules.all().stream()
                        .map(rule -> "| `" + rule.name() + "` | "
                                + rule.severity().name().toLowerCase(Locale.ROOT) + " | "
                                + rule.problem().in(Language.EN) + " |")
                        .toList());
    }

    @Test
    void every_rule_of_the_program_is_listed_and_can_be_read() throws IOException {
        assertThat(Rules.resource("rules.txt").lines()).containsExactlyElementsOf(names(GENERAL));
        Rules rules = rules();
        assertThat(rules.faults()).isEmpty();
        assertThat(rules.all()).hasSize(fixtures().size());
    }

    @Test
    void a_rule_may_be_told_in_one_language_which_both_its_texts_have_to_be_in() throws IOException {
        String query = "#+ severity: warning\nSELECT ?this { ?this a <urn:ex:Kite> }";
        Files.createDirectories(root.resolve("ontology/rules"));
        Files.createDirectories(root.resolve("data"));
        Files.writeString(
                root.resolve("data/x.nt"), "<urn:ex:a> a <urn:ex:Kite> .\n".replace(" a ", " <" + RDF.type + "> "));
        Path file = root.resolve("ontology/rules/kites.rq");

        Files.writeString(file, "#+ problem.de: ein Drache\n#+ mend.de: einholen\n" + query);
        Publication publication = PublicationReader.read(root, Optional.of("http://example.org/"));
        assertThat(new Checks(publication).all(Map.of()))
                .extracting(Finding::toString)
                .contains("data/x.nt:1: warning: ein Drache: einholen: <urn:ex:a>");

        Files.writeString(file, "#+ problem.de: ein Drache\n#+ mend.en: haul it in\n" + query);
        publication = PublicationReader.read(root, Optional.of("http://example.org/"));
        assertThat(Rules.of(publication).faults())
                .extracting(fault -> fault.message().in(Language.EN))
                .containsExactlyInAnyOrder(
                        "a text is missing in a language that the other is in; add #+ problem.en: …",
                        "a text is missing in a language that the other is in; add #+ mend.de: …");
    }
}
