package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torchgraph.kit.Cli;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.publication.PublicationReader;

class DiffCommandTest {
    private static final String KEPT = "ex:Goal rdfs:label \"goal\"@en , \"目标\"@zh-Hans .\n";

    @TempDir
    Path root;

    private String old;
    private String now;

    @BeforeEach
    void two_publications() {
        old = root.resolve("old").toString();
        now = root.resolve("new").toString();
        PublicationFolder.in(Path.of(old))
                .turtle("ontology/terms.ttl", KEPT)
                .turtle(
                        "data/a.ttl",
                        "<id/plan> a ex:Plan ; dct:title \"Old\"@en , \"题\"@zh-Hans ; ex:states <id/one> ; ex:of [ ex:n 1 ] .\n"
                                + "<id/plan#value> ex:n 0.4 .\n<id/one> a ex:Goal ; skos:prefLabel \"one\"@en .");
        PublicationFolder.in(Path.of(now))
                .turtle("ontology/terms.ttl", KEPT)
                .turtle(
                        "data/a.ttl",
                        "<id/plan> a ex:Plan ; dct:title \"New\\nand \\u001B[31mred\"@en , \"题\"@zh-Hans ; ex:states <id/two> , <id/three> ; ex:of [ ex:n 2 ] .\n"
                                + "<id/plan#value> ex:n 0.3 .\n"
                                + "<id/two> a ex:Goal ; skos:prefLabel \"two\"@en , \"二\"@zh-Hans .\n<id/three> a ex:Goal .");
    }

    @Test
    void words_tell_by_thing_what_is_new_gone_and_changed() {
        Cli cli = Cli.run("diff", old, now);
        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(cli.err()).isEmpty();
        assertThat(cli.out().replace("\r\n", "\n"))
                .isEqualTo(
                        """
                        10 statements are new, 7 gone.

                        New: goal (2)
                          <id/three>
                          “two” <id/two>

                        Gone: goal (1)
                          “one” <id/one>

                        Changed: ex:Plan “New and [31mred” <id/plan>
                          #value, ex:n: changed from “0.4” to “0.3”
                          ex:states: now also <id/three>, “two”
                          ex:states: no longer “one”
                          title (en): changed from “Old” to “New and [31mred”
                          parts without a name: 2 statements are new, 2 gone
                        """);
    }

    @Test
    void words_can_be_chinese() {
        assertThat(Cli.run("diff", old, now, "--lang", "zh").out())
                .startsWith("新增陈述 10 条，去掉 7 条。")
                .contains("新增：目标（2）", "“二” <id/two>", "去掉：目标（1）", "标题（en）：由“Old”改为“New and [31mred”")
                .doesNotContain("Changed", "goal");
    }

    @Test
    void the_newer_side_is_the_publication_when_none_is_named() {
        Cli named = Cli.run("diff", old, now, "--format", "patch");
        assertThat(Cli.run("diff", old, "--publication", now, "--format", "patch")
                        .out())
                .isEqualTo(named.out())
                .startsWith("TX .\nD ")
                .endsWith("TC .\n")
                .contains("<http://example.org/graph/a> .");
    }

    @Test
    void the_patch_between_two_dumps_makes_the_old_one_into_the_new() throws IOException {
        PublicationFolder.in(Path.of(old)).turtle("data/a.ttl", "<id/a> ex:n 1 , \"一\"@zh-Hans .");
        PublicationFolder.in(Path.of(now))
                .turtle("data/b.ttl", "<id/a> ex:n 2 .")
                .turtle("data/a.ttl", "<id/b> ex:n 1.0 .");
        Path before = dump(old, "nquads", "old.nq");
        Path after = dump(now, "trig", "new.trig");
        Cli patch = Cli.run("diff", before.toString(), after.toString(), "--format", "patch");
        assertThat(patch.exit()).as(patch.err()).isZero();
        DatasetGraph dataset = RDFDataMgr.loadDatasetGraph(before.toString());
        RDFPatchOps.applyChange(
                dataset, RDFPatchOps.read(new ByteArrayInputStream(patch.out().getBytes(StandardCharsets.UTF_8))));
        assertThat(IsoMatcher.isomorphic(dataset, RDFDataMgr.loadDatasetGraph(after.toString())))
                .isTrue();
    }

    private Path dump(String publication, String format, String file) {
        Path dump = root.resolve(file);
        assertThat(Cli.run("export", "--publication", publication, "--format", format, "--out", dump.toString())
                        .exit())
                .isZero();
        return dump;
    }

    @ParameterizedTest
    @CsvSource({"turtle,ttl", "trig,trig", "ntriples,nt", "nquads,nq", "jsonld,jsonld", "rdfxml,rdf"})
    void a_dump_in_any_format_says_what_its_publication_says(String format, String suffix) throws IOException {
        Path dump = dump(old, format, "dump." + suffix);
        assertThat(Cli.run("diff", dump.toString(), old).out().strip()).isEqualTo("No statement is different.");
        Path packed = root.resolve("packed." + suffix + ".gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(dump, out);
        }
        assertThat(Cli.run("diff", packed.toString(), dump.toString()).out().strip())
                .isEqualTo("No statement is different.");
        assertThat(Cli.run("diff", packed.toString(), now).out()).contains("Gone: goal (1)");
    }

    @Test
    void a_statement_that_moves_to_another_file_is_told_apart() throws IOException {
        PublicationFolder.in(root.resolve("moved"));
        PublicationFolder.in(root.resolve("moved")).turtle("ontology/terms.ttl", KEPT);
        Files.copy(root.resolve("old/data/a.ttl"), root.resolve("moved/data/elsewhere.ttl"));
        Cli cli = Cli.run("diff", old, root.resolve("moved").toString());
        assertThat(cli.out().strip()).isEqualTo("Every statement is still made; 9 stand in another graph.");
    }

