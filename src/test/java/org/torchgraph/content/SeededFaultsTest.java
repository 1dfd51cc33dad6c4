package org.torchgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.check.Checks;
import org.torchgraph.check.Finding;
import org.torchgraph.kit.Checkout;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;

/**
 * Faults that an editor makes, put into a copy of this publication: each is found where it is written. Faults of the
 * ontology and of rules are found by the check of everything, others by what their change can break.
 */
class SeededFaultsTest {
    private static final String GREEN = "data/policies/2021-most-green-development-action-plan.ttl";

    private static final String TERMS = "ontology/torchgraph.ttl";
    private static final String EDITION_2021 = "data/indicator-systems/2021.ttl";
    private static final String EDITION_2024 = "data/indicator-systems/2024.ttl";
    private static final String CONTINUITY = "data/editorial/indicator-continuity.ttl";

    private static final String ZHUHAI_FILE = "data/zones.ttl";
    private static final String ZHUHAI =
            """
            <id/zone/zhuhai> a htz:Zone ;
                skos:prefLabel "珠海高新技术产业开发区"@zh-Hans , "Zhuhai High-Tech Zone"@en ;
                dct:source <id/source/law-mirror-guohan-1992-169> , <id/source/zone-list-script> ;
                htz:approvalDocument "国函〔1992〕169号" ;
                htz:approvedOn "1992-11-09"^^xsd:date ;
            """;

    @TempDir
    Path root;

    private EditedCheckout edited() {
        return new EditedCheckout(root);
    }

    /** Returns what is wrong with the whole publication, files and rules too. */
    private List<String> findings() {
        Publication publication = PublicationReader.read(root, Optional.empty());
        return new Checks(publication)
                .all(Map.of()).stream().map(Finding::toString).toList();
    }

    @Test
    void a_goal_without_policy() {
        edited().append(
                        "data/policies/extra.ttl",
                        """
                        BASE <https://w3id.org/torchgraph/>
                        PREFIX htz: <https://w3id.org/torchgraph/def#>
                        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                        <id/goal/extra/lonely> a htz:Goal ;
                            skos:prefLabel "孤立的目标"@zh-Hans , "a lonely goal"@en ;
                            htz:evidence <id/evidence/2021-green-issuance> ;
                            htz:goalKind <concept/goal-kind/outcome> ;
                            htz:scope <id/zone-group/national-high-tech-zones> .
                        """)
                .assertFound("data/policies/extra.ttl", "a goal, action or principle is stated by a policy");
    }

    @Test
    void an_issuer_that_is_neither_given_nor_said_to_be_missing() {
        String file = "data/policies/2009-stable-growth-opinions.ttl";
        edited().replace(file, "htz:notStated eli:passed_by , htz:level ;", "htz:notStated htz:level ;")
                .assertFound(file, "name what no source gives in htz:notStated");
    }

    @Test
    void a_gap_in_what_the_chronicle_says() {
        edited().replace(GREEN, "    eli:passed_by <id/org/most> ;\n", "")
                .replace(GREEN, "    htz:restates ", "    htz:notStated eli:passed_by ;\n    htz:restates ")
                .assertFound(GREEN, "none of them may be a gap");
    }

    @Test
    void a_day_of_the_chronicle_as_a_year() {
        edited().replace(GREEN, "dct:issued \"2021-01-29\"^^xsd:date", "dct:issued \"2021\"^^xsd:gYear")
                .assertFound(GREEN, "a policy with a passage has its title, its day");
    }

    @Test
    void a_document_that_carries_out_a_later_one() {
        String file = "data/policies/1992-state-council-approval-reply.ttl";
        edited().replace(
                        file,
                        "htz:carriesOut <id/policy/1991-state-council-approval-circular>",
                        "htz:carriesOut <id/policy/2024-miit-indicator-system>")
                .assertFound(file, "carry out one that is not later");
    }

    @Test
    void a_follow_up_of_the_same_day() {
        String file = "data/policies/1988-beijing-implementation-rules.ttl";
        edited().replace(file, "htz:carriesOut <", "htz:followsUp <")
                .assertFound(file, "follow up or restate an earlier one");
    }

    @Test
    void a_range_whose_upper_end_is_below_its_lower() {
        String file = "data/policies/2006-eleventh-five-year-plan.ttl";
        edited().replace(file, "qudt:numericValue 3.0", "qudt:numericValue 1.0")
                .assertFound(file, "above the target value");
    }

    @Test
    void an_outcome_without_a_claim() {
        String file = "data/editorial/outcomes.ttl";
        edited().replace(file, "rdf:predicate htz:outcomeReading", "rdf:predicate htz:outcome")
                .assertFound(file, "this relation needs an htz:Claim");
    }

