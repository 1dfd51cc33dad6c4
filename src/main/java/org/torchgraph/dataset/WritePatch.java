package org.torchgraph.dataset;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.PatchHeader;
import org.apache.jena.rdfpatch.RDFPatch;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.rdfpatch.text.RDFChangesWriterText;
import org.apache.jena.sparql.core.Quad;

/**
 * Reads and writes an accepted write as an RDF Patch with writer, time, note and version in its header, and the number
 * of the write that it undoes.
 *
 * @see <a href="https://jena.apache.org/documentation/rdf-patch/">RDF Patch</a>
 */
public final class WritePatch {
    /** The media type. */
    public static final String TYPE = "application/rdf-patch";

    private static final String UNDOES = "undoes";

    private WritePatch() {}

    /**
     * Reads a write.
     *
     * @param number its number in the history
     * @throws RuntimeException if it is no whole write
     */
    public static WriteRecord read(int number, InputStream in) {
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
                number,
                new WriteOrigin(
                        text(header, "writer"),
                        text(header, "note"),
                        header.get(UNDOES) == null
                                ? OptionalInt.empty()
                                : OptionalInt.of(Integer.parseInt(text(header, UNDOES)))),
                Instant.parse(text(header, "time")),
                text(header, "version"),
                new Change(removed, added));
    }

    private static String text(PatchHeader header, String field) {
        return header.get(field).getLiteralLexicalForm();
    }

    /** Writes a write; equal writes have equal bytes. The stream is flushed, not closed. */
    public static void write(WriteRecord write, OutputStream out) {
        RDFChangesWriterText patch = RDFPatchOps.textWriter(out);
        patch.start();
        header(patch, "writer", write.origin().writer());
        header(patch, "time", write.time().toString());
        header(patch, "note", write.origin().note());
        header(patch, "version", write.version());
        write.origin().undoes().ifPresent(number -> header(patch, UNDOES, Integer.toString(number)));
        patch.txnBegin();
        Change.sorted(write.change().removed())
                .forEach(quad ->
                        patch.delete(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()));
        Change.sorted(write.change().added())
                .forEach(quad -> patch.add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()));
        patch.txnCommit();
        patch.finish();
    }

    /**
     * Writes a patch of a version. All of them, one after the other, make it.
     *
     * @param number that of a write; 0 stands for what the store was filled with
     */
    public static void write(Snapshot now, int number, OutputStream out) {
        if (number == 0) {
            first(now, out);
        } else {
            write(now.history().numbered(number).orElseThrow(), out);
        }
    }

    private static void first(Snapshot now, OutputStream out) {
        RDFChangesWriterText patch = RDFPatchOps.textWriter(out);
        patch.start();
        header(patch, "writer", "");
        header(patch, "time", now.history().since().toString());
        header(patch, "note", "");
        header(patch, "version", now.history().filled());
        patch.txnBegin();
        now.history()
                .before(now)
                .forEach(quad -> patch.add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()));
        patch.txnCommit();
        patch.finish();
    }

    private static void header(RDFChangesWriterText patch, String field, String value) {
        patch.header(field, NodeFactory.createLiteralString(value));
    }
}
