package org.torchgraph.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.torchgraph.messages.Code;
import picocli.CommandLine.Option;

/** The option that says where the statements are. */
public final class StoreOption {
    private static final String DISK = "tdb2:";

    @Option(
            names = "--store",
            paramLabel = "STORE",
            description = "where the statements are: memory (default), or tdb2:DIR, a folder on disk")
    private String store = "memory";

    /**
     * Returns the folder of the store; empty for memory.
     *
     * @throws UsageException if there is no such kind of store
     */
    Optional<Path> folder() {
        if (store.equals("memory")) {
            return Optional.empty();
        }
        if (!store.startsWith(DISK) || store.equals(DISK)) {
            throw new UsageException(Code.STORE_UNKNOWN, store);
        }
        return Optional.of(Path.of(store.substring(DISK.length())));
    }
}
