package org.torchgraph.publication;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * An RDF file that has been parsed.
 *
 * @param file the path relative to the publication's folder, with {@code /}
 * @param digest the SHA-256 digest of its text in hexadecimal digits, or an empty text
 * @param graph the name of the graph of its triples; quads of a quad file keep their own
 * @param quads its statements in the order of the file, each in a named graph, without invalid ones; empty if the
 *     syntax is broken
 */
public record DataFile(String file, String digest, Node graph, List<Quad> quads) {

    /** Creates the content of a file whose text is not known. */
    public DataFile(String file, Node graph, List<Quad> quads) {
        this(file, "", graph, quads);
    }
}
