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
import org.apache.commons.codec.digest.DigestUtils;
import org.torchgraph.export.Dumps;
import org.torchgraph.export.Format;
import org.torchgraph.export.catalogue.DumpFile;
import org.torchgraph.export.syntax.InexpressibleException;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.server.edition.Edition;
import org.torchgraph.server.reply.Content;

/** Dumps of the newest edition, each written once to a temporary file when it is first asked for. */
public final class DumpFiles {
    /** A publication of so many statements has all its dumps written in a second or so. */
    private static final int SMALL = 20_000;

    private final Map<Format, Path> files = new EnumMap<>(Format.class);
    private final Map<Format, DumpFile> facts = new EnumMap<>(Format.class);
    private String version = "";

    synchronized Content get(Edition edition, Format format) {
        try {
            forgetOthersThan(edition);
            Path file = files.get(format);
            if (file == null) {
                file = written(edition, format);
                files.put(format, file);
            }
            return content(file);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /**
     * Those that lie ready. To know sizes and checksums, all of a small publication are written for it; of a large one
     * there are those that someone has asked for.
     */
    synchronized List<DumpFile> ready(Edition edition) {
        try {
            forgetOthersThan(edition);
            if (edition.snapshot().data().getDefaultGraph().size() <= SMALL) {
                for (Format format : Format.values()) {
                    writeIfExpressible(edition, format);
                }
            }
            for (Map.Entry<Format, Path> file : files.entrySet()) {
                if (!facts.containsKey(file.getKey())) {
                    facts.put(file.getKey(), facts(file.getKey(), file.getValue()));
                }
            }
            return List.copyOf(facts.values());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void writeIfExpressible(Edition edition, Format format) {
        try {
            get(edition, format);
        } catch (ProblemException cannotBeSaid) {
            // No such dump: it has no size.
        }
    }

    private static DumpFile facts(Format format, Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return new DumpFile(format, Files.size(file), DigestUtils.sha256Hex(content));
        }
    }

    private void forgetOthersThan(Edition edition) throws IOException {
        if (!edition.snapshot().version().equals(version)) {
            for (Path old : files.values()) {
                Files.deleteIfExists(old);
            }
            files.clear();
            facts.clear();
            version = edition.snapshot().version();
        }
    }

    private static Path written(Edition edition, Format format) throws IOException {
        Path file = Files.createTempFile("torchgraph-dump", "." + format.suffix());
        file.toFile().deleteOnExit();
        try (OutputStream out = Files.newOutputStream(file)) {
            Dumps.write(edition.snapshot(), edition.signingWriter(), format, out);
        } catch (InexpressibleException cannotBeSaid) {
            Files.delete(file);
            throw Problem.of(Problem.Kind.NOT_ACCEPTABLE, cannotBeSaid.getMessage())
                    .exception();
        }
        return file;
    }

    private static Content content(Path file) throws IOException {
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
    }
}
