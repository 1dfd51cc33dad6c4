package org.torchgraph.dataset.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;

/** Asks the engine about an IRI, and keeps what it has answered last; subjects outside of the base are all known. */
final class AskedNodes implements KnownNodes {
    private static final long MOST_KEPT = 200_000;

    private final String base;
    private final EngineReads engine;
    private final Set<Node> outside;
    private final Cache<Node, Boolean> subjects = cache();
    private final Cache<Node, Boolean> objects = cache();

    AskedNodes(String base, EngineCounts counts, EngineReads engine) {
        this.base = base;
        this.engine = engine;
        this.outside = counts.marked()
                .filter(subject -> !subject.getURI().startsWith(base))
                .collect(Collectors.toSet());
    }

    private static Cache<Node, Boolean> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public boolean isSubject(Node iri) {
        return iri.getURI().startsWith(base) ? subjects.get(iri, one -> holds(one, Node.ANY)) : outside.contains(iri);
    }

    @Override
    public boolean isObject(Node iri) {
        return objects.get(iri, one -> holds(Node.ANY, one));
    }

    private boolean holds(Node subject, Node object) {
        return engine.holds(PatternQueries.in(Var.alloc("g"), PatternQueries.pattern(subject, Node.ANY, object)));
    }
}
