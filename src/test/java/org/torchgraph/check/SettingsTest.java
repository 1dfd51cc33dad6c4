package org.torchgraph.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torchgraph.kit.Cli;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.publication.Fault;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.settings.Presentation;
import org.torchgraph.publication.settings.Scheme;
import org.torchgraph.publication.settings.Settings;
import org.torchgraph.publication.settings.WebSettings;
import org.torchgraph.publication.settings.Website;

/** What a publication sets in {@code site.ttl}. */
class SettingsTest {
    private static final String HEAD = "PREFIX site: <https://w3id.org/torchgraph/site#>"
            + " PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n";

    private static final String EXAMPLE = "```turtle\n";

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
                "[] site:sevrity [] . | 3 | there is no such setting; docs/settings.md lists them: https://w3id.org/torchgraph/site#sevrity",
                "[] site:severity \"off\" . | 3 | write site:severity [",
                "[] site:severity [ site:of \"x\" ; site:is \"Off\" ] . | 3 | is \"off\", \"warning\" or \"error\"",
                "[] site:severity [ site:of \"x\" ;\\n site:is 1 ] . | 4 | is \"off\", \"warning\" or \"error\"",
                "[] site:severity [ site:is \"off\" ] . | 3 | site:of is the name",
                "[] site:severity [ site:of 1 ; site:is \"off\" ] . | 3 | site:of is the name",
                "[] site:severity [ site:of \"x\" ; site:is \"off\" ; site:why \"y\" ] . | 3 | site:of and site:is alone",
                "[] site:severity [ site:of \"x\" ; site:is \"off\" ] .\\n[] site:severity [ site:of \"x\" ; site:is \"error\" ] . | 3 | more than once",
                "[] a site:Setting . | 3 | of the class site:Settings alone",
                "<http://example.org/x> <http://example.org/y> 1 . | 3 | there is no such setting",
                "[] site:kind \"square\" . | 3 | write site:kind [",
                "[] site:kind [ site:order 1 ; site:symbol \"star\" ; site:colour \"blue\" ; site:class <x:A> ] . | 3 | site:symbol is \"square\"",
                "[] site:kind [ site:order 1 ; site:symbol \"square\" ;\\n site:colour \"red\" ; site:class <x:A> ] . | 4 | site:colour is \"blue\"",
                "[] site:kind [ site:order 0 ; site:symbol \"square\" ; site:colour \"blue\" ; site:class <x:A> ] . | 3 | from 1 to 99",
                "[] site:kind [ site:order 1.5 ; site:symbol \"square\" ; site:colour \"blue\" ; site:class <x:A> ] . | 3 | from 1 to 99",
                "[] site:kind [ site:order 1 ; site:symbol \"square\" ; site:colour \"blue\" ] . | 3 | at least one",
                "[] site:kind [ site:order 1 ; site:symbol \"square\" ; site:colour \"blue\" ; site:class \"A\" ] . | 3 | the IRI of a class",
                "[] site:kind [ site:order 1 ; site:symbol \"square\" ; site:colour \"blue\" ; site:class <x:A> ; site:size 3 ] . | 3 | alone",
                "[] site:kind [ site:order 1 ; site:symbol \"square\" ; site:colour \"blue\" ; site:class <x:A> ] ,\\n [ site:order 2 ; site:symbol \"cross\" ; site:colour \"grey\" ; site:class <x:A> ] . | 3 | more than once; keep one: x:A",
                "[] site:layout [ site:group \"fact\" ; site:properties ( <x:p> ) ] . | 3 | none of \"facts\", \"sources\" and \"names\"",
                "[] site:layout [ site:group \"facts\" ; site:properties <x:p> ] . | 3 | one list",
                "[] site:layout [ site:group \"facts\" ; site:properties () ] . | 3 | one list",
                "[] site:layout [ site:group \"facts\" ; site:properties ( <x:p> 2 ) ] . | 3 | one list",
                "[] site:layout [ site:group \"facts\" ; site:properties ( <x:p> <x:q> <x:p> ) ] . | 3 | more than once; keep one: x:p",
                "[] site:layout [ site:group \"facts\" ; site:properties ( <x:p> ) ] ,\\n [ site:group \"facts\" ; site:properties ( <x:q> ) ] . | 3 | more than once",
                "[] site:layout [ site:group \"facts\" ; site:properties _:l ] .\\n_:l rdf:first <x:p> ; rdf:rest _:l . | 3 | one list",
                "[] site:layout [ site:group \"facts\" ; site:properties _:l ] .\\n_:l rdf:first <x:p> . | 3 | one list",
                "[] site:layout [ site:group \"facts\" ; site:properties _:l ] .\\n_:l rdf:first <x:p> ; rdf:rest () , ( <x:q> ) . | 3 | one list",
                "[] site:names <x:p> . | 3 | one list",
                "[] site:state \"tick\" . | 3 | write site:state [",
                "[] site:state [ site:sign \"star\" ; site:value <x:A> ] . | 3 | site:sign is \"tick\"",
                "[] site:state [ site:sign \"tick\" ] . | 3 | at least one",
                "[] site:state [ site:sign \"tick\" ; site:value \"A\" ] . | 3 | the IRI of a value",
                "[] site:state [ site:sign \"tick\" ; site:value <x:A> ; site:order 1 ] . | 3 | alone",
                "[] site:state [ site:sign \"tick\" ; site:value <x:A> ] ,\\n [ site:sign \"ring\" ; site:value <x:A> ] . | 3 | more than once; keep one: x:A",
                "[] site:names ( <x:p> ) , ( <x:q> ) . | 3 | one list",
                "[] site:descriptions \"d\" . | 3 | one list",
                "[] site:images ( <x:p> \"d\" ) . | 3 | one list",
                "[] site:search [ site:field \"names\" ; site:property <x:p> ] . | 3 | site:field is",
                "[] site:search [ site:field \"alt\" ; site:property \"p\" ] . | 3 | the IRI of a property",
                "[] site:search [ site:field \"alt\" ; site:property <x:p> ] ,\\n [ site:field \"number\" ; site:property <x:p> ] . | 3 | more than once",
                "[] site:label [ site:term <x:p> ; rdfs:label \"no language\" ] . | 3 | a language tag",
                "[] site:label [ site:term <x:p> ; rdfs:label \"a\"@en ] ,\\n [ site:term <x:p> ; rdfs:label \"b\"@en ] . | 3 | more than once",
                "[] site:percent \"share\" . | 3 | the IRI of a property",
                "[] site:hiddenView \"map\" . | 3 | \"thesaurus\", \"cube\" or \"catalogue\": \"map\"",
                "[] site:writable \"graph/a\" . | 3 | the IRI of a graph",
                "[] site:writable <graph/a> . | 3 | Relative IRI",
                "[] site:writable <x:a/> ,\\n <http://example.org/graph/ontology/a> . | 4 | of none of ontology/: http://example.org/graph/ontology/a",
                "[] site:base \"http://other.example/\" . | 3 | ends in / or #",
                "[] site:base <http://other.example> . | 3 | ends in / or #",
                "[] site:base <http://other.example/ns> . | 3 | ends in / or #",
                "[] site:base <http://other.example/a/> ,\\n <http://other.example/a/b/> . | 3 | two bases overlap",
                "[] site:base <http://other.example/> ,\\n <http://example.org/deep/> . | 4 | outside of the publication's base and of all others: http://example.org/deep/",
                "[] site:base <http://example.org/> . | 3 | two bases overlap",
                "[] site:imageHost <http://other.example/> . | 3 | the name of a host",
                "[] site:imageHost \"https://other.example\" . | 3 | the name of a host",
                "[] site:imageHost \"*\" . | 3 | the name of a host",
                "[] site:imageHost \"other.example; script-src *\" . | 3 | the name of a host",
                "[] site:evidence [] . | 3 | the IRI of a property",
                "[] site:layout [ site:group \"Votes\" ; rdfs:label \"Votes\"@en ; site:properties ( <x:p> ) ] . | 3 | a name of your own in small letters",
                "[] site:layout [ site:group \"votes\" ; site:properties ( <x:p> ) ] . | 3 | give it a heading",
                "[] site:layout [ site:group \"votes\" ; rdfs:label \"Votes\" ; site:properties ( <x:p> ) ] . | 3 | a text with a language tag",
                "[] site:layout [ site:group \"facts\" ; site:order 0 ; site:properties ( <x:p> ) ] . | 3 | from 1 to 99",
                "[] site:hidden \"p\" . | 3 | the IRI of a property",
                "[] site:facets <x:p> . | 3 | one list",
                "[] site:facets ( \"p\" ) . | 3 | one list",
                "[] site:title 5 . | 3 | one for each language tag",
                "[] site:title \"a\"@en ,\\n \"b\"@en . | 3 | one for each language tag",
                "[] site:title \" \"@en . | 3 | one for each language tag",
                "[] site:homeText <x:y> . | 3 | one for each language tag",
                "[] site:logo <x:logo.svg> . | 3 | the path of one file",
                "[] site:accent \"#b3400a\" . | 3 | write [ site:light",
                "[] site:accent [ site:light \"red\" ] . | 3 | six hexadecimal digits",
                "[] site:linkColour [ ] . | 3 | site:light, site:dark or both",
                "[] site:linkColour [ site:light \"#0a4d8c\" ; site:print \"#000000\" ] . | 3 | site:light, site:dark or both",
                "[] site:languages \"de\" . | 3 | one list of language tags",
                "[] site:languages ( \"deutsch und anders\" ) . | 3 | one list of language tags",
                "[] site:languages ( <x:de> ) . | 3 | one list of language tags",
                "[] site:language \"tlh\" . | 3 | no words in",
                "[] site:language \"en\" , \"zh\" . | 3 | the code of one language",
                "[] site:dumpName \"All data\" . | 3 | small letters, digits and hyphens",
                "[] site:dumpName \"../x\" . | 3 | small letters, digits and hyphens",
                "[] site:contact \"me@example.org\" . | 3 | one address",
                "[] site:contact <javascript:alert(1)> . | 3 | one address",
                "[] site:licence \"CC BY\" . | 3 | the IRI of one licence",
                "[] site:title \"a\" .\\n[] site:dumpName \"b\" . | 4 | settings are one node; add these to those of line 3",
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
        assertThat(folder.read().settings()).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void settings_are_no_part_of_the_data_and_count_in_its_version() {
        Publication before = folder.read();
        folder.write("site.ttl", severity("dangling-link", "off"));
        Publication after = folder.read();
        assertThat(after.quads().toList()).isEqualTo(before.quads().toList());
        assertThat(after.version()).isNotEqualTo(before.version());
    }