    @Test
    void a_reform_without_the_body_before_it() {
        String file = "data/organizations.ttl";
        edited().replace(file, "    org:originalOrganization <id/org/sstc> ;\n", "")
                .assertFound(file, "unless it is a founding");
    }

    @Test
    void a_target_without_unit() {
        edited().replace(GREEN, "    qudt:hasUnit unit:PERCENT-PER-YR ;\n", "")
                .assertFound(GREEN, "the target value needs one qudt:hasUnit");
    }

    @Test
    void a_claim_about_a_triple_that_is_not_there() {
        edited().replace(GREEN, "    eli:number \"国科发火〔2021〕28号\" ;\n", "")
                .assertFound(GREEN, "write the triple of an accepted claim");
    }

    @Test
    void a_label_in_one_language_only() {
        edited().replace(
                        "data/concepts/goal-kind.ttl",
                        "\"体制机制\"@zh-Hans , \"institutional\"@en",
                        "\"institutional\"@en")
                .assertFound("data/concepts/goal-kind.ttl", "one skos:prefLabel in zh-Hans and one in en");
    }

    @Test
    void a_link_to_a_thing_that_is_not_there() {
        edited().replace(GREEN, "eli:passed_by <id/org/most>", "eli:passed_by <id/org/msot>")
                .assertFound(GREEN, "id/org/msot");
    }

    @Test
    void an_undeclared_term() {
        edited().replace(GREEN, "htz:scopeReading", "htz:scopeReeding").assertFound(GREEN, "def#scopeReeding");
    }

    @Test
    void a_concept_of_another_scheme() {
        edited().replace(GREEN, "htz:level <concept/level/ministry>", "htz:level <concept/goal-kind/outcome>")
                .assertFound(GREEN, "<concept/goal-kind/outcome>");
    }

    @Test
    void a_term_of_another_vocabulary_that_does_not_exist() {
        edited().replace(GREEN, "eli:number", "eli:document_number")
                .assertFound(GREEN, "a term of another vocabulary does not exist there");
    }

    @Test
    void a_datatype_that_does_not_exist() {
        edited().replace(GREEN, "^^xsd:gYear", "^^xsd:year")
                .assertFound(GREEN, "a datatype that XML Schema does not have");
    }

    @Test
    void a_deadline_outside_the_period() {
        String plan = "data/policies/2002-most-management-system-reform.ttl";
        edited().replace(plan, "htz:deadlineYear \"2005\"", "htz:deadlineYear \"2006\"")
                .assertFound(plan, "a deadline lies outside the period");
    }

    @Test
    void a_term_without_label_in_one_language() {
        Checkout.copiedTo(root).replace(TERMS, "\"记述\"@zh-Hans , \"Claim\"@en", "\"Claim\"@en");
        List<String> findings = findings();
        EditedCheckout.assertFound(findings, TERMS, "a term needs an rdfs:label in zh-Hans and in en");
        assertThat(findings).anySatisfy(finding -> assertThat(finding)
                .contains(": warning: ")
                .contains("a term has no label in a language that other terms have: add the rdfs:label"));
    }

    @Test
    void a_class_below_itself() {
        Checkout.copiedTo(root).append(TERMS, "\nhtz:Indicator rdfs:subClassOf htz:FirstLevelIndicator .\n");
        EditedCheckout.assertFound(findings(), TERMS, "below itself");
    }

    @Test
    void a_rule_that_cannot_be_understood() {
        PublicationFolder.in(root)
                .append(
                        "ontology/rules/broken.rq",
                        "#+ severity: grave\n#+ why: no\n\nSELECT ?this\nWHERE { ?this ?path }\n");
        assertThat(findings())
                .contains(
                        "ontology/rules/broken.rq:1: error: no severity of a rule; write #+ severity: error, or warning")
                .anySatisfy(
                        finding -> assertThat(finding)
                                .startsWith(
                                        "ontology/rules/broken.rq:2: error: not a key of this kind of file; write one of mend.en,"))
                .anySatisfy(finding -> assertThat(finding).startsWith("ontology/rules/broken.rq:5:"))
                .anySatisfy(finding -> assertThat(finding).contains("neither problem nor mend; add #+ problem.en: …"));
    }

