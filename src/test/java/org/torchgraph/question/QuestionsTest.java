package org.torchgraph.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.junit.jupiter.api.Test;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.QueryFile;

class QuestionsTest {
    static final String BASE = "https://example.org/";

    static final String GOOD =
            """
            #+ title.en: Targets due in a year
            #+ title.zh: 某年到期的目标
            #+ description.en: What is due.
            #+ param: year xsd:gYear 2025 "the year"
            #+ param: label xsd:string "two words" "a label"
            #+ view: bar
            #+ panel: htz:Policy

            # an ordinary comment
            SELECT ?target { ?this ?states ?target . ?target <due> ?year ; <label> ?label }
            """;

    static Questions questions(String name, String text) {
        return Questions.of(publication(List.of(file(name, text))));
    }

    static QueryFile file(String name, String text) {
        return new QueryFile(name, "queries/" + name + ".rq", text);
    }

    static Publication publication(List<QueryFile> queries) {
        PrefixMap prefixes = PrefixMapFactory.create();
        prefixes.add("xsd", "http://www.w3.org/2001/XMLSchema#");
        prefixes.add("htz", "https://example.org/def#");
        return new Publication(Path.of("nowhere"), BASE, "1", prefixes, List.of(), queries, List.of(), List.of());
    }

    /** Those of the folder, without what every publication has. */
    static List<Question> own(Questions questions) {
        return questions.all().stream()
                .filter(question -> question.file().startsWith("queries/"))
                .toList();
    }

    @Test
    void questions_are_in_order_of_name_and_panels_found_by_class() {
        QueryFile second = file("b", GOOD);
        QueryFile first = file("a", GOOD.replace("#+ panel: htz:Policy\n", ""));
        Questions questions = Questions.of(publication(List.of(second, first)));
        assertThat(own(questions)).extracting(Question::name).containsExactly("a", "b");
        assertThat(questions.panels(Set.of("https://example.org/def#Policy", "urn:other")))
                .extracting(Question::name)
                .containsExactly("b");
        assertThat(questions.panels(Set.of("urn:other"))).isEmpty();
        assertThat(questions.named("c")).isEmpty();
    }

    @Test
    void panels_of_a_page_stand_by_rank_and_those_without_one_last() {
        Questions questions = Questions.of(publication(List.of(
                file("a", GOOD),
                file("b", GOOD.replace("htz:Policy", "htz:Policy 10")),
                file("c", GOOD.replace("htz:Policy", "htz:Policy 2")),
                file("d", GOOD.replace("htz:Policy", "<https://example.org/def#Policy>   2")))));
        assertThat(questions.faults()).isEmpty();
        assertThat(questions.panels(Set.of("https://example.org/def#Policy")))
                .extracting(Question::name)
                .containsExactly("c", "d", "b", "a");
    }

    @Test
    void all_faults_of_a_file_are_told_and_other_files_stay() {
        Questions questions = Questions.of(publication(List.of(
                file(
                        "bad",
                        GOOD.replace("bar", "pie").replace("xsd:gYear", "foo:x").replace("?label }", "")),
                file("good", GOOD))));
        assertThat(questions.faults()).hasSize(3);
        assertThat(own(questions)).extracting(Question::name).containsExactly("good");
    }

    @Test
    void every_publication_can_list_the_things_of_a_class_unless_it_has_its_own_way() {
        assertThat(Questions.of(publication(List.of())).named("things")).isPresent();
        QueryFile own = file("things", "#+ title.en: Mine\n#+ title.zh: 我的\nASK {}");
        assertThat(Questions.of(publication(List.of(own)))
                        .named("things")
                        .orElseThrow()
                        .titles())
                .containsEntry("en", "Mine");
    }
}
