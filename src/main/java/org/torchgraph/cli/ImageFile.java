package org.torchgraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.jena.sys.JenaSystem;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.dataset.numbered.SnapshotImage;
import org.torchgraph.dataset.numbered.UnusableImageException;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.IoReason;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.query.Limits;

/**
 * A file in which statements are kept as they are laid out for reading, for the next start from the same files by the
 * same build of the program.
 */
final class ImageFile {
    private final Path file;
    private final PrintWriter err;
    private final CompletableFuture<Optional<SnapshotImage>> opened;
    private volatile boolean isOthers;

    /**
     * Begins to open the file, if there is one.
     *
     * @param err where it is told why an image is passed over, and when one is written
     */
    ImageFile(Path file, PrintWriter err) {
        this.file = file;
        this.err = err;
        // To a second thread Jena seems initialized while the first still initializes it: both may then wait for ever.
        JenaSystem.init();
        this.opened = CompletableFuture.supplyAsync(this::opened);
    }

    private Optional<SnapshotImage> opened() {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SnapshotImage.open(file));
        } catch (UnusableImageException unusable) {
            isOthers = !unusable.isImage();
            tell(unusable.message());
        } catch (IOException unreadable) {
            isOthers = true;
            tell(Message.of(Code.IMAGE_UNREAD, file, IoReason.of(unreadable)));
        }
        return Optional.empty();
    }

    /** Returns the dataset of a version; empty if the file is no image of it, of which all but its absence is told. */
    Optional<MemoryDataset> dataset(String version, Limits limits) {
        try {
            return opened.join().map(image -> MemoryDataset.of(image, key(version), version, limits));
        } catch (UnusableImageException other) {
            tell(other.message());
            return Optional.empty();
        }
    }

    /** Writes the image of the current version in a thread of its own, unless the file is something else. */
    void keep(MemoryDataset dataset) {
        if (!isOthers) {
            Thread.ofPlatform().daemon().name("image").start(() -> write(dataset));
        }
    }

    private synchronized void write(MemoryDataset dataset) {
        StringBuilder version = new StringBuilder();
        try {
            AtomicFile.write(file, out -> version.append(dataset.writeImage(ImageFile::key, out)));
            tell(Message.of(Code.IMAGE_WRITTEN, file, version));
        } catch (IOException full) {
            tell(Message.of(Code.IMAGE_UNWRITTEN, file, IoReason.of(full)));
        }
    }

    private static String key(String version) {
        return version + " " + CommandLines.build();
    }

    private void tell(Message message) {
        err.println("torchgraph: " + message.in(Language.EN));
    }
}
