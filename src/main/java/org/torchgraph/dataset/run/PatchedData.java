package org.torchgraph.dataset.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.sparql.core.Quad;

/** Applies a patch to a dataset, each of its transactions when it is committed. */
final class PatchedData extends RDFChangesBase {
    private final EditedData data;
    private final List<Runnable> open = new ArrayList<>();

    PatchedData(EditedData data) {
        this.data = data;
    }

    @Override
    public void add(Node graph, Node subject, Node property, Node object) {
        open.add(() -> data.add(named(graph), subject, property, object));
    }

    @Override
    public void delete(Node graph, Node subject, Node property, Node object) {
        open.add(() -> data.delete(named(graph), subject, property, object));
    }

    private static Node named(Node graph) {
        return Optional.ofNullable(graph).orElse(Quad.defaultGraphIRI);
    }

    @Override
    public void txnCommit() {
        open.forEach(Runnable::run);
        open.clear();
    }

    @Override
    public void txnAbort() {
        open.clear();
    }
}
