package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.Cli;
import org.torchgraph.kit.ZonesExtract;

class DraftCommandTest {
    private static final String TEXT = "src/test/resources/drafts/invented.txt";

    @TempDir
    Path root;

    private static long count(String turtle, String type) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(turtle, Lang.TURTLE).parse(graph);
        Node wanted = NodeFactory.createURI("https://w3id.org/torchgraph/def#" + type);
        return graph.find(Node.ANY, RDF.type.asNode(), wanted).toList().size();
    }

    private static Cli draft(String... args) {
        return Cli.run(Stream.concat(Stream.of("draft", "--publication", ZonesExtract.ROOT.toString()), Stream.of(args))
                .toArray(String[]::new));
    }

    @Test
    void drafts_are_turtle_with_what_is_open_in_review_lines() {
        Cli cli = draft(TEXT);
        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(cli.err()).isEmpty();
        assertThat(count(cli.out(), "Policy")).isEqualTo(6);
        assertThat(count(cli.out(), "Target")).isEqualTo(6);
        assertThat(count(cli.out(), "SourceDocument"))
                .as("proposed in a comment")
                .isZero();
        assertThat(cli.out())
                .startsWith("# The source, which is not in this publication yet.\n# review: ")
                .contains(
                        "# <id/source/invented> a htz:SourceDocument ;\n",
                        "<id/policy/2030-most-ndrc-entry-1> a eli:LegalResource , htz:Policy ;\n",
                        "    eli:passed_by <id/org/most> , <id/org/ndrc> ;\n",
                        "    eli:type_document <concept/instrument-type/several-opinions> ;\n",
                        "# review: skos:prefLabel in en",
                        "# review: a target? “8.5%” with “增长…以上”, lines 14-18",
                        "# review: eli:passed_by: is “教育部” an issuer?",
                        "# review: dct:issued: “2034年7月” is not a whole day that exists\n")
                .doesNotContain("@en", "2034-07", "2035-02");
    }

    @Test
    void the_evidence_of_drafts_is_right_and_check_finds_what_is_still_open() {
        ZonesExtract.copiedTo(root)
                .append(
                        "data/sources.ttl",
                        "\n<id/source/invented> a htz:SourceDocument ; htz:sha256 \""
                                + "BEAE8127486439E7300C6D852FF4DA57B815528E4859440967D557A50BB621DD"
                                + "\"^^xsd:hexBinary ; skos:prefLabel \"虚构\"@zh-Hans , \"invented\"@en ; dct:title \"虚构\"@zh-Hans .\n");
        String[] draft = {
            "draft",
            TEXT,
            "--publication",
            root.toString(),
            "--out",
            root.resolve("data/policies").toString()
        };
        Cli written = Cli.run(draft);
        assertThat(written.exit()).as(written.err()).isZero();
        assertThat(written.out())
                .startsWith("# The source is <id/source/invented> of this publication.\n")
                .contains("2032-most-entry-3.ttl");
        Cli check = Cli.run("check", "--publication", root.toString(), "--source", "invented=" + TEXT);
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.err())
                .contains("data/policies/2030-most-ndrc-entry-1.ttl:")
                .doesNotContain("digest", "SHA-256", "repeats the source", "says lines", "nothing is said of");

        Cli again = Cli.run(draft);
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err())
                .contains("is there already; nothing was written")
                .hasLineCount(1);
    }

    @Test
    void one_entry_can_be_drafted_alone_into_a_new_folder() throws IOException {
        Path out = root.resolve("new/folder");
        Cli cli = draft(TEXT, "--entry", "4", "--source", "mine", "--out", out.toString());
        assertThat(cli.exit()).as(cli.err()).isZero();
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).containsExactly(out.resolve("2033-entry-4.ttl"));
        }
        assertThat(Files.readString(out.resolve("2033-entry-4.ttl")))
                .startsWith("BASE <https://w3id.org/torchgraph/>\nPREFIX dct:")
                .contains("<id/source/mine>", "<id/org/torch-centre-miit> , <id/org/torch-centre-most>")
                .doesNotContain("passed_by <");
    }

    @Test
    void what_cannot_be_drafted_is_one_sentence() throws IOException {
        Path plain = Files.writeString(root.resolve("plain.txt"), "没有条目。\n");
        assertRefused(1, "has no entry", plain.toString());
        Path latin = Files.write(root.resolve("latin.txt"), new byte[] {'a', (byte) 0xE9, '\n'});
        assertRefused(1, "is not UTF-8", latin.toString());
        assertRefused(2, "cannot be read", root.resolve("absent.txt").toString());
        assertRefused(2, "cannot be read", root.toString());
        assertRefused(2, "there is no entry 7; the text has 6", TEXT, "--entry", "7");
        assertRefused(2, "there is no entry 0", TEXT, "--entry", "0");
        assertRefused(2, "is no slug", TEXT, "--source", "No Slug");
        assertRefused(1, "has another SHA-256", TEXT, "--source", "chronicle-1988-2021");
    }

    private static void assertRefused(int exit, String what, String... args) {
        Cli cli = draft(args);
        assertThat(cli.exit()).as(cli.err()).isEqualTo(exit);
        assertThat(cli.err()).startsWith("torchgraph: ").contains(what).hasLineCount(1);
        assertThat(cli.out()).isEmpty();
    }
}