    @Test
    void a_rule_that_asks_another_service_is_not_run() {
        String head = "#+ problem.en: a\n#+ problem.zh: 甲\n#+ mend.en: b\n#+ mend.zh: 乙\n#+ severity: error\n";
        PublicationFolder.in(root)
                .append(
                        "ontology/rules/abroad.rq",
                        head + "SELECT ?this { SERVICE <http://127.0.0.1:9/> { ?this ?p ?o } }")
                .append("ontology/rules/all.rq", head + "SELECT * { ?this ?p ?o }")
                .append("ontology/rules/notes.ttl", "");
        assertThat(findings())
                .hasSize(3)
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith("ontology/rules/abroad.rq")
                        .contains("SERVICE"))
                .anySatisfy(finding ->
                        assertThat(finding).startsWith("ontology/rules/all.rq").contains("SELECT ?this"))
                .anySatisfy(finding -> assertThat(finding).startsWith("ontology/rules/notes.ttl: error: not a rule"));
    }

    @Test
    void an_indicator_of_an_edition_known_whole_that_is_missing_from_it() {
        List<String> findings = edited().replace(
                        EDITION_2021,
                        "<id/indicator/2021/hospitals-and-schools> a htz:SecondLevelIndicator",
                        "<id/indicator/2021/hospitals-and-schools> a htz:Indicator")
                .findings();
        EditedCheckout.assertFound(findings, EDITION_2021, "do not fit the known extent");
        EditedCheckout.assertFound(findings, EDITION_2021, "as many as stated");
    }

    @Test
    void an_edition_known_in_part_that_says_it_is_whole() {
        List<String> findings = edited().replace(EDITION_2024, "known-extent/partial", "known-extent/complete")
                .replace(EDITION_2024, "htz:statedFirstLevelCount 6", "htz:statedFirstLevelCount 7")
                .findings();
        EditedCheckout.assertFound(findings, EDITION_2024, "first-level count differs");
        EditedCheckout.assertFound(findings, EDITION_2024, "do not fit the known extent");
    }

    @Test
    void a_code_that_is_not_below_its_parent_and_one_used_twice() {
        List<String> findings = edited().replace(EDITION_2021, "skos:notation \"3.2\"", "skos:notation \"4.1\"")
                .findings();
        EditedCheckout.assertFound(findings, EDITION_2021, "begins with the code of its parent");
        EditedCheckout.assertFound(findings, EDITION_2021, "a code is used once in an edition");
    }

    @Test
    void first_level_weights_that_do_not_add_up() {
        List<String> findings = edited().replace(EDITION_2021, "htz:weight 0.3 ;", "htz:weight 0.25 ;")
                .replace(EDITION_2021, "rdf:object 0.3 ;", "rdf:object 0.25 ;")
                .findings();
        assertThat(findings)
                .singleElement()
                .asString()
                .matches("(?s)" + Pattern.quote(EDITION_2021) + ":\\d+: warning: .*the weights add up to 1.*");
    }

    @Test
    void a_continuation_without_claim_and_one_across_frameworks() {
        List<String> findings = edited().append(
                        CONTINUITY,
                        "<id/indicator/2021/profit-margin> htz:continuesIndicator"
                                + " <id/indicator/2014-innovation-capability/profit-on-net-assets> .\n")
                .findings();
        EditedCheckout.assertFound(findings, CONTINUITY, "this relation needs an htz:Claim");
        assertThat(findings).anySatisfy(finding -> assertThat(finding).contains("an earlier edition of its framework"));
    }

    @Test
    void an_edition_that_nobody_published() {
        edited().replace("data/indicator-systems/1993.ttl", "    dct:publisher <id/org/sstc> ;\n", "")
                .assertFound("data/indicator-systems/1993.ttl", "without a document, has a dct:publisher");
    }

    @Test
    void a_date_of_another_century_and_a_number_of_another_year() {
        List<String> findings = edited().replace(ZHUHAI_FILE, ZHUHAI, ZHUHAI.replace("1992-11-09", "1892-11-09"))
                .findings();
        EditedCheckout.assertFound(findings, ZHUHAI_FILE, "a date is older than the zones");
        assertThat(findings)
                .anySatisfy(finding -> assertThat(finding).contains("a document number is of another year"));
    }

    @Test
    void languages_that_changed_places() {
        edited().replace(
                        ZHUHAI_FILE,
                        "\"珠海高新技术产业开发区\"@zh-Hans , \"Zhuhai High-Tech Zone\"@en",
                        "\"珠海高新技术产业开发区\"@en , \"Zhuhai High-Tech Zone\"@zh-Hans")
                .assertFound(ZHUHAI_FILE, "a text is marked as Chinese and holds no Chinese character");
    }

    @Test
    void a_figure_that_cannot_be() {
        String file = "data/statistics.ttl";
        edited().replace(file, "qudt:numericValue 0.464", "qudt:numericValue -0.464")
                .assertFound(file, "a figure is below zero");
    }

    @Test
    void the_untouched_copy_has_none() {
        Checkout.copiedTo(root);
        assertThat(findings()).isEmpty();
    }
}
