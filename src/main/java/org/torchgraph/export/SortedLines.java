package org.torchgraph.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.output.DeferredFileOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.dataset.View;
import org.torchgraph.rdf.digest.CanonicalLabels;
import org.torchgraph.rdf.digest.NQuadsLine;
import org.torchgraph.rdf.digest.SortedNQuads;

/**
 * Writes a whole dataset as sorted N-Triples or N-Quads, subject by subject. Besides the store it needs memory for the
 * subjects and for the statements with blank nodes only.
 */
final class SortedLines {
    private static final int MAX_BYTES_IN_MEMORY = 1 << 20;
    private static final int BUFFER_BYTES = 1 << 16;

    /**
     * A subject with its sort key.
     *
     * @param key the start of its lines up to the predicate; no key is a prefix of another
     * @param node the subject
     */
    private record Subject(Node node, String key) {}

    private final View data;
    private final boolean graphs;
    private final Map<Node, Node> names;
    private final List<Subject> subjects;

    /**
     * Sorts the subjects of a dataset.
     *
     * @param graphs whether each line names its graph
     * @param data the dataset
     */
    SortedLines(View data, boolean graphs) {
        this.data = data;
        this.graphs = graphs;
        Set<Node> seen = new HashSet<>();
        Set<Quad> ofBlanks = new HashSet<>();
        find(Node.ANY).forEach(quad -> {
            seen.add(quad.getSubject());
            if (CanonicalLabels.blanks(quad).findAny().isPresent()) {
                ofBlanks.add(quad);
            }
        });
        this.names = CanonicalLabels.names(ofBlanks);
        this.subjects = new ArrayList<>(seen.size());
        seen.forEach(node -> subjects.add(new Subject(node, NodeFmtLib.strNT(names.getOrDefault(node, node)) + " ")));
        subjects.sort(Comparator.comparing(Subject::key));
    }

    /** Writes the header, whose digest is known only after the lines, and then the lines. */
    void write(FileHeader header, Format format, OutputStream out) throws IOException {
        DeferredFileOutputStream kept = DeferredFileOutputStream.builder()
                .setThreshold(MAX_BYTES_IN_MEMORY)
                .setPrefix("torchgraph-lines")
                .setSuffix("." + format.suffix())
                .get();
        try {
            DigestOutputStream digested = new DigestOutputStream(kept, DigestUtils.getSha256Digest());
            write(new BufferedOutputStream(digested, BUFFER_BYTES));
            kept.close();
            String head = header.text(format, () -> SortedNQuads.hex(digested.getMessageDigest()));
            out.write(head.getBytes(StandardCharsets.UTF_8));
            kept.writeTo(out);
        } finally {
            kept.close();
            if (!kept.isInMemory()) {
                Files.deleteIfExists(kept.getFile().toPath());
            }
        }
        out.flush();
    }

    /** Writes the lines without a header. */
    void write(OutputStream out) throws IOException {
        NQuadsLine line = new NQuadsLine();
        List<String> lines = new ArrayList<>();
        for (Subject subject : subjects) {
            find(subject.node()).forEach(quad -> lines.add(line.of(CanonicalLabels.named(quad, names))));
            lines.sort(Comparator.naturalOrder());
            for (String sorted : lines) {
                out.write(sorted.getBytes(StandardCharsets.UTF_8));
            }
            lines.clear();
        }
        out.flush();
    }

    private Stream<Quad> find(Node subject) {
        return Dumps.quads(data, graphs, subject);
    }
}
