package org.torchgraph.dataset.run;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.RDFPatch;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.update.UpdateRequest;
import org.torchgraph.dataset.Change;
import org.torchgraph.dataset.History;
import org.torchgraph.dataset.Reach;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.View;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReader;
import org.torchgraph.rdf.TripleSource;

/** A version whose graphs are read in this process. Nothing writes to them once it is made. */
public record GraphsSnapshot(QueryExecutor executor, QueriedData data, String version, Instant since, History history)
        implements Snapshot {

    /** Returns the same version under another identifier. */
    public GraphsSnapshot at(String otherVersion) {
        return new GraphsSnapshot(executor, data, otherVersion, since, history);
    }

    /**
     * Works out what an update would change; this version stays as it is.
     *
     * @param target the graph that stands for the default graph; empty if that is the union, which cannot be written to
     * @throws org.torchgraph.query.QueryFailedException if it has no answer in time or changes too much
     */
    public Change changedBy(UpdateRequest update, Optional<Node> target) {
        return executor.changes(graphs(), update, target);
    }

    /**
     * Works out what an RDF Patch would change; this version stays as it is. Its prefixes and headers change nothing,
     * nor does a transaction that it takes back.
     *
     * @param target the graph of statements for which it names none; empty if it has to name one
     * @throws org.torchgraph.query.QueryFailedException if it changes too much
     */
    public Change changedBy(RDFPatch patch, Optional<Node> target) {
        return Txn.calculateRead(graphs(), () -> {
            EditedData edited = new EditedData(graphs(), target, limits().answerRows(), new AtomicBoolean());
            PatchedData patched = new PatchedData(edited);
            patch.apply(patched);
            patched.txnCommit();
            return edited.change();
        });
    }

    private DatasetGraph graphs() {
        return data.graphs();
    }

    @Override
    public TripleSource union() {
        return TripleSource.of(graphs().getDefaultGraph());
    }

    @Override
    public Optional<TripleSource> graph(Node name) {
        return graphs().containsGraph(name) ? Optional.of(TripleSource.of(graphs().getGraph(name))) : Optional.empty();
    }

    @Override
    public Stream<Node> graphNames() {
        return Iter.asStream(graphs().listGraphNodes());
    }

    @Override
    public Stream<Quad> quads(Node subject, Node property, Node object) {
        return Iter.asStream(graphs().findNG(Node.ANY, subject, property, object));
    }

    @Override
    public View around(Collection<Node> nodes, Reach reach) {
        return this;
    }

    @Override
    public Limits limits() {
        return executor.limits();
    }

    @Override
    public <T> T query(QueryRequest request, ResultReader<T> reader, Deadline deadline) {
        return executor.over(data).query(request, reader, deadline);
    }

    @Override
    public Snapshot with(Node name, TripleSource graph) {
        DatasetGraph more = new AddedGraphs(graphs(), Map.of(name, graph::asGraph));
        return new GraphsSnapshot(executor, new QueriedData(more, data.description()), version, since, history);
    }

    @Override
    public Snapshot describedBy(Node name, Set<String> vocabularies, Supplier<TripleSource> description) {
        DescriptionGraph graph = new DescriptionGraph(name, vocabularies, graphs().getDefaultGraph(), () -> description
                .get()
                .asGraph());
        return new GraphsSnapshot(executor, new QueriedData(graphs(), Optional.of(graph)), version, since, history);
    }
}
