package org.torchgraph.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.RuleFixtures;
import org.torchgraph.messages.Language;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;

/** Each general rule fires on what it is for, and on nothing else that another rule is for. */
class RulesTest {
    @TempDir
    Path root;

    private static List<String> general() {
        return RuleFixtures.general();
    }

    private Rules rules() {
        return Rules.of(PublicationFolder.in(root).read());
    }

    @ParameterizedTest
    @MethodSource("general")
    void a_rule_fires_on_its_fixture_and_no_other_does(String rule) throws IOException {
        RuleFixtures.assertFires(new PublicationFolder(root), rule);
    }

    @ParameterizedTest
    @MethodSource("general")
    void no_rule_fires_on_the_mended_fixture(String rule) throws IOException {
        assertThat(RuleFixtures.fired(new PublicationFolder(root), rule, "pass.ttl"))
                .isEmpty();
    }

    @Test
    void the_page_of_rules_has_a_row_for_each_rule() throws IOException {
        assertThat(Files.readAllLines(Path.of("docs/rules.md")))
                .containsSubsequence(rules().all().stream().map(RulesTest::row).toList());
    }

    /** Returns the row of a rule in the table of the documentation. */
    private static String row(Rule rule) {
        return "| `" + rule.name() + "` | " + rule.severity().name().toLowerCase(Locale.ROOT) + " | "
                + rule.problem().in(Language.EN) + " |";
    }

    @Test
    void every_rule_of_the_program_is_listed_and_can_be_read() {
        assertThat(Rules.resource("rules.txt").lines()).containsExactlyElementsOf(general());
        assertThat(rules().faults()).isEmpty();
        assertThat(rules().all()).hasSameSizeAs(general());
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
