package org.torchgraph.dataset.run;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphReadOnly;
import org.apache.jena.system.buffering.BufferingDatasetGraph;
import org.torchgraph.dataset.Change;
import org.torchgraph.messages.Code;
import org.torchgraph.query.QueryFailedException;

/**
 * A dataset in which an update or a patch works. It keeps the changes to itself; what it was made of stays as it is.
 * Its default graph is the union of the named graphs, with the changes.
 */
final class EditedData extends DatasetGraphWrapper implements DatasetGraphWrapperView {
    private final DatasetGraph data;
    private final BufferingDatasetGraph buffer;
    private final AtomicBoolean cancelled;
    private final Optional<Node> target;
    private final int most;
    private int edits;

    /**
     * Creates it without changes.
     *
     * @param target the graph that stands for the default graph; empty if that is the union, which cannot be written to
     * @param most the number of statements that may be added and removed
     */
    EditedData(DatasetGraph data, Optional<Node> target, int most, AtomicBoolean cancelled) {
        this(data, new BufferingDatasetGraph(new Untouched(data)), target, most, cancelled);
    }

    private EditedData(
            DatasetGraph data, BufferingDatasetGraph buffer, Optional<Node> target, int most, AtomicBoolean cancelled) {
        super(buffer);
        this.data = data;
        this.buffer = buffer;
        this.target = target;
        this.most = most;
        this.cancelled = cancelled;
    }

    /** Returns what was changed. */
    Change change() {
        return new Change(
                buffer.getDeletedQuads().stream().filter(data::contains).collect(Collectors.toSet()),
                buffer.getAddedQuads().stream()
                        .filter(quad -> !data.contains(quad))
                        .collect(Collectors.toSet()));
    }

    private boolean isUnchanged() {
        return buffer.getAddedQuads().isEmpty() && buffer.getDeletedQuads().isEmpty();
    }

    @Override
    public Graph getDefaultGraph() {
        return target.map(this::getGraph).orElseGet(this::getUnionGraph);
    }

    @Override
    public Graph getUnionGraph() {
        return new GraphReadOnly(isUnchanged() ? data.getDefaultGraph() : GraphView.createUnionGraph(buffer));
    }

    @Override
    public Graph getGraph(Node name) {
        if (Quad.isDefaultGraph(name)) {
            return getDefaultGraph();
        }
        return Quad.isUnionGraph(name) ? getUnionGraph() : GraphView.createNamedGraph(this, name);
    }

    /** Returns the names of all graphs that have statements; Jena's buffer lists only those that it changes. */
    @Override
    public Iterator<Node> listGraphNodes() {
        return Stream.concat(
                        Iter.asStream(data.listGraphNodes()),
                        buffer.getAddedQuads().stream().map(Quad::getGraph))
                .distinct()
                .filter(this::containsGraph)
                .toList()
                .iterator();
    }

    @Override
    public void add(Quad quad) {
        add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    }

    @Override
    public void delete(Quad quad) {
        delete(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    }

    @Override
    public void add(Node graph, Node subject, Node property, Node object) {
        count();
        super.add(named(graph), subject, property, object);
    }

    @Override
    public void delete(Node graph, Node subject, Node property, Node object) {
        count();
        super.delete(named(graph), subject, property, object);
    }

    @Override
    public void deleteAny(Node graph, Node subject, Node property, Node object) {
        super.deleteAny(named(graph), subject, property, object);
    }

    private Node named(Node graph) {
        if (graph != null && !Quad.isDefaultGraph(graph)) {
            return graph;
        }
        return target.orElseThrow(
                () -> new QueryFailedException(QueryFailedException.FailureKind.UPDATE_REFUSED, Code.GRAPH_UNION));
    }

    private void count() {
        if (cancelled.get()) {
            throw new QueryCancelledException();
        }
        edits++;
        if (edits > most) {
            throw new QueryFailedException(QueryFailedException.FailureKind.OUT_OF_BUDGET, Code.CHANGE_TOO_LARGE, most);
        }
    }

    /** The data as the buffer sees them: it takes itself to be in a transaction in which it may write. */
    private static final class Untouched extends DatasetGraphWrapper implements DatasetGraphWrapperView {

        Untouched(DatasetGraph data) {
            super(data);
        }

        @Override
        public void begin(TxnType type) {
            // The caller reads within a transaction of its own, and nothing is written.
        }

        @Override
        public boolean promote() {
            return true;
        }
    }
}