    @Test
    void a_record_names_the_version_of_a_dump_in_each_format_that_has_comments() throws IOException {
        String version = PublicationReader.read(Path.of(old), Optional.empty()).version();
        for (String format : List.of("turtle,ttl", "trig,trig", "ntriples,nt", "nquads,nq", "rdfxml,rdf")) {
            Path dump = dump(old, format.replaceFirst(",.*", ""), "old." + format.replaceFirst(".*,", ""));
            Path packed = root.resolve(dump.getFileName() + ".gz");
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
                Files.copy(dump, out);
            }
            for (Path each : List.of(dump, packed)) {
                assertThat(Cli.run("diff", each.toString(), now, "--format", "record")
                                .out())
                        .as(each.toString())
                        .contains("<id/version/1> a dcat:Dataset ;", "owl:versionInfo \"" + version + "\" .");
            }
        }
    }

    /** Neither has a date or a version in its catalogue, nor a name in Chinese. */
    @Test
    void a_record_of_what_has_no_version_and_no_date_counts_and_leaves_them_out() {
        assertThat(Cli.run("diff", old, now, "--format", "record", "--issued", "2030-02-28")
                        .out())
                .contains(
                        "dct:title \"Example 1\"@en ;",
                        "dct:description \"Example，版本 1。\"@zh-Hans , \"Example, version 1.\"@en ;",
                        "dcat:version \"2\" ;",
                        "dct:issued \"2030-02-28\"^^xsd:date .\n")
                .containsOnlyOnce("dct:issued");
        assertThat(Cli.run("diff", old, now, "--format", "record").out())
                .contains("dct:issued \"" + LocalDate.now(ZoneOffset.UTC) + "\"^^xsd:date");
    }

    @Test
    void a_record_names_at_most_eight_things_of_a_kind_and_counts_those_without_a_name() {
        StringBuilder goals = new StringBuilder();
        for (int i = 10; i < 31; i++) {
            goals.append("<id/")
                    .append(i)
                    .append("> a ex:Goal ; skos:prefLabel \"g")
                    .append(i)
                    .append("\"@en .\n");
        }
        PublicationFolder.in(Path.of(now))
                .turtle(
                        "data/b.ttl",
                        goals.append("<id/x> a ex:Mark . <id/y> a ex:Mark .").toString());
        assertThat(Cli.run("diff", old, now, "--format", "record").out())
                .contains("New: goal (23): “g10”, “g11”, “g12”, “g13”, “g14”, “g15”, “g16”, “g17” and 15 more.\n")
                .contains("“g17”，另有 15 个。\n", "New: ex:Mark (2).\n")
                .doesNotContain("<id/x>", "<id/three>");
    }

    @Test
    void what_no_record_can_be_made_of_is_one_clear_sentence() throws IOException {
        Path dump = dump(old, "jsonld", "old.jsonld");
        assertWrong(1, "does not say which dataset version it is of", dump.toString(), now, "--format", "record");
        assertWrong(2, "NEW is to be a folder", old, dump.toString(), "--format", "record");
        assertWrong(2, "--issued", old, now, "--format", "record", "--issued", "soon");
        Path bare = root.resolve("bare");
        new PublicationFolder(bare).turtle("data/a.ttl", "<id/a> a ex:T .");
        assertWrong(1, "void:uriSpace", old, bare.toString(), "--format", "record", "--base", PublicationFolder.BASE);
        for (String side : List.of(old, now)) {
            new PublicationFolder(Path.of(side))
                    .turtle(
                            "data/catalog.ttl",
                            "<dataset> void:uriSpace \"http://example.org/\" ; <http://www.w3.org/ns/dcat#version> \"1.0\" .");
        }
        assertWrong(1, "OLD and NEW are both version 1.0", old, now, "--format", "record");
    }

    @Test
    void what_cannot_be_compared_is_one_clear_sentence() throws IOException {
        assertWrong(2, "OLD and NEW are the same", old, old);
        assertWrong(2, "OLD and NEW are the same", old, old + "/../old");
        assertWrong(2, "cannot be read", old, root.resolve("absent.ttl").toString());
        assertWrong(
                2,
                "no publication in",
                old,
                Files.createDirectory(root.resolve("empty")).toString());
        assertWrong(2, "--format", old, now, "--format", "png");
        Path broken =
                Files.writeString(root.resolve("broken.ttl"), "<http://example.org/a> <http://example.org/p> 1 .\n;");
        assertWrong(1, broken + ":2:", old, broken.toString());
        Path text = Files.writeString(root.resolve("notes.txt"), "notes");
        assertWrong(1, "not a format that is read", old, text.toString());
        PublicationFolder.in(Path.of(now)).turtle("data/a.ttl", "<id/a> ;");
        assertWrong(1, now + "/data/a.ttl:11:", old, now);
    }

    private static void assertWrong(int exit, String what, String old, String now, String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "diff";
        args[1] = old;
        args[2] = now;
        System.arraycopy(more, 0, args, 3, more.length);
        Cli cli = Cli.run(args);
        assertThat(cli.exit()).as(cli.err()).isEqualTo(exit);
        assertThat(cli.err()).contains(what).doesNotContain("Exception", "\tat ");
        assertThat(cli.err().lines().count()).isLessThanOrEqualTo(2);
        assertThat(cli.out()).isEmpty();
    }
}
