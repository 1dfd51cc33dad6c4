package org.torchgraph.dataset.disk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.dataset.Change;
import org.torchgraph.dataset.WriteOrigin;
import org.torchgraph.rdf.digest.ContentDigest;
import org.torchgraph.rdf.digest.NQuadsLine;

/** Computes the dataset versions of a store that is written to. */
final class WrittenVersion {
    private WrittenVersion() {}

    /** Returns the version that a write makes of another; pages tell of its origin and time too. */
    static String of(String before, WriteOrigin origin, Instant time, Change change) {
        return of(
                before,
                origin.writer(),
                origin.note(),
                time.toString(),
                lines(change.removed()),
                lines(change.added()));
    }

    private static String lines(Set<Quad> quads) {
        return Change.sorted(quads).map(new NQuadsLine()::of).collect(Collectors.joining());
    }

    /** Returns a version that depends on all of the texts. */
    static String of(String... parts) {
        ContentDigest all = new ContentDigest("");
        for (String part : parts) {
            all.add("", ContentDigest.ofText(part.getBytes(StandardCharsets.UTF_8)));
        }
        return all.version();
    }
}
