package org.torchgraph.dataset.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.dataset.Reach;
import org.torchgraph.dataset.View;
import org.torchgraph.dataset.run.GraphsSnapshot;
import org.torchgraph.rdf.TripleNumbers;
import org.torchgraph.rdf.TripleSource;

/** A copy of all statements in memory, which is read again when nobody has used it for a while. */
final class WholeCopy implements AllStatements {
    private static final Duration UNUSED = Duration.ofSeconds(20);

    private final Supplier<GraphsSnapshot> read;
    private final Cache<Class<?>, GraphsSnapshot> kept;

    WholeCopy(Supplier<GraphsSnapshot> read, GraphsSnapshot first) {
        this.read = read;
        this.kept = Caffeine.newBuilder()
                .expireAfterAccess(UNUSED)
                .scheduler(Scheduler.systemScheduler())
                .build();
        kept.put(View.class, first);
    }

    private GraphsSnapshot copy() {
        return kept.get(View.class, none -> read.get());
    }

    @Override
    public DatasetGraph graphs() {
        return copy().data().graphs();
    }

    @Override
    public TripleSource union() {
        return new CopiedTriples(() -> copy().union());
    }

    @Override
    public Optional<TripleSource> graph(Node name) {
        return copy().graph(name)
                .map(held -> new CopiedTriples(() -> copy().graph(name).orElseThrow()));
    }

    @Override
    public Stream<Node> graphNames() {
        return copy().graphNames();
    }

    @Override
    public Stream<Quad> quads(Node subject, Node property, Node object) {
        return copy().quads(subject, property, object);
    }

    @Override
    public View around(Collection<Node> nodes, Reach reach) {
        return this;
    }

    /** Triples that do not keep the copy. */
    private record CopiedTriples(Supplier<TripleSource> copied) implements TripleSource {

        @Override
        public Stream<Triple> find(Node subject, Node property, Node object) {
            return copied.get().find(subject, property, object);
        }

        @Override
        public boolean contains(Node subject, Node property, Node object) {
            return copied.get().contains(subject, property, object);
        }

        @Override
        public TripleNumbers numbers() {
            return copied.get().numbers();
        }

        @Override
        public Stream<Node> subjects() {
            return copied.get().subjects();
        }

        @Override
        public Stream<Node> properties() {
            return copied.get().properties();
        }

        @Override
        public Stream<Node> subjectsAndObjects() {
            return copied.get().subjectsAndObjects();
        }

        @Override
        public long size() {
            return copied.get().size();
        }
    }
}
