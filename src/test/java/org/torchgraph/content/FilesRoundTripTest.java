package org.torchgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.Change;
import org.torchgraph.dataset.LoadProgress;
import org.torchgraph.dataset.WriteOrigin;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.export.FileEdits;
import org.torchgraph.export.TidyTurtle;
import org.torchgraph.kit.Checkout;
import org.torchgraph.publication.DataFile;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;

/** The files of this publication, through a store and back. */
class FilesRoundTripTest {
    @TempDir
    Path root;

    @Test
    void no_file_differs_from_its_graph_and_after_a_write_one_has_one_line_more() throws Exception {
        Publication files = Checkout.read();
        TidyTurtle style = new TidyTurtle(files.base(), files.prefixes());
        try (DiskDataset store = DiskDataset.open(root.resolve("store"), Limits.standard())) {
            store.fill(files, LoadProgress.NONE, snapshot -> {});
            assertThat(FileEdits.between(files, store.snapshot())).isEmpty();
            Node org = NodeFactory.createURI(files.base() + "id/org/most");
            Quad said = Quad.create(
                    NodeFactory.createURI(files.base() + "graph/organizations"),
                    org,
                    DCTerms.identifier.asNode(),
                    NodeFactory.createLiteralString("a"));
            store.write(
                    WriteOrigin.of("editor", ""),
                    now -> Change.of(Stream.empty(), Stream.of(said), now),
                    (made, next) -> {});
            List<FileEdits.FileEdit> edits = FileEdits.between(files, store.snapshot());
            assertThat(edits).hasSize(1);
            DataFile edited = edits.get(0).file();
            assertThat(edited.file()).isEqualTo("data/organizations.ttl");
            String text = Files.readString(files.root().resolve(edited.file()));
            List<String> lines = style.of(
                            text, edited.quads().stream().map(Quad::asTriple).toList())
                    .lines()
                    .toList();
            List<String> before = text.lines().toList();
            assertThat(lines).hasSize(before.size() + 1);
            int at = 0;
            while (lines.get(at).equals(before.get(at))) {
                at++;
            }
            assertThat(lines.get(at)).isEqualTo("    dct:identifier \"a\" ;");
            assertThat(lines.subList(at + 1, lines.size())).isEqualTo(before.subList(at, before.size()));
        }
    }
}
