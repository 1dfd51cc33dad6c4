package org.torchgraph.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torchgraph.kit.Cli;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.publication.Fault;
import org.torchgraph.publication.Publication;

/** What a publication sets in {@code site.ttl}. */
class SettingsTest {
    private static final String HEAD = "PREFIX site: <https://w3id.org/torchgraph/site#>\n";

    @TempDir
    Path root;

    private PublicationFolder folder;

    @BeforeEach
    void a_publication_with_a_dangling_link_and_two_things_of_one_name() {
        folder = PublicationFolder.in(root)
                .turtle(
                        "data/things.ttl",
                        """
                        <id/a> rdfs:label "a"@en ; ex:of <id/nobody> .
                        <concept/x> a skos:Concept ; skos:prefLabel "same"@en .
                        """);
    }

    private List<String> findings() {
        return new Checks(folder.read())
                .all(Map.of()).stream().map(Finding::toString).toList();
    }

    private static String severity(String name, String is) {
        return HEAD + "[] a site:Settings ; site:severity [ site:of \"" + name + "\" ; site:is \"" + is + "\" ] .";
    }

    @Test
    void without_settings_findings_are_as_the_program_has_them() {
        assertThat(findings())
                .anyMatch(found -> found.contains(": warning: nothing is said of <http://example.org/id/nobody>"))
                .anyMatch(found -> found.contains("concept-without-scheme") || found.contains("concept/x"));
    }

    @Test
    void a_check_is_turned_off_and_no_other() {
        List<String> before = findings();
        folder.write("site.ttl", severity("dangling-link", "off"));
        assertThat(findings())
                .isEqualTo(before.stream()
                        .filter(found -> !found.contains("nothing is said of"))
                        .toList())
                .isNotEmpty();
    }

    @Test
    void a_warning_is_made_an_error() {
        folder.write("site.ttl", severity("dangling-link", "error"));
        assertThat(findings())
                .contains("data/things.ttl:11: error: nothing is said of <http://example.org/id/nobody>:"
                        + " mend the link, or describe the thing");
        assertThat(Cli.run("check", "--publication", root.toString()).exit()).isNotZero();
    }

    @ParameterizedTest
    @CsvSource({"off, 0, 0", "warning, 1, 0", "error, 0, 1"})
    void rules_of_the_program_and_of_the_publication_are_set_by_their_names(String is, int warnings, int errors) {
        folder.write(
                "ontology/rules/own.rq",
                "#+ problem.en: found\n#+ mend.en: mend\n#+ severity: error\nSELECT ?this { BIND(<id/a> AS ?this) }");
        for (String rule : List.of("own", "concept-without-scheme")) {
            folder.write("site.ttl", severity(rule, is));
            String part = rule.equals("own") ? "found: mend" : "<concept/x>";
            List<String> found = findings().stream()
                    .filter(one -> one.contains(part) && (rule.equals("own") || one.contains("scheme")))
                    .toList();
            assertThat(found).filteredOn(one -> one.contains(": warning: ")).hasSize(warnings);
            assertThat(found).filteredOn(one -> one.contains(": error: ")).hasSize(errors);
        }
    }

    @Test
    void a_name_that_no_rule_has_is_an_error_with_its_line() {
        folder.write("site.ttl", HEAD + "\n" + severity("dangling-links", "off"));
        assertThat(findings())
                .contains("site.ttl:4: error: no rule or check is called dangling-links;"
                        + " docs/rules.md and docs/settings.md list their names");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] site:sevrity [] . | 3 | there is no such setting",
                "[] site:severity \"off\" . | 3 | write site:severity [",
                "[] site:severity [ site:of \"x\" ; site:is \"Off\" ] . | 3 | is \"off\", \"warning\" or \"error\"",
                "[] site:severity [ site:of \"x\" ;\\n site:is 1 ] . | 4 | is \"off\", \"warning\" or \"error\"",
                "[] site:severity [ site:is \"off\" ] . | 3 | site:of is the name",
                "[] site:severity [ site:of 1 ; site:is \"off\" ] . | 3 | site:of is the name",
                "[] site:severity [ site:of \"x\" ; site:is \"off\" ; site:why \"y\" ] . | 3 | site:of and site:is alone",
                "[] site:severity [ site:of \"x\" ; site:is \"off\" ] .\\n[] site:severity [ site:of \"x\" ; site:is \"error\" ] . | 3 | more than once",
                "[] a site:Setting . | 3 | of the class site:Settings alone",
                "<http://example.org/x> <http://example.org/y> 1 . | 3 | there is no such setting",
                "[] site:severity [ | 3 | ",
                "[] site:severity <x> . | 3 | "
            })
    void a_setting_that_is_none_is_an_error_with_its_line(String said, int line, String why) {
        folder.write("site.ttl", HEAD + "\n" + said.replace("\\n", "\n"));
        List<Fault> faults = folder.read().faults();
        assertThat(faults).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.place().file()).isEqualTo("site.ttl");
            assertThat(fault.place().line()).isBetween((long) line, line + 1L);
        });
        assertThat(faults.toString()).contains(why == null ? "" : why);
        assertThat(folder.read().settings().severities()).isEmpty();
    }

    @Test
    void settings_are_no_part_of_the_data_and_count_in_its_version() {
        Publication before = folder.read();
        folder.write("site.ttl", severity("dangling-link", "off"));
        Publication after = folder.read();
        assertThat(after.quads().toList()).isEqualTo(before.quads().toList());
        assertThat(after.version()).isNotEqualTo(before.version());
    }

    @Test
    void the_example_of_the_documentation_is_taken() throws IOException {
        String page = Files.readString(Path.of("docs/settings.md"));
        int begin = page.indexOf("```turtle\n") + "```turtle\n".length();
        folder.write("site.ttl", page.substring(begin, page.indexOf("```", begin)));
        assertThat(folder.read().faults()).isEmpty();
        assertThat(folder.read().settings().severities()).containsOnlyKeys("dangling-link", "label-shared");
        assertThat(findings()).noneMatch(found -> found.contains("nothing is said of") || found.contains("is called"));
    }

    @Test
    void the_documentation_lists_the_checks() throws IOException {
        String page = Files.readString(Path.of("docs/settings.md"));
        assertThat(DataChecks.NAMES).allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
    }
}
