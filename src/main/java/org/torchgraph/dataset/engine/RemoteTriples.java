package org.torchgraph.dataset.engine;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.Element;
import org.torchgraph.rdf.TripleNumbers;
import org.torchgraph.rdf.TripleSource;

/** Reads the union of the graphs of an engine, and keeps what was read last. */
final class RemoteTriples implements TripleSource {
    private static final long MOST_TRIPLES = 200_000;

    private final EngineReads engine;
    private final Surroundings surroundings;
    private final GraphChoice graphs;
    private final UsedProperties used;
    private final KnownNodes occurring;
    private final TripleSource whole;
    private final KeptAnswers<Triple, List<Triple>> kept = new KeptAnswers<>(Caffeine.newBuilder()
            .maximumWeight(MOST_TRIPLES)
            .weigher((Triple pattern, List<Triple> triples) -> 1 + triples.size()));

    private final KeptAnswers<Triple, Boolean> held =
            new KeptAnswers<>(Caffeine.newBuilder().maximumSize(MOST_TRIPLES));

    /**
     * @param graphs tells how a triple is looked for in all graphs
     * @param used the properties that the triples have
     * @param occurring the IRIs that the triples have
     * @param whole the same triples for one who reads all of them
     */
    RemoteTriples(
            EngineReads engine,
            Surroundings surroundings,
            GraphChoice graphs,
            UsedProperties used,
            KnownNodes occurring,
            TripleSource whole) {
        this.used = used;
        this.occurring = occurring;
        this.graphs = graphs;
        this.engine = engine;
        this.surroundings = surroundings;
        this.whole = whole;
    }

    @Override
    public Stream<Triple> find(Node subject, Node property, Node object) {
        Triple pattern = Triple.create(subject, property, object);
        if (subject.equals(Node.ANY) && property.equals(Node.ANY) && object.equals(Node.ANY)) {
            return whole.find();
        }
        if (isKnownToBeEmpty(pattern)) {
            return Stream.empty();
        }
        if (subject.isURI()) {
            return surroundings.about(subject).stream()
                    .map(Quad::asTriple)
                    .filter(triple -> triple.getSubject().equals(subject) && pattern.matches(triple))
                    .distinct();
        }
        return kept.get(pattern, this::read).stream();
    }

    /**
     * Returns whether nothing need be asked: no triple has the property, or the pattern has a blank node, which has no
     * name that holds in two requests.
     */
    private boolean isKnownToBeEmpty(Triple pattern) {
        return pattern.getPredicate().isConcrete() && !used.all().contains(pattern.getPredicate())
                || Stream.of(pattern.getSubject(), pattern.getObject())
                        .anyMatch(node -> node.isBlank() || node.isTripleTerm());
    }

    private List<Triple> read(Triple asked) {
        Triple pattern = PatternQueries.pattern(asked.getSubject(), asked.getPredicate(), asked.getObject());
        return engine.rows(PatternQueries.select(true, anywhere(pattern), PatternQueries.variables(pattern))).stream()
                .map(row -> PatternQueries.matched(pattern, row))
                .toList();
    }

    private Element anywhere(Triple pattern) {
        return graphs.anywhere(Var.alloc("g"), pattern);
    }

    @Override
    public boolean contains(Node subject, Node property, Node object) {
        Triple pattern = Triple.create(subject, property, object);
        if (isKnownToBeEmpty(pattern)) {
            return false;
        }
        if (property.equals(Node.ANY) && object.equals(Node.ANY) && subject.isURI()) {
            return occurring.isSubject(subject);
        }
        if (property.equals(Node.ANY) && subject.equals(Node.ANY) && object.isURI()) {
            return occurring.isObject(object);
        }
        if (subject.isURI()) {
            return find(subject, property, object).findAny().isPresent();
        }
        return kept.known(pattern)
                .map(known -> !known.isEmpty())
                .orElseGet(() -> held.get(
                        pattern, asked -> engine.holds(anywhere(PatternQueries.pattern(subject, property, object)))));
    }

    @Override
    public long size() {
        return whole.size();
    }

    @Override
    public TripleNumbers numbers() {
        return whole.numbers();
    }

    @Override
    public Stream<Node> subjects() {
        return whole.subjects();
    }

    @Override
    public Stream<Node> properties() {
        return whole.properties();
    }

    @Override
    public Stream<Node> subjectsAndObjects() {
        return whole.subjectsAndObjects();
    }
}
