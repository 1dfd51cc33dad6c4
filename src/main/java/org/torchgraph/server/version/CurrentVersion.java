package org.torchgraph.server.version;

import java.util.Optional;
import java.util.function.Supplier;

/** Supplies the current dataset version. A route takes it once per request and uses only that. */
public interface CurrentVersion extends Supplier<PublishedVersion> {

    /** Returns the newer version that was refused, if it was the last one seen. */
    default Optional<RefusedVersion> refused() {
        return Optional.empty();
    }
}
