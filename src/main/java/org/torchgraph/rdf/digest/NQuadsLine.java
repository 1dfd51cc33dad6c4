package org.torchgraph.rdf.digest;

import java.io.StringWriter;
import java.util.List;
import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.atlas.io.Writer2;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFormatter;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.sparql.core.Quad;

/** Formats statements as lines of N-Quads, one after the other. Instances are not safe for several threads. */
public final class NQuadsLine {
    private static final NodeFormatter TERMS = new NodeFormatterNT();

    private final StringWriter line = new StringWriter();
    /** Buffered, because terms are written one character at a time. */
    private final AWriter out = Writer2.wrap(line);

    /** Returns the line of a statement with its line feed; for the default graph it is N-Triples. */
    public String of(Quad quad) {
        line.getBuffer().setLength(0);
        for (Node term : List.of(quad.getSubject(), quad.getPredicate(), quad.getObject(), quad.getGraph())) {
            if (!Quad.isDefaultGraph(term)) {
                TERMS.format(out, term);
                out.print(' ');
            }
        }
        out.print(".\n");
        out.flush();
        return line.toString();
    }
}
