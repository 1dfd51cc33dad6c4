package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.Cli;
import org.torchgraph.kit.PublicationFolder;

/** {@code export}, and the check of what it wrote. */
class ExportCommandTest extends CommandRuns {
    @Test
    void export_writes_the_whole_a_graph_or_a_thing() throws IOException {
        assertThat(statements(run("export", "--format", "ntriples"))).hasSize(5);
        assertThat(run("export", "--format", "nquads").out()).contains("<http://example.org/graph/a>");
        assertThat(statements(run("export", "--graph", "graph/a", "--format", "ntriples")))
                .hasSize(2);
        assertThat(run("export", "id/a").out()).contains("2025");
        Path out = root.resolve("out.ttl");
        assertThat(run("export", "--out", out.toString()).exit()).isZero();
        assertThat(Files.readString(out)).contains("\nPREFIX");
        assertThat(run("export", "id/nothing").exit()).isEqualTo(1);
        assertThat(run("export", "--graph", "graph/nothing").exit()).isEqualTo(1);
    }

    @Test
    void export_takes_as_much_around_a_thing_as_is_asked() {
        folder.turtle(
                "data/b.ttl",
                """
                <id/b> rdfs:label "B"@en , "乙"@zh-Hans ; ex:to <id/b#part> , <id/c> . <id/b#part> ex:year "2035"^^xsd:gYear .
                <id/c> rdfs:label "C"@en ; ex:to <id/d> . <id/d> rdfs:label "D"@en ; ex:to <id/b> .
                <id/claim> rdf:subject <id/b> ; ex:evidence <id/evidence> .
                <id/evidence> rdfs:label "place" .
                """);
        folder.write(
                "site.ttl",
                "PREFIX site: <https://w3id.org/torchgraph/site#> [] site:evidence <http://example.org/def#evidence> .");
        List<String> own = statements(run("export", "id/b", "--depth", "0", "--format", "ntriples"));
        assertThat(own).hasSize(5).allMatch(line -> line.startsWith("<http://example.org/id/b"));
        List<String> inverse = statements(run("export", "id/b", "--inverse", "--format", "ntriples"));
        assertThat(inverse).containsAll(own).hasSize(7).anyMatch(line -> line.startsWith("<http://example.org/id/d>"));
        List<String> deep = statements(run("export", "id/b", "--depth", "1", "--format", "ntriples"));
        assertThat(deep).containsAll(own).hasSize(7).noneMatch(line -> line.contains("\"D\""));
        List<String> labels = statements(run("export", "id/b", "--labels", "--format", "ntriples"));
        assertThat(labels).containsAll(own).hasSize(7).anyMatch(line -> line.contains("\"year\""));
        List<String> provenance = statements(run("export", "id/b", "--provenance", "--format", "ntriples"));
        assertThat(provenance).containsAll(own).hasSize(8).anyMatch(line -> line.contains("\"place\""));
        List<String> english = statements(run("export", "id/b", "--lang", "en", "--format", "ntriples"));
        assertThat(english).hasSize(4).noneMatch(line -> line.contains("乙"));
        for (Cli wrong : new Cli[] {run("export", "--labels"), run("export", "id/b", "--depth", "-1")}) {
            assertThat(wrong.exit()).isEqualTo(2);
            assertThat(wrong.err()).startsWith("torchgraph: --depth");
        }
        assertThat(run("export", "id/nothing", "--labels").exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"turtle:ttl", "trig:trig", "ntriples:nt", "nquads:nq"})
    void check_proves_that_an_exported_file_is_as_it_was(String format, @TempDir Path other) throws IOException {
        folder.turtle("data/b.ttl", "<id/b> ex:year ( 1 [ ex:year \"2035\"^^xsd:gYear ] ) .");
        String[] names = format.split(":");
        String exported = run("export", "--format", names[0]).out();
        String version =
                run("export", "--format", names[0]).out().lines().findFirst().orElseThrow();
        assertThat(version).matches("# Dataset version: [0-9a-f]{32}");
        PublicationFolder copy = new PublicationFolder(other).write("data/copy." + names[1], exported);
        String[] check = {"check", "--publication", other.toString(), "--base", PublicationFolder.BASE};
        assertThat(Cli.run(check).err()).isEmpty();
        copy.write("data/copy." + names[1], exported.replace("2025", "2026"));
        Cli changed = Cli.run(check);
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.err())
                .startsWith("data/copy." + names[1] + ":2: error: the statements are not those that the digest is of");
    }

    @Test
    void export_of_a_concept_names_the_document_that_the_site_has() {
        folder.turtle(
                "data/b.ttl",
                "<concept/kind/x> skos:prefLabel \"X\"@en . <http://other.example/y> rdfs:label \"elsewhere\" .");
        assertThat(run("export", "concept/kind/x", "--format", "ntriples").out())
                .contains("<http://example.org/doc/concept/kind/x> <http://xmlns.com/foaf/0.1/primaryTopic>"
                        + " <http://example.org/concept/kind/x> .");
        assertThat(run("export", "http://other.example/y", "--format", "ntriples")
                        .out())
                .contains("\"elsewhere\"")
                .contains("<http://example.org/resource?iri=http%3A%2F%2Fother.example%2Fy>"
                        + " <http://xmlns.com/foaf/0.1/primaryTopic> <http://other.example/y> .");
    }

    @Test
    void export_that_cannot_be_written_is_one_sentence() {
        folder.turtle("data/b.ttl", "<id/b> <http://example.org/property/1> 1 .");
        for (Cli cli : new Cli[] {
            run("export", "--out", root.resolve("no/such/folder.ttl").toString()), run("export", "--format", "rdfxml"),
        }) {
            assertThat(cli.exit()).isEqualTo(1);
            assertThat(cli.err()).startsWith("torchgraph: ").hasLineCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id/none", "--graph=graph/none", "--format=nothing", "--format=rdfxml"})
    void export_that_fails_leaves_the_file_that_was_there(String argument) throws IOException {
        folder.turtle("data/b.ttl", "<id/b> <http://example.org/property/1> 1 .");
        Path out = Files.writeString(root.resolve("x.rdf"), "keep");
        assertThat(run("export", argument, "--out", out.toString()).exit()).isPositive();
        assertThat(out).hasContent("keep");
        try (Stream<Path> files = Files.list(root)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void export_takes_the_place_of_a_file_and_keeps_its_permissions_and_the_link_to_it() throws IOException {
        folder.turtle("data/b.ttl", "<id/b> rdfs:label 'B' .");
        Path out = Files.writeString(root.resolve("x.nt"), "old");
        Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("rw-rw-r--"));
        Path link = Files.createSymbolicLink(root.resolve("link.nt"), out);
        assertThat(run("export", "--format", "ntriples", "--out", link.toString())
                        .exit())
                .isZero();
        assertThat(Files.readString(out)).contains("<http://example.org/id/b>").doesNotContain("old");
        assertThat(link).isSymbolicLink();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rw-rw-r--");
        assertThat(run("export", "--out", "/dev/null").exit()).isZero();
    }
}
