package org.torchgraph.kit;

import java.nio.file.Path;
import java.util.Optional;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;
import org.torchgraph.query.Limits;

/**
 * A publication that tests of the program share: six policies, four zones, two editions of the indicators and a few
 * figures with their evidence, and 25 questions that need each kind of chart. It was taken from the publication of this
 * repository once and does not follow it.
 */
public final class ZonesExtract {
    public static final Path ROOT = Path.of("src/test/resources/publications/zones");

    private static Publication publication;

    private ZonesExtract() {}

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

    /** A copy for a test to change. */
    public static PublicationFolder copiedTo(Path root) {
        return PublicationFolder.copied(ROOT, root);
    }
}
