package org.torchgraph.query;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes temporary folders without folders in them, as killed processes leave them. */
public final class TemporaryFolders {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolders.class);

    private TemporaryFolders() {}

    /**
     * Removes what processes that do not live any more left in a folder. What is removed is held open, so that nobody
     * can put a link in its place; a system without that, such as Windows, removes nothing.
     *
     * @param kind the kind that {@link TemporaryNames} has in the names
     */
    public static void removeAbandonedBelow(Path temporary, String kind) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(temporary)) {
            if (all instanceof SecureDirectoryStream<Path> held) {
                for (Path path : held) {
                    Path name = path.getFileName();
                    if (TemporaryNames.isAbandoned(name.toString(), kind)) {
                        removeFolder(held, name);
                    }
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            LOG.debug("The folder of temporary files cannot be read", unreadable);
        }
    }

    private static void removeFolder(SecureDirectoryStream<Path> parent, Path name) {
        try (SecureDirectoryStream<Path> files = parent.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
            for (Path file : files) {
                files.deleteFile(file.getFileName());
            }
            parent.deleteDirectory(name);
        } catch (IOException | DirectoryIteratorException notOurs) {
            LOG.debug("{} cannot be removed", name, notOurs);
        }
    }
}
