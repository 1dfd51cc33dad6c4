package org.torchgraph.server.version;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** A current version that another one may take the place of, in one step. */
public final class ReplaceableVersion implements CurrentVersion {
    private final AtomicReference<PublishedVersion> current = new AtomicReference<>();
    private final AtomicLong replacements = new AtomicLong();
    private final AtomicLong refusals = new AtomicLong();
    private volatile RefusedVersion refused;
    private volatile KeptVersions kept = KeptVersions.NONE;

    @Override
    public PublishedVersion get() {
        return current.get();
    }

    @Override
    public KeptVersions kept() {
        return kept;
    }

    /** Says where the versions before are kept. */
    public void keep(KeptVersions versions) {
        kept = versions;
    }

    @Override
    public Optional<RefusedVersion> refused() {
        return Optional.ofNullable(refused);
    }

    @Override
    public long replacements() {
        return replacements.get();
    }

    @Override
    public long refusals() {
        return refusals.get();
    }

    /** Makes a version the current one. */
    public void replace(PublishedVersion version) {
        if (current.getAndSet(version) != null) {
            replacements.incrementAndGet();
        }
        refused = null;
    }

    /** Keeps the current version, and says why. */
    public void refuse(RefusedVersion version) {
        refusals.incrementAndGet();
        refused = version;
    }

    /** Says that the current version is the newest one. */
    public void confirm() {
        refused = null;
    }
}
