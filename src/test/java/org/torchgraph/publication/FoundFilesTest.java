package org.torchgraph.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;

/** Files that are not read are told of. */
class FoundFilesTest {
    @TempDir
    Path root;

    @Test
    void a_link_to_no_file_is_an_error_by_its_name_and_one_to_a_file_is_read() throws IOException {
        PublicationFolder folder = PublicationFolder.in(root).turtle("elsewhere/real.ttl", "<id/a> rdfs:label \"a\" .");
        Files.createSymbolicLink(root.resolve("data/linked.ttl"), root.resolve("elsewhere/real.ttl"));
        assertThat(folder.read().faults()).isEmpty();
        assertThat(folder.read().data()).extracting(DataFile::file).contains("data/linked.ttl");
        Files.createSymbolicLink(root.resolve("data/gone.ttl"), root.resolve("elsewhere/gone.ttl"));
        Files.createSymbolicLink(root.resolve("data/folder"), root.resolve("elsewhere"));
        Files.createDirectories(root.resolve("queries"));
        Files.createSymbolicLink(root.resolve("queries/gone.rq"), root.resolve("elsewhere/gone.rq"));
        assertThat(folder.read().faults())
                .extracting(fault -> fault.place().file())
                .containsExactly("data/folder", "data/gone.ttl", "queries/gone.rq");
        assertThat(folder.read().faults()).allSatisfy(fault -> assertThat(fault.toString())
                .contains("a symbolic link to a folder or to nothing"));
    }

    @Test
    void an_ending_in_capitals_is_told_with_the_name_that_would_be_read() {
        PublicationFolder folder = PublicationFolder.in(root)
                .turtle("data/UPPER.TTL", "<id/a> rdfs:label \"a\" .")
                .write("data/odd.XYZ", "x");
        assertThat(folder.read().faults().toString())
                .contains("rename it to data/UPPER.ttl", "data/odd.XYZ: error: not a format that is read");
    }
}
