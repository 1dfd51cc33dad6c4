package org.torchgraph.server.version;

import java.util.Optional;
import java.util.function.Supplier;

/** Supplies the current dataset version. A route takes it once per request and uses only that. */
public interface CurrentVersion extends Supplier<PublishedVersion> {

    /** Returns the versions before. */
    default KeptVersions kept() {
        return KeptVersions.NONE;
    }

    /** Returns the newer version that was refused, if it was the last one seen. */
    default Optional<RefusedVersion> refused() {
        return Optional.empty();
    }

    /** Returns how often another version has taken the place of the current one. */
    default long replacements() {
        return 0;
    }

    /** Returns how often a newer version was refused. */
    default long refusals() {
        return 0;
    }
}
