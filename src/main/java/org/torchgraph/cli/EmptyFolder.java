package org.torchgraph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.torchgraph.messages.Code;

/** The folder of a command that writes many files. */
final class EmptyFolder {
    private EmptyFolder() {}

    /**
     * Checks that a folder is empty or not there.
     *
     * @throws CommandFailedException if it is not
     */
    static void require(Path folder) throws IOException {
        if (Files.exists(folder)) {
            if (!Files.isDirectory(folder)) {
                throw new CommandFailedException(Code.OUT_NO_FOLDER, folder);
            }
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new CommandFailedException(Code.OUT_NOT_EMPTY, folder);
                }
            }
        }
    }
}
