package org.torchgraph.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.io.FileUtils;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.export.FileEdits;
import org.torchgraph.export.Format;
import org.torchgraph.export.RdfWriter;
import org.torchgraph.export.TidyTurtle;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.DataFile;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;
import org.torchgraph.publication.settings.Logo;
import org.torchgraph.rdf.digest.SortedNQuads;
import org.torchgraph.rdf.syntax.InexpressibleException;
import picocli.CommandLine.Option;

/** Writes the graphs of a store back as the files of its publication, all of them or none. */
final class FilesExport {
    private static final List<String> PARTS = List.of("data", "messages", "ontology", "queries", "site.ttl");
    private static final String GZIP = ".gz";

    @Option(
            names = "--files",
            paramLabel = "DIR",
            required = true,
            description =
                    "write the graphs of the store as the files of the publication, into its own folder or an empty one")
    private Path folder;

    @Option(names = "--remove", description = "with --files: remove files whose graphs are no longer there")
    private boolean removes;

    @Option(
            names = "--overwrite",
            description = "with --files: replace files even if they state what the store never had")
    private boolean overwrites;

    /** Writes the files, and tells which differ. */
    void write(Publication publication, Snapshot store, PrintWriter out) throws IOException {
        List<FileEdits.FileEdit> edits = FileEdits.between(publication, store);
        List<Message> refusals = edits.stream()
                .flatMap(edit -> Stream.concat(
                        edit.isKnown() || overwrites
                                ? Stream.empty()
                                : Stream.of(Message.of(
                                        Code.FILES_UNKNOWN, edit.file().file())),
                        !edit.file().quads().isEmpty() || removes
                                ? Stream.empty()
                                : Stream.of(
                                        Message.of(Code.FILES_GONE, edit.file().file()))))
                .toList();
        if (!refusals.isEmpty()) {
            refusals.forEach(refusal -> out.println(refusal.in(Language.EN)));
            throw new CommandFailedException(Code.FILES_REFUSED);
        }
        boolean own = Files.isDirectory(folder) && Files.isSameFile(folder, publication.root());
        if (!own) {
            EmptyFolder.require(folder);
        }
        boolean made = Files.notExists(folder);
        Files.createDirectories(folder);
        Path part = Files.createTempDirectory(folder, ".export-");
        try {
            if (!own) {
                for (String name : parts(publication)) {
                    Files.createDirectories(part.resolve(name).getParent());
                    copy(publication.root().resolve(name), part.resolve(name));
                }
            }
            for (FileEdits.FileEdit edit : edits) {
                Path file = part.resolve(edit.file().file());
                Files.deleteIfExists(file);
                if (!edit.file().quads().isEmpty()) {
                    Files.createDirectories(file.getParent());
                    Files.write(file, content(publication, edit));
                    requireSame(edit.file(), file);
                }
            }
            place(part, parts(publication), edits, own);
        } catch (IOException | RuntimeException failed) {
            FileUtils.deleteQuietly((made ? folder : part).toFile());
            throw failed;
        }
        FileUtils.deleteQuietly(part.toFile());
        edits.forEach(edit -> out.println(Message.of(
                        edit.file().quads().isEmpty() ? Code.FILES_REMOVED : Code.FILES_WRITTEN,
                        edit.file().file())
                .in(Language.EN)));
        out.println(Message.of(Code.FILES_DONE, edits.size()).in(Language.EN));
    }

    private static List<String> parts(Publication publication) {
        return Stream.concat(
                        PARTS.stream(),
                        publication.settings().website().logo().stream().map(Logo::file))
                .toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            FileUtils.copyDirectory(from.toFile(), to.toFile());
        } else if (Files.exists(from)) {
            Files.copy(from, to);
        }
    }

    /** Moves what is complete to where it belongs. */
    private void place(Path part, List<String> parts, List<FileEdits.FileEdit> edits, boolean own) throws IOException {
        if (!own) {
            for (String name : parts) {
                if (Files.exists(part.resolve(name))) {
                    Files.createDirectories(folder.resolve(name).getParent());
                    Files.move(part.resolve(name), folder.resolve(name));
                }
            }
            return;
        }
        for (FileEdits.FileEdit edit : edits) {
            Path file = folder.resolve(edit.file().file());
            Path target = Files.exists(file) ? file.toRealPath() : file;
            if (edit.file().quads().isEmpty()) {
                Files.delete(file);
            } else {
                Files.createDirectories(target.getParent());
                Files.move(
                        part.resolve(edit.file().file()),
                        target,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static byte[] content(Publication publication, FileEdits.FileEdit edit) throws IOException {
        DataFile file = edit.file();
        if (file.file().endsWith(".ttl")) {
            String old = edit.isNew() ? "" : Files.readString(publication.root().resolve(file.file()));
            try {
                return new TidyTurtle(publication.base(), publication.prefixes())
                        .of(old, file.quads().stream().map(Quad::asTriple).toList())
                        .getBytes(StandardCharsets.UTF_8);
            } catch (InexpressibleException cannotBeSaid) {
                throw new CommandFailedException(Code.CHECK_INEXPRESSIBLE, file.file(), cannotBeSaid.message());
            } catch (TidyTurtle.CommentInsideException lost) {
                throw new CommandFailedException(Code.CHECK_COMMENT, file.file(), lost.line());
            }
        }
        boolean compressed = file.file().endsWith(GZIP);
        String plain = compressed ? file.file().substring(0, file.file().length() - GZIP.length()) : file.file();
        Format format = Format.bySuffix(plain.substring(plain.lastIndexOf('.') + 1))
                .orElseThrow(() -> new CommandFailedException(Code.FILES_FORMAT, file.file()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = compressed ? new GZIPOutputStream(bytes) : bytes) {
            new RdfWriter(publication.prefixes()).quads(inFile(file), format, out);
        } catch (InexpressibleException cannotBeSaid) {
            throw new CommandFailedException(Code.CHECK_INEXPRESSIBLE, file.file(), cannotBeSaid.message());
        }
        return bytes.toByteArray();
    }

    /** Returns the statements as the file has them: those of its own graph in the default graph. */
    private static List<Quad> inFile(DataFile file) {
        return file.quads().stream()
                .map(quad -> quad.getGraph().equals(file.graph())
                        ? Quad.create(Quad.defaultGraphIRI, quad.asTriple())
                        : quad)
                .toList();
    }

    private static void requireSame(DataFile wanted, Path written) {
        Publication read = PublicationReader.readFile(written);
        if (!read.faults().isEmpty()
                || !SortedNQuads.lines(inFile(wanted))
                        .equals(SortedNQuads.lines(read.quads().toList()))) {
            throw new CommandFailedException(Code.CHECK_NOT_THE_SAME, wanted.file());
        }
    }
}
