package org.torchgraph.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.kit.ZonesExtract;
import org.torchgraph.publication.Publication;

class IndexStorageTest {
    private static final Publication PUBLICATION = ZonesExtract.read();
    private static final Path MAPPINGS = Path.of("/proc/self/maps");

    @TempDir
    Path temporary;

    private static ThingIndex index(int mostInMemory, Path temporary) {
        Snapshot snapshot = MemoryDataset.of(PUBLICATION).snapshot();
        return IndexBuild.of(
                snapshot,
                PUBLICATION.base(),
                Facet.of(snapshot, PUBLICATION.base()),
                PUBLICATION.settings().presentation(),
                mostInMemory,
                temporary);
    }

    private static List<Hits> found(ThingIndex index) {
        return Stream.of("高新区", "zone", "2025", "", "torch program")
                .map(text -> index.find(new SearchRequest(text, Map.of(), 1)))
                .toList();
    }

    private boolean isMapped() throws IOException {
        return Files.readString(MAPPINGS).contains(temporary.toString());
    }

    @Test
    void an_index_in_files_finds_what_one_in_memory_finds() {
        assertThat(found(index(0, temporary)))
                .isEqualTo(found(index(Integer.MAX_VALUE, temporary)))
                .anyMatch(hits -> hits.total() > 10);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void no_file_is_left_and_the_room_is_free_when_nobody_has_the_index() throws Exception {
        ThingIndex index = index(0, temporary);
        assertThat(temporary).isEmptyDirectory();
        assertThat(isMapped()).isTrue();
        assertThat(index.find(new SearchRequest("", Map.of(), 1)).total()).isPositive();
        index = null;
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (isMapped() && Instant.now().isBefore(end)) {
            System.gc();
            Thread.sleep(50);
        }
        assertThat(isMapped()).isFalse();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void folders_of_killed_processes_are_removed_and_no_others() throws Exception {
        Process killed = new ProcessBuilder("sleep", "600").start();
        Path left = folderWithFile("torchgraph-" + killed.pid() + "-search-1");
        Path elsewhere = folderWithFile("elsewhere");
        List<Path> kept = List.of(
                folderWithFile("torchgraph-" + ProcessHandle.current().pid() + "-search-2"),
                folderWithFile("torchgraph-" + killed.pid() + "-other-3"),
                folderWithFile("torchgraph-" + killed.pid() + "-search-results"),
                Files.createFile(temporary.resolve("torchgraph-" + killed.pid() + "-search-4")),
                Files.createSymbolicLink(temporary.resolve("torchgraph-" + killed.pid() + "-search-5"), elsewhere));
        try {
            index(Integer.MAX_VALUE, temporary);
            assertThat(left.resolve("_0.fdt")).exists();
        } finally {
            killed.destroyForcibly().waitFor();
        }
        index(Integer.MAX_VALUE, temporary);
        assertThat(left).doesNotExist();
        assertThat(elsewhere.resolve("_0.fdt")).exists();
        assertThat(kept).allSatisfy(path -> assertThat(path).exists());
    }

    private Path folderWithFile(String name) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve(name));
        Files.writeString(folder.resolve("_0.fdt"), "part of an index");
        return folder;
    }

    @Test
    void an_index_that_cannot_be_written_to_files_is_kept_in_memory() {
        assertThat(found(index(0, temporary.resolve("absent")))).isEqualTo(found(index(Integer.MAX_VALUE, temporary)));
    }
}
