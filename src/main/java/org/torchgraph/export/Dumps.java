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
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.rdf.syntax.InexpressibleException;

/** Writes a whole dataset version in one format. */
public final class Dumps {
    private Dumps() {}

    /**
     * Writes every triple once or, in a format with graphs, every quad. N-Triples and N-Quads are written subject by
     * subject; the other formats are sorted in memory first. The stream is flushed, not closed.
     *
     * @throws InexpressibleException before anything is written, if the format cannot express one of the statements
     */
    public static void write(Snapshot snapshot, RdfWriter writer, Format format, OutputStream out) throws IOException {
        DatasetGraph data = snapshot.data();
        if (format == Format.NTRIPLES || format == Format.NQUADS) {
            format.expressiveness().require(quads(data, format.holdsGraphs()));
            SortedLines lines = new SortedLines(data, format.holdsGraphs());
            if (writer.header().isPresent()) {
                lines.write(writer.header().get(), format, out);
            } else {
                lines.write(out);
            }
            return;
        }
        writer.quads(quads(data, format.holdsGraphs()).toList(), format, out);
    }

    private static Stream<Quad> quads(DatasetGraph data, boolean graphs) {
        return graphs
                ? all(data.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY))
                : all(data.getDefaultGraph().find()).map(triple -> Quad.create(Quad.defaultGraphIRI, triple));
    }

    private static <T> Stream<T> all(Iterator<T> iterator) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
    }
}
