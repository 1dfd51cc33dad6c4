package org.torchgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults in zones and figures, put into a copy of this publication: each is found where it is written. */
class SeededCubeFaultsTest {
    private static final String STATISTICS = "data/statistics.ttl";
    private static final String ZONES = "data/zones.ttl";
    private static final String HISTORY = "data/zones/history.ttl";

    @TempDir
    Path root;

    private EditedCheckout edited() {
        return new EditedCheckout(root);
    }

    private static void assertOnly(EditedCheckout edited, String file, String text) {
        assertThat(edited.findings()).isNotEmpty().allSatisfy(finding -> assertThat(finding)
                .matches("(?s)" + Pattern.quote(file) + ":\\d+: error: .*")
                .contains(text));
    }

    @Test
    void two_figures_for_one_quantity_year_and_group() {
        assertOnly(
                edited().replace(
                                STATISTICS,
                                "    htz:rivalNumber 1 ;\n    htz:rivalOf <id/observation/1991-zones-approved-in-batch> ;\n"
                                        + "    htz:scope <id/zone-group/national-high-tech-zones> ;\n"
                                        + "    qb:dataSet <id/dataset/rival-figures> ;",
                                "    htz:scope <id/zone-group/national-high-tech-zones> ;\n"
                                        + "    qb:dataSet <id/dataset/zone-statistics> ;"),
                STATISTICS,
                "no two observations of a data set share every dimension");
    }

    @Test
    void a_count_without_its_time() {
        assertOnly(
                edited().replace(STATISTICS, "    htz:countedOn \"2008-03\"^^xsd:gYearMonth ;\n", ""),
                STATISTICS,
                "exactly one value on each dimension");
    }

    @Test
    void a_rival_of_another_figure() {
        assertThat(edited().replace(
                                STATISTICS,
                                "htz:rivalOf <id/observation/1991-zones-approved-in-batch>",
                                "htz:rivalOf <id/observation/1992-zones-approved-in-batch>")
                        .findings())
                .anySatisfy(finding -> assertThat(finding).contains("a rival shares every dimension of the figure"));
    }

    @Test
    void two_rivals_that_nothing_tells_apart() {
        assertOnly(
                edited().replace(STATISTICS, "htz:rivalNumber 2", "htz:rivalNumber 1"),
                STATISTICS,
                "no two observations of a data set share every dimension");
    }

    @Test
    void a_rival_among_the_figures_in_use() {
        assertThat(edited().replace(
                                STATISTICS,
                                "    qb:dataSet <id/dataset/rival-figures> ;\n    qudt:hasUnit <id/unit/zone>",
                                "    qb:dataSet <id/dataset/zone-statistics> ;\n    qudt:hasUnit <id/unit/zone>")
                        .findings())
                .anySatisfy(finding -> assertThat(finding).contains("a rival belongs to id/dataset/rival-figures"));
    }

    @Test
    void a_figure_in_a_unit_of_another_quantity() {
        assertOnly(
                edited().replace(
                                STATISTICS,
                                "<id/unit/trillion-cny> ;\n    qudt:numericValue 19.3",
                                "<id/unit/100m-usd> ;\n    qudt:numericValue 19.3"),
                STATISTICS,
                "the unit must be one of the measured quantity, or scaled from one");
    }

    @Test
    void an_approval_after_it_was_reported() {
        assertOnly(
                edited().replace(
                                ZONES,
                                "htz:approvedOn \"2017-02\"^^xsd:gYearMonth ;\n    htz:confidence 0.9 ;\n"
                                        + "    htz:inGroup <id/zone-group/national-high-tech-zones> ;\n"
                                        + "    htz:province <concept/province/150000>",
                                "htz:approvedOn \"2017-03\"^^xsd:gYearMonth ;\n    htz:confidence 0.9 ;\n"
                                        + "    htz:inGroup <id/zone-group/national-high-tech-zones> ;\n"
                                        + "    htz:province <concept/province/150000>"),
                ZONES,
                "cannot be approved after its approval was reported");
    }

    @Test
    void a_zone_that_became_provincial_after_it_was_national() {
        assertOnly(
                edited().replace(
                                ZONES,
                                "htz:provincialSince \"1992-09\"^^xsd:gYearMonth",
                                "htz:provincialSince \"2012\"^^xsd:gYear")
                        .replace(HISTORY, "rdf:object \"1992-09\"^^xsd:gYearMonth", "rdf:object \"2012\"^^xsd:gYear"),
                ZONES,
                "a zone is provincial before it is approved");
    }

    @Test
    void an_unveiling_without_its_claim() {
        assertThat(edited().replace(
                                ZONES,
                                "htz:unveiledOn \"2010-10-30\"^^xsd:date",
                                "htz:unveiledOn \"2010-10-31\"^^xsd:date")
                        .findings())
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith(ZONES)
                        .contains("unveiledOn and the Chinese place need an htz:Claim"));
    }

    @Test
    void a_zone_approved_by_a_document_of_another_number() {
        assertOnly(
                edited().replace(
                                ZONES,
                                "htz:approvingDocument <id/document/2018-guohan-47>",
                                "htz:approvingDocument <id/document/2018-guohan-44>"),
                ZONES,
                "the number of the approving document is the htz:approvalDocument");
    }
}
