package org.torchgraph.server.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.torchgraph.export.Dumps;
import org.torchgraph.export.Format;
import org.torchgraph.export.syntax.InexpressibleException;
import org.torchgraph.http.Problem;
import org.torchgraph.server.edition.Edition;
import org.torchgraph.server.reply.Content;

/** Dumps of the newest edition, each written once to a temporary file when it is first asked for. */
final class DumpFiles {
    private final Map<Format, Path> files = new EnumMap<>(Format.class);
    private String version = "";

    synchronized Content get(Edition edition, Format format) {
        try {
            if (!edition.snapshot().version().equals(version)) {
                for (Path old : files.values()) {
                    Files.deleteIfExists(old);
                }
                files.clear();
                version = edition.snapshot().version();
            }
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
