package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.kit.Cli;
import org.torchgraph.query.Limits;

class LoadCommandTest extends CommandRuns {

    private Cli load(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "--store";
        all[1] = "tdb2:" + store();
        System.arraycopy(more, 0, all, 2, more.length);
        return run("load", all);
    }

    private String store() {
        return root.resolve("..")
                .resolve(root.getFileName() + "-store")
                .normalize()
                .toString();
    }

    private String version() {
        try (DiskDataset dataset = DiskDataset.open(Path.of(store()), Limits.standard())) {
            return dataset.record().map(record -> record.version()).orElse("");
        }
    }

    @Test
    void a_store_is_filled_and_replaced_only_when_that_is_asked_after_showing_what_would_change() {
        Cli first = load();
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.err()).contains("5 of 5 statements are loaded", "the store holds 5 statements, version ");
        String version = version();
        assertThat(version).isEqualTo(folder.read().version());
        assertThat(load().err()).contains("holds these statements already");

        folder.turtle("data/a.ttl", "<id/a> rdfs:label \"A\"@en, \"B\"@en .")
                .turtle("data/b.ttl", "<id/b> rdfs:label \"B\" .");
        Cli refused = load();
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .contains("graph/a: 1 statements more, 1 fewer", "graph/b: 1 statements more, 0 fewer", "--replace")
                .doesNotContain("catalog");
        assertThat(version()).isEqualTo(version);

        assertThat(load("--replace").exit()).isZero();
        assertThat(version()).isEqualTo(folder.read().version()).isNotEqualTo(version);
    }

    @Test
    void a_publication_with_a_fault_is_not_loaded_and_the_store_stays_as_it_was() {
        folder.turtle("data/b.ttl", "<id/b> rdfs:label \"B\"@en ;");
        Cli broken = load();
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.err()).contains("data/b.ttl:11:").doesNotContain("Exception");
        assertThat(version()).isEmpty();

        folder.turtle("data/b.ttl", "<id/b> rdfs:label \"B\"@en .");
        assertThat(load().exit()).isZero();
        String version = version();
        folder.turtle(
                "ontology/shapes.ttl",
                "ex:S a sh:NodeShape ; sh:targetSubjectsOf rdfs:label ; sh:property [ sh:path ex:none ; sh:minCount 1 ] .");
        assertThat(load("--replace").exit()).isEqualTo(1);
        assertThat(version()).isEqualTo(version);
        assertThat(load("--replace", "--lenient").exit()).isZero();
    }

    @Test
    void a_folder_with_other_files_is_no_store() {
        Cli other = run("load", "--store", "tdb2:" + root);
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.err()).contains("is no store").doesNotContain("Exception");
        assertThat(root.resolve("lock")).doesNotExist();
    }
}
