package org.torchgraph.server.watch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.KeptVersions;
import org.torchgraph.server.version.KeptVersions.EarlierAnswers;
import org.torchgraph.server.version.PublishedVersion;

/**
 * The current version and those before it that are kept.
 *
 * @param current the current version
 * @param kept opens the others
 * @param versions all of them, the current one first
 */
record VersionLine(PublishedVersion current, KeptVersions kept, List<EarlierAnswers> versions) {

    static VersionLine of(CurrentVersion currentVersion) {
        PublishedVersion current = currentVersion.get();
        KeptVersions kept = currentVersion.kept();
        EarlierAnswers now = new EarlierAnswers(current.snapshot().version(), kept.since(current));
        return new VersionLine(
                current,
                kept,
                Stream.concat(Stream.of(now), kept.before(current).stream()).toList());
    }

    /** Returns the version at a place; empty if it can no longer be read. */
    Optional<PublishedVersion> open(int place) {
        return place == 0 ? Optional.of(current) : kept.open(versions.get(place).version());
    }

    /** Returns a text that differs if other versions are kept. */
    String key() {
        return versions.stream().map(one -> one.version() + "@" + one.since()).collect(Collectors.joining(","));
    }
}
