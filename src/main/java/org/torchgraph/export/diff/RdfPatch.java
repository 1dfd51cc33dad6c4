package org.torchgraph.export.diff;

import java.io.OutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.rdfpatch.text.RDFChangesWriterText;
import org.apache.jena.sparql.core.Quad;

/**
 * Writes a difference as RDF Patch, in one transaction, deletions first.
 *
 * @see <a href="https://jena.apache.org/documentation/rdf-patch/">RDF Patch</a>
 */
public final class RdfPatch {
    private RdfPatch() {}

    /** Writes the patch in UTF-8. The stream is flushed, not closed. */
    public static void write(Difference difference, OutputStream out) {
        RDFChangesWriterText patch = RDFPatchOps.textWriter(out);
        patch.start();
        patch.txnBegin();
        difference
                .removed()
                .forEach(quad -> patch.delete(graph(quad), quad.getSubject(), quad.getPredicate(), quad.getObject()));
        difference
                .added()
                .forEach(quad -> patch.add(graph(quad), quad.getSubject(), quad.getPredicate(), quad.getObject()));
        patch.txnCommit();
        patch.finish();
    }

    /** Returns the graph of a patch row, null for the default graph. */
    private static Node graph(Quad quad) {
        return quad.isDefaultGraph() ? null : quad.getGraph();
    }
}
