package org.torchgraph.dataset.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.PatchHeader;
import org.apache.jena.rdfpatch.RDFPatch;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.rdfpatch.text.RDFChangesWriterText;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.dataset.Change;
import org.torchgraph.dataset.WriteRecord;
import org.torchgraph.messages.Code;

/**
 * The accepted writes of a store: a file each, an RDF Patch with writer, time, note and version in its header.
 *
 * @see <a href="https://jena.apache.org/documentation/rdf-patch/">RDF Patch</a>
 */
record HistoryFolder(Path folder) {
    private static final String SUFFIX = ".rdfp";
    private static final String UNFINISHED = ".part";

    /**
     * Returns all writes in order.
     *
     * @throws StoreException if one cannot be read or is missing
     */
    List<WriteRecord> read() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<WriteRecord> writes = files.filter(file -> file.toString().endsWith(SUFFIX))
                    .map(this::read)
                    .sorted(Comparator.comparing(WriteRecord::number))
                    .toList();
            for (int at = 0; at < writes.size(); at++) {
                if (writes.get(at).number() != at + 1) {
                    throw new StoreException(
                            null, Code.STORE_DAMAGED, folder, file(at + 1).getFileName());
                }
            }
            return writes;
        } catch (IOException unreadable) {
            throw new StoreException(unreadable, Code.STORE_DAMAGED, folder, unreadable);
        }
    }

    private WriteRecord read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            RDFPatch patch = RDFPatchOps.read(in);
            Set<Quad> removed = new HashSet<>();
            Set<Quad> added = new HashSet<>();
            patch.apply(new RDFChangesBase() {
                @Override
                public void add(Node graph, Node subject, Node property, Node object) {
                    added.add(Quad.create(graph, subject, property, object));
                }

                @Override
                public void delete(Node graph, Node subject, Node property, Node object) {
                    removed.add(Quad.create(graph, subject, property, object));
                }
            });
            PatchHeader header = patch.header();
            return new WriteRecord(
                    Integer.parseInt(
                            StringUtils.substringBefore(file.getFileName().toString(), ".")),
                    text(header, "writer"),
                    Instant.parse(text(header, "time")),
                    text(header, "note"),
                    text(header, "version"),
                    new Change(removed, added));
        } catch (IOException | RuntimeException broken) {
            throw new StoreException(broken, Code.STORE_DAMAGED, folder, file.getFileName());
        }
    }

    private static String text(PatchHeader header, String field) {
        return header.get(field).getLiteralLexicalForm();
    }

    private Path file(int number) {
        return folder.resolve(String.format("%08d", number) + SUFFIX);
    }

    /** Writes a record; it is on disk when this returns, and no part of it is there otherwise. */
    void append(WriteRecord write) throws IOException {
        Files.createDirectories(folder);
        DurableFile.write(file(write.number()), folder.resolve("next" + UNFINISHED), out -> write(write, out));
    }

    private static void write(WriteRecord write, OutputStream out) {
        RDFChangesWriterText patch = RDFPatchOps.textWriter(out);
        patch.start();
        patch.header("writer", NodeFactory.createLiteralString(write.writer()));
        patch.header("time", NodeFactory.createLiteralString(write.time().toString()));
        patch.header("note", NodeFactory.createLiteralString(write.note()));
        patch.header("version", NodeFactory.createLiteralString(write.version()));
        patch.txnBegin();
        Change change = write.change();
        change.removed()
                .forEach(quad ->
                        patch.delete(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()));
        change.added()
                .forEach(quad -> patch.add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()));
        patch.txnCommit();
        patch.finish();
    }
}