    /** The settings of the example below each heading of the documentation. */
    private Map<String, Settings> examples() throws IOException {
        folder.write("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Map<String, Settings> examples = new HashMap<>();
        for (String section : Files.readString(Path.of("docs/settings.md")).split("(?m)^#+ ")) {
            int begin = section.indexOf(EXAMPLE);
            if (begin > 0) {
                int end = section.indexOf("```", begin + EXAMPLE.length());
                folder.write("site.ttl", section.substring(begin + EXAMPLE.length(), end));
                assertThat(folder.read().faults()).isEmpty();
                examples.put(
                        section.lines().findFirst().orElseThrow(), folder.read().settings());
                assertThat(section.indexOf(EXAMPLE, end)).isNegative();
            }
        }
        return examples;
    }

    @Test
    void the_examples_of_the_documentation_are_taken() throws IOException {
        Map<String, Settings> examples = examples();
        assertThat(examples.values()).doesNotContain(Settings.DEFAULT).doesNotHaveDuplicates();
        Presentation names = examples.get("Names, search and labels").presentation();
        assertThat(examples.get("Views").presentation().hiddenViews()).containsExactly("cube");
        assertThat(names.names()).containsExactly(NodeFactory.createURI("http://example.org/def#heading"));
        assertThat(names.images()).containsExactly(NodeFactory.createURI("http://example.org/def#photograph"));
        assertThat(names.fields().values()).containsExactlyInAnyOrder("number", "context", "definition");
        assertThat(names.labels().values()).singleElement().asInstanceOf(LIST).hasSize(2);
        assertThat(examples.get("Kinds of things").presentation().kinds())
                .containsExactly(
                        new Presentation.KindSetting(1, "hexagon", "green", List.of("http://www.w3.org/ns/org#Site")));
        assertThat(examples.get("States").presentation().signs().values()).containsExactlyInAnyOrder("tick", "cross");
        Presentation order = examples.get("Order of statements").presentation();
        assertThat(order.groups().stream()
                        .map(group -> group.name() + group.properties().size()))
                .containsExactly("votes2", "facts3");
        assertThat(order.hidden()).containsExactly("http://example.org/def#rowNumber");
        assertThat(names.facets()).hasSize(2);
        assertThat(examples.get("What belongs to what").presentation().hasPart())
                .containsExactly(NodeFactory.createURI("http://example.org/def#states"));
        Settings writable = examples.get("Graphs that writers may change");
        assertThat(writable.mayBeWritten("https://w3id.org/torchgraph/graph/policies/x"))
                .isTrue();
        assertThat(writable.mayBeWritten("https://w3id.org/torchgraph/graph/statistics/x"))
                .isFalse();
        assertThat(examples.get("Evidence and claims").evidence().evidence())
                .containsExactly(NodeFactory.createURI("http://www.w3.org/ns/prov#wasQuotedFrom"));
        assertThat(examples.get("Other bases, and hosts of pictures").web())
                .isEqualTo(new WebSettings(
                        List.of("http://terms.example/kites#", "urn:example:"), List.of("images.example.org")));
    }

    @Test
    void the_examples_of_the_site_are_taken() throws IOException {
        Map<String, Settings> examples = examples();
        Website named = examples.get("Name, text and address of the site").website();
        assertThat(named.titles()).hasSize(2);
        assertThat(named.contact().orElseThrow().getURI()).isEqualTo("mailto:bridges@example.org");
        assertThat(named.dumpName()).isEqualTo("bridges");
        Website looks = examples.get("Logo and colours").website();
        assertThat(looks.logo().orElseThrow().format().mediaType()).isEqualTo("image/svg+xml");
        assertThat(looks.accent().light().orElseThrow()).hasToString("#006a55");
        assertThat(looks.linkColour().dark().orElseThrow()).hasToString("#93b8f5");
        Website spoken = examples.get("Languages").website();
        assertThat(spoken.languages()).containsExactly("de", "fr");
        assertThat(spoken.language()).isEqualTo("zh");
    }

    @Test
    void the_grounds_of_contrast_are_those_of_the_style_sheet() throws IOException {
        String sheet = Files.readString(Path.of("src/main/resources/org/torchgraph/site/assets/style.css"));
        String light = sheet.substring(0, sheet.indexOf("prefers-color-scheme: dark"));
        String dark = sheet.substring(light.length(), sheet.indexOf("base ----------"));
        for (String name : List.of("--sheet: ", "--ground: ", "--sunk: ")) {
            assertThat(Scheme.LIGHT.grounds().stream().map(ground -> name + ground))
                    .anyMatch(light::contains);
            assertThat(Scheme.DARK.grounds().stream().map(ground -> name + ground))
                    .anyMatch(dark::contains);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "light | #ff9a57 | 1.81",
                "light | #777777 | 3.8",
                "dark | #b3400a | 2.56",
                "dark | #0000ff | 1.7",
            })
    void a_colour_without_contrast_is_refused_with_its_line_and_ratio(String scheme, String colour, String ratio) {
        folder.write(
                "site.ttl",
                HEAD + "[] a site:Settings ;\n site:title \"x\" ;\n site:accent [\n site:" + scheme + " \"" + colour
                        + "\" ] .");
        assertThat(folder.read().faults())
                .singleElement()
                .asString()
                .startsWith("site.ttl:5: error: \"" + colour + "\" has a contrast of " + ratio)
                .endsWith(" to 1 with " + (scheme.equals("light") ? "#ebeff3" : "#1f2933")
                        + ", on which pages have it; text needs at least 4.5 to 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none.svg | the publication has no file \"none.svg\"",
                "../outside.svg | the publication has no file",
                "data | the publication has no file",
                "logo.html | is no picture that is served",
                "page.svg | is no picture that is served",
                "page.png | is no picture that is served",
                "large.png | is larger than 1 MiB"
            })
    void a_logo_that_cannot_be_served_is_refused_with_its_line(String logo, String why) throws IOException {
        Path inner = Files.createDirectories(root.resolve("publication"));
        PublicationFolder inside = PublicationFolder.in(inner)
                .write("logo.html", "<svg/>")
                .write("page.svg", "<!DOCTYPE html><html><svg/></html>")
                .write("page.png", "<svg/>")
                .write("large.png", "x".repeat((1 << 20) + 1))
                .write("site.ttl", HEAD + "[] a site:Settings ;\n site:logo \"" + logo + "\" .");
        Files.writeString(root.resolve("outside.svg"), "<svg/>");
        assertThat(inside.read().faults())
                .singleElement()
                .asString()
                .startsWith("site.ttl:3: error: ")
                .contains(why);
    }

    @Test
    void the_first_example_of_the_documentation_sets_two_severities() throws IOException {
        Settings set = examples().get("Settings");
        assertThat(set.severities()).containsOnlyKeys("dangling-link", "label-shared");
    }

    @Test
    void a_setting_without_effect_is_a_warning_with_its_line() {
        folder.write(
                "site.ttl",
                HEAD + "[] a site:Settings ;\n site:facets ( rdf:type <http://example.org/no> ) ;\n"
                        + " site:hidden rdfs:label ,\n <http://example.org/nor> ,\n <http://example.org/no> ;\n site:languages ( \"en\" \"fr\" ) .");
        List<String> unused = findings().stream()
                .filter(found -> found.contains("the setting has no effect"))
                .toList();
        assertThat(unused)
                .containsExactly(
                        "site.ttl:3: warning: no statement has the property http://example.org/no:"
                                + " the setting has no effect; mend the IRI, or leave it out",
                        "site.ttl:5: warning: no statement has the property http://example.org/nor:"
                                + " the setting has no effect; mend the IRI, or leave it out",
                        "site.ttl:6: warning: no statement has the property http://example.org/no:"
                                + " the setting has no effect; mend the IRI, or leave it out",
                        "site.ttl:7: warning: no text is in the language fr:"
                                + " the setting has no effect; mend the tag, or leave it out");
        assertThat(Cli.run("check", "--publication", root.toString()).out()).contains("unused-setting");
    }

    @Test
    void the_documentation_lists_the_checks() throws IOException {
        String page = Files.readString(Path.of("docs/settings.md"));
        assertThat(DataChecks.NAMES).allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
    }
}
