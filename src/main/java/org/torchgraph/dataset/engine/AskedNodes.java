package org.torchgraph.dataset.engine;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;

/**
 * Asks the engine about an IRI that nothing was read of, and keeps what it has answered last; subjects outside of the
 * base are all known.
 */
final class AskedNodes implements KnownNodes {
    private static final long MOST_KEPT = 200_000;

    private final String base;
    private final EngineReads engine;
    private final Set<Node> outside;
    private final KeptAnswers<Node, Boolean> subjects = answers();
    private final KeptAnswers<Node, Boolean> objects = answers();

    AskedNodes(String base, EngineCounts counts, EngineReads engine) {
        this.base = base;
        this.engine = engine;
        this.outside = counts.marked()
                .filter(subject -> !subject.getURI().startsWith(base))
                .collect(Collectors.toSet());
    }

    private static KeptAnswers<Node, Boolean> answers() {
        return new KeptAnswers<>(Caffeine.newBuilder().maximumSize(MOST_KEPT));
    }

    @Override
    public boolean isSubject(Node iri) {
        return iri.getURI().startsWith(base) ? subjects.get(iri, one -> holds(one, Node.ANY)) : outside.contains(iri);
    }

    @Override
    public boolean isObject(Node iri) {
        return objects.get(iri, one -> holds(Node.ANY, one));
    }

    /** Learns of a subject, which the engine need not be asked for then. */
    void tell(Node subject) {
        if (subject.isURI()) {
            subjects.tell(subject, true);
        }
    }

    private boolean holds(Node subject, Node object) {
        return engine.holds(PatternQueries.in(Var.alloc("g"), PatternQueries.pattern(subject, Node.ANY, object)));
    }
}
