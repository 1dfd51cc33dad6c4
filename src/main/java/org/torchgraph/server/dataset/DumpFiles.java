package org.torchgraph.server.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.torchgraph.export.Dumps;
import org.torchgraph.export.Format;
import org.torchgraph.export.catalogue.DumpFile;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Message;
import org.torchgraph.rdf.syntax.InexpressibleException;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.version.PublishedVersion;

/** Dumps of the newest edition, each written once to a temporary file when it is first asked for. */
public final class DumpFiles {
    /** A publication of so many statements has all its dumps written in a few seconds at most. */
    private static final int SMALL = 50_000;

    private volatile WrittenDumps written = new WrittenDumps("", Map.of());

    /** @param dumps of one dataset version, by format */
    private record WrittenDumps(String version, Map<Format, Dump> dumps) {}

    /**
     * @param file none when the format cannot say it
     * @param facts its length and checksum; none without a file
     * @param refusal why there is no file, or null
     */
    private record Dump(Optional<Path> file, Optional<DumpFile> facts, Message refusal) {}

    synchronized Content get(PublishedVersion edition, Format format) {
        write(edition, List.of(format));
        Dump dump = written.dumps().get(format);
        return content(dump.file().orElseThrow(() -> Problem.of(Problem.ProblemKind.NOT_ACCEPTABLE, dump.refusal())
                .exception()));
    }

    /**
     * Those that lie ready. To know sizes and checksums, all of a small publication are written for it; of a large one
     * there are those that someone has asked for, and nothing is waited for.
     */
    List<DumpFile> ready(PublishedVersion edition) {
        if (edition.snapshot().size() <= SMALL) {
            write(edition, List.of(Format.values()));
        }
        WrittenDumps now = written;
        return now.version().equals(edition.snapshot().version())
                ? now.dumps().values().stream()
                        .flatMap(dump -> dump.facts().stream())
                        .toList()
                : List.of();
    }

    private synchronized void write(PublishedVersion edition, List<Format> wanted) {
        String version = edition.snapshot().version();
        if (!written.version().equals(version)) {
            written.dumps().values().forEach(old -> old.file().ifPresent(DumpFiles::delete));
            written = new WrittenDumps(version, Map.of());
        }
        Map<Format, Dump> dumps = new EnumMap<>(Format.class);
        dumps.putAll(written.dumps());
        Stream<Format> missing = wanted.stream().filter(format -> !dumps.containsKey(format));
        missing.toList().parallelStream()
                .map(format -> Map.entry(format, dump(edition, format)))
                .toList()
                .forEach(made -> dumps.put(made.getKey(), made.getValue()));
        written = new WrittenDumps(version, dumps);
    }

    private static Dump dump(PublishedVersion edition, Format format) {
        try {
            Path file = Files.createTempFile("torchgraph-dump", "." + format.suffix());
            file.toFile().deleteOnExit();
            try (OutputStream out = Files.newOutputStream(file)) {
                Dumps.write(edition.snapshot(), edition.signingWriter(), format, out);
            } catch (InexpressibleException cannotBeSaid) {
                delete(file);
                return new Dump(Optional.empty(), Optional.empty(), cannotBeSaid.message());
            }
            return new Dump(Optional.of(file), Optional.of(facts(format, file)), null);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static DumpFile facts(Format format, Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return new DumpFile(format, Files.size(file), DigestUtils.sha256Hex(content));
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Content content(Path file) {
        try {
            long length = Files.size(file);
            return new Content() {
                @Override
                public long length() {
                    return length;
                }

                @Override
                public void writeTo(OutputStream out) throws IOException {
                    Files.copy(file, out);
                }
            };
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
