package org.torchgraph.server.version;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A current version that another one may take the place of, in one step. */
public final class ReplaceableVersion implements CurrentVersion {
    private final AtomicReference<PublishedVersion> current = new AtomicReference<>();
    private volatile RefusedVersion refused;

    @Override
    public PublishedVersion get() {
        return current.get();
    }

    @Override
    public Optional<RefusedVersion> refused() {
        return Optional.ofNullable(refused);
    }

    /** Makes a version the current one. */
    public void replace(PublishedVersion version) {
        current.set(version);
        refused = null;
    }

    /** Keeps the current version, and says why. */
    public void refuse(RefusedVersion version) {
        refused = version;
    }

    /** Says that the current version is the newest one. */
    public void confirm() {
        refused = null;
    }
}
