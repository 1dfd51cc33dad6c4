package org.torchgraph.kit;

import java.nio.file.Path;
import java.util.Optional;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;
import org.torchgraph.query.Limits;

/**
 * The publication of this repository, for the tests of its content and of the documentation alone: an edit of it must
 * turn no test of the program red. Those have {@link ZonesExtract} or a {@link PublicationFolder}.
 */
public final class Checkout {
    private static final Path ROOT = Path.of("");

    private static Publication publication;

    private Checkout() {}

    /** Returns the publication, which is read once. */
    public static synchronized Publication read() {
        if (publication == null) {
            publication = PublicationReader.read(ROOT, Optional.empty());
        }
        return publication;
    }

    public static TestSite site() {
        return TestSite.of(read(), Limits.standard());
    }

    /** A copy for a test to spoil. */
    public static PublicationFolder copiedTo(Path root) {
        return PublicationFolder.copied(ROOT, root);
    }
}
