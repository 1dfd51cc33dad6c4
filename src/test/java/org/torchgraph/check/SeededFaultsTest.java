package org.torchgraph.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.Checkout;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;
import org.torchgraph.question.rule.RuleCheck;

/** Faults that an editor makes, put into a copy of this publication: each is found where it is written. */
class SeededFaultsTest {
    private static final String GREEN = "data/policies/2021-most-green-development-action-plan.ttl";

    @TempDir
    Path root;

    private List<String> findings() {
        Publication publication = PublicationReader.read(root, Optional.empty());
        return new Checks(publication, List.of())
                .all(Map.of(), RuleCheck.findings(publication)).stream()
                        .map(Finding::toString)
                        .toList();
    }

    private void assertFound(String file, String text) {
        assertThat(findings()).anySatisfy(finding -> assertThat(finding)
                .matches("(?s)" + Pattern.quote(file) + ":\\d+: error: .*")
                .contains(text));
    }

    @Test
    void a_goal_without_policy() {
        Checkout.copiedTo(root)
                .append(
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
                        """);
        assertFound("data/policies/extra.ttl", "a goal or action is stated by a policy");
    }

    @Test
    void a_target_without_unit() {
        Checkout.copiedTo(root).replace(GREEN, "qudt:hasUnit unit:PERCENT-PER-YR ; ", "");
        assertFound(GREEN, "the target value needs one qudt:hasUnit");
    }

    @Test
    void a_claim_about_a_triple_that_is_not_there() {
        Checkout.copiedTo(root).replace(GREEN, "    eli:number \"国科发火〔2021〕28号\" ;\n", "");
        assertFound(GREEN, "write the triple of an accepted claim");
    }

    @Test
    void a_label_in_one_language_only() {
        Checkout.copiedTo(root)
                .replace(
                        "data/concepts/goal-kind.ttl",
                        "\"体制机制\"@zh-Hans , \"institutional\"@en",
                        "\"institutional\"@en");
        assertFound("data/concepts/goal-kind.ttl", "one skos:prefLabel in zh-Hans and one in en");
    }

    @Test
    void a_link_to_a_thing_that_is_not_there() {
        Checkout.copiedTo(root).replace(GREEN, "eli:passed_by <id/org/most>", "eli:passed_by <id/org/msot>");
        assertFound(GREEN, "id/org/msot");
    }

    @Test
    void an_undeclared_term() {
        Checkout.copiedTo(root).replace(GREEN, "htz:scopeReading", "htz:scopeReeding");
        assertFound(GREEN, "def#scopeReeding");
    }

    @Test
    void the_untouched_copy_has_none() {
        Checkout.copiedTo(root);
        assertThat(findings()).isEmpty();
    }
}
