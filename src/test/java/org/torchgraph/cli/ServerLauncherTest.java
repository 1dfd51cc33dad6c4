package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.publication.Publication;
import org.torchgraph.server.version.ReplaceableVersion;

class ServerLauncherTest {

    @Test
    void what_prevents_a_version_is_thrown_as_it_is_and_not_as_the_failure_of_a_task() {
        Publication withoutPrefixes = new Publication(
                Path.of("no-such-folder"),
                "http://example.org/",
                "1",
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        ServerLauncher launcher = new ServerLauncher(withoutPrefixes, MemoryDataset.of(withoutPrefixes));
        FaultGate gate = new FaultGate(false, new PrintWriter(new StringWriter()));
        assertThatThrownBy(() -> launcher.at(null, gate, false, new ReplaceableVersion(), Optional.empty()))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("prefixes");
    }
}
