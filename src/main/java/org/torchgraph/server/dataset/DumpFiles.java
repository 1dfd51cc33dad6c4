package org.torchgraph.server.dataset;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.export.Dumps;
import org.torchgraph.export.Format;
import org.torchgraph.export.catalogue.DumpFile;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.SpooledResult;
import org.torchgraph.rdf.syntax.InexpressibleException;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.SingleFlight;
import org.torchgraph.server.reply.SpooledContent;
import org.torchgraph.server.version.PublishedVersion;

/**
 * Dumps of the newest version, each written once when it is first requested, beside those in other formats. A dump of
 * an older version is deleted when its last reader has it.
 */
public final class DumpFiles {
    /** A publication with at most this many statements has all its dumps written within a few seconds. */
    private static final int MAX_STATEMENTS_WRITTEN_AHEAD = 50_000;

    private static final int MAX_KIBIBYTES = 4 << 20;
    private static final int BUFFER_BYTES = 1 << 16;

    private final SingleFlight<DumpKey, Dump> dumps = new SingleFlight<>(MAX_KIBIBYTES, new SingleFlight.Storage<>() {
        @Override
        public int weight(Dump dump) {
            return 1 + (int) (dump.content().length() >> 10);
        }

        @Override
        public boolean isKept(Dump dump) {
            return dump.version().equals(newest.version());
        }

        @Override
        public boolean hold(Dump dump) {
            return dump.content().hold();
        }

        @Override
        public void release(Dump dump) {
            dump.content().close();
        }
    });

    private volatile Newest newest;

    /** The newest version that a dump was requested of; its triples are not kept for that. */
    private record Newest(String version, Instant since) {}

    private record DumpKey(String version, Format format) {}

    /**
     * A dump that has been written.
     *
     * @param content the file; empty if the format cannot express the dataset
     * @param facts the length and checksum; null without a file
     * @param refusal the reason why there is no file, or null
     */
    private record Dump(String version, Content content, DumpFile facts, Message refusal) {}

    /**
     * Returns the dump in a format.
     *
     * @throws org.torchgraph.http.ProblemException 406 if the format cannot express the dataset
     */
    Content get(PublishedVersion version, Format format) {
        Dump dump = dump(version, format);
        if (dump.refusal() != null) {
            throw Problem.of(Problem.ProblemKind.NOT_ACCEPTABLE, dump.refusal()).exception();
        }
        return dump.content();
    }

    /**
     * Returns the files whose length and checksum are known. All dumps of a small publication are written for that; of
     * a large one there are those that have been requested.
     */
    List<DumpFile> ready(PublishedVersion version) {
        if (!areWrittenAhead(version)) {
            String id = version.snapshot().version();
            return known(dumps.kept((key, dump) -> key.version().equals(id) ? dump.facts() : null).stream());
        }
        return known(Stream.of(Format.values()).parallel().map(format -> {
            Dump dump = dump(version, format);
            dump.content().close();
            return dump.facts();
        }));
    }

    /** Returns whether a publication is so small that all its dumps are written when their lengths are requested. */
    static boolean areWrittenAhead(PublishedVersion version) {
        return version.snapshot().size() <= MAX_STATEMENTS_WRITTEN_AHEAD;
    }

    private static List<DumpFile> known(Stream<DumpFile> files) {
        return files.filter(Objects::nonNull)
                .sequential()
                .sorted(Comparator.comparing(DumpFile::format))
                .toList();
    }

    private Dump dump(PublishedVersion version, Format format) {
        String id = version.snapshot().version();
        notice(version.snapshot());
        return dumps.getPatiently(new DumpKey(id, format), Deadline.in(Duration.ZERO), () -> written(version, format));
    }

    /** Forgets the dumps of older versions once there is a newer one. */
    private void notice(Snapshot snapshot) {
        Newest known = newest;
        if (known == null || known.since().isBefore(snapshot.since())) {
            newest = new Newest(snapshot.version(), snapshot.since());
            dumps.forget(key -> !key.version().equals(snapshot.version()));
        }
    }

    private static Dump written(PublishedVersion version, Format format) {
        String id = version.snapshot().version();
        if (version.resources().areTooMany()) {
            return new Dump(
                    id,
                    Content.of(new byte[0]),
                    null,
                    Message.of(Code.ENGINE_TOO_LARGE, version.snapshot().size()));
        }
        MessageDigest sha256 = DigestUtils.getSha256Digest();
        try {
            SpooledResult written = SpooledResult.written(Long.MAX_VALUE, out -> {
                OutputStream buffered = new BufferedOutputStream(new DigestOutputStream(out, sha256), BUFFER_BYTES);
                Dumps.write(version.snapshot().whole(), version.signingWriter(), format, buffered);
                buffered.flush();
            });
            written.deleteOnExit();
            String checksum = Hex.encodeHexString(sha256.digest());
            return new Dump(id, new SpooledContent(written), new DumpFile(format, written.length(), checksum), null);
        } catch (InexpressibleException inexpressible) {
            return new Dump(id, Content.of(new byte[0]), null, inexpressible.message());
        } catch (IOException diskIsFull) {
            throw new UncheckedIOException(diskIsFull);
        }
    }
}
