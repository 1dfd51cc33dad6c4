package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.LoadProgress;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.kit.BlackBoxSuite;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.ZonesExtract;
import org.torchgraph.query.Limits;

/** A site over a store on disk. */
class DiskSiteTest extends SameAnswers {
    @TempDir
    static Path root;

    @AutoClose
    private static final TestSite memory = ZonesExtract.site();

    @AutoClose
    private static TestSite disk;

    @BeforeAll
    static void fill() {
        DiskDataset dataset = DiskDataset.open(root.resolve("store"), Limits.standard());
        dataset.fill(PUBLICATION, LoadProgress.NONE, snapshot -> {});
        disk = TestSite.of(PUBLICATION, dataset).searchable();
        memory.searchable();
    }

    @Override
    TestSite memory() {
        return memory;
    }

    @Override
    TestSite stored() {
        return disk;
    }

    @Override
    List<String> kept(String path, String text) {
        return text.lines().sorted().toList();
    }

    @Test
    void queries_have_the_union_and_paths_with_open_ends() {
        assertUnionSame();
    }

    @Test
    void the_black_box_suite_passes() throws Exception {
        BlackBoxSuite.passesAt(disk);
    }

    @Test
    void health_names_the_store() {
        assertThat(disk.get("/health").body()).contains("\"tdb2\"");
    }
}
