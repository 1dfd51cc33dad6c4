package org.torchgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.check.Checks;
import org.torchgraph.check.Finding;
import org.torchgraph.kit.Checkout;
import org.torchgraph.kit.Cli;
import org.torchgraph.kit.DcatAp;
import org.torchgraph.kit.TestSite;

/** The publication of this repository as a whole. */
class PublicationTest {
    @TempDir
    Path root;

    @Test
    void it_has_no_errors() {
        List<Finding> findings = new Checks(Checkout.read()).all(Map.of());
        assertThat(findings.stream().filter(Finding::isError)).isEmpty();
    }

    @Test
    void its_description_keeps_dcat_ap() {
        try (TestSite site = Checkout.site()) {
            Graph description = RDFParser.fromString(site.get("/dataset.nt").body(), Lang.NTRIPLES)
                    .toGraph();
            assertThat(DcatAp.faults(description)).isEmpty();
            assertThat(DcatAp.faults(DcatAp.VALUES, description)).isEmpty();
        }
    }

    /** The rules of this publication hold of the record too. */
    @Test
    void this_publication_with_a_record_is_without_fault() throws IOException {
        Path next = root.resolve("next");
        Checkout.copiedTo(next)
                .replace("data/catalog.ttl", "dcat:version \"1.0.0\"", "dcat:version \"1.0.1\"")
                .replace(
                        "data/policies/2021-most-green-development-action-plan.ttl",
                        "    htz:restates ",
                        "    skos:note \"添。\"@zh-Hans , \"added\"@en ;\n    htz:restates ");
        Cli record = Cli.run("diff", ".", next.toString(), "--format", "record");
        assertThat(record.exit()).as(record.err()).isZero();
        assertThat(record.out()).contains("adms:versionNotes", "Changed: Policy (1): “");
        Files.createDirectories(next.resolve("data/versions"));
        Files.writeString(next.resolve("data/versions/2.ttl"), record.out());
        Cli check = Cli.run("check", "--tidy", "--publication", next.toString());
        assertThat(check.err()).isEmpty();
        assertThat(check.out()).contains("0 errors, 0 warnings").doesNotContain("tidied data/versions");
    }
}
