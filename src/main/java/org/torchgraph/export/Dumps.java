package org.torchgraph.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.torchgraph.export.syntax.InexpressibleException;
import org.torchgraph.store.Snapshot;

/** The whole of a dataset version, in one format. */
public final class Dumps {
    private Dumps() {}

    /**
     * Writes every triple once, or where the format holds graphs, every named graph. Lines are written a subject at a
     * time; the other formats hold all in memory while it is sorted. The stream is flushed, not closed.
     *
     * @throws InexpressibleException before anything is written, when the format has no way to say it
     */
    public static void write(Snapshot snapshot, RdfWriter writer, Format format, OutputStream out) throws IOException {
        DatasetGraph data = snapshot.data();
        if (format == Format.NTRIPLES || format == Format.NQUADS) {
            SortedLines lines = new SortedLines(data, format.holdsGraphs());
            if (writer.colophon().isPresent()) {
                lines.write(writer.colophon().get(), format, out);
            } else {
                lines.write(out);
            }
            return;
        }
        if (format.holdsGraphs()) {
            writer.quads(
                    all(data.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)).toList(), format, out);
        } else {
            writer.triples(all(data.getDefaultGraph().find()).toList(), format, out);
        }
    }

    private static <T> Stream<T> all(Iterator<T> iterator) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
    }
}
