package org.torchgraph.dataset.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.torchgraph.dataset.View;
import org.torchgraph.messages.Code;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryFailedException.FailureKind;
import org.torchgraph.rdf.TripleCounts;
import org.torchgraph.rdf.TripleNumbers;
import org.torchgraph.rdf.TripleSource;

/** Reads the union of graphs that are too many to be copied: some of it, as much as one pattern finds. */
final class AskedTriples implements TripleSource {
    /** The number of triples of a pattern that are read. */
    static final int MOST_TRIPLES = 200_000;

    private final EngineReads engine;
    private final Surroundings surroundings;
    private final Set<Node> graphs;
    private final View small;
    private final Set<Node> copied;
    private final EngineCounts counts;
    private final Map<Node, Long> properties;

    /** The properties of which all triples are copied. */
    private final Set<Node> known;

    private final long size;

    /**
     * @param engine has no limit of rows
     * @param graphs the names of the graphs
     * @param small those that are copied, with their blank nodes
     * @param size the number of all triples
     */
    AskedTriples(
            EngineReads engine,
            Surroundings surroundings,
            Set<Node> graphs,
            View small,
            EngineCounts counts,
            long size) {
        this.engine = engine;
        this.surroundings = surroundings;
        this.graphs = graphs;
        this.small = small;
        this.copied = Set.copyOf(small.graphNames().toList());
        this.counts = counts;
        this.properties = counts.properties();
        this.known = copied(small, properties);
        this.size = size;
    }

    private static Set<Node> copied(View small, Map<Node, Long> properties) {
        return small
                .quads(Node.ANY, Node.ANY, Node.ANY)
                .collect(Collectors.groupingBy(Quad::getPredicate, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(copies -> copies.getValue() >= properties.getOrDefault(copies.getKey(), 0L))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Returns whether the engine may have other triples than the copies, and takes the terms of the pattern. */
    private boolean isAsked(Node subject, Node property, Node object) {
        return Stream.of(subject, object).noneMatch(node -> node.isBlank() || node.isTripleTerm())
                && (!property.isConcrete() || properties.containsKey(property) && !known.contains(property));
    }

    @Override
    public Stream<Triple> find(Node subject, Node property, Node object) {
        Triple pattern = PatternQueries.pattern(subject, property, object);
        Stream<Triple> copies = small.union().find(subject, property, object);
        if (!isAsked(subject, property, object)) {
            return copies;
        }
        Stream<Quad> asked = subject.isURI()
                ? surroundings.about(subject).stream()
                        .filter(quad -> Triple.create(subject, property, object).matches(quad.asTriple()))
                : read(pattern).stream();
        return Stream.concat(
                        copies,
                        asked.filter(quad -> graphs.contains(quad.getGraph()) && !copied.contains(quad.getGraph()))
                                .map(Quad::asTriple))
                .distinct();
    }

    private List<Quad> read(Triple pattern) {
        boolean isBound =
                pattern.getSubject().isConcrete() || pattern.getObject().isConcrete();
        if (!isBound
                && (pattern.getPredicate().isVariable() || properties.get(pattern.getPredicate()) > MOST_TRIPLES)) {
            throw tooMany(size);
        }
        Query query = PatternQueries.selectIn(Var.alloc("g"), pattern);
        query.setLimit(MOST_TRIPLES + 1L);
        List<Quad> read = engine.rows(query).stream()
                .map(row -> Quad.create(row.get("g"), PatternQueries.matched(pattern, row)))
                .toList();
        if (read.size() > MOST_TRIPLES) {
            throw tooMany(size);
        }
        return read;
    }

    /** Returns the refusal of one who asks for all statements. */
    static QueryFailedException tooMany(long size) {
        return new QueryFailedException(FailureKind.OUT_OF_BUDGET, Code.ENGINE_TOO_LARGE, size);
    }

    @Override
    public boolean contains(Node subject, Node property, Node object) {
        boolean isAny = subject.equals(Node.ANY) && object.equals(Node.ANY);
        if (isAny && property.isConcrete()) {
            return properties.containsKey(property);
        }
        if (small.union().contains(subject, property, object)) {
            return true;
        }
        if (!isAsked(subject, property, object)) {
            return false;
        }
        return subject.isURI()
                ? find(subject, property, object).findAny().isPresent()
                : engine.holds(PatternQueries.in(Var.alloc("g"), PatternQueries.pattern(subject, property, object)));
    }

    @Override
    public Optional<TripleCounts> counted() {
        return Optional.of(counts);
    }

    @Override
    public boolean isReadable(Node property) {
        return properties.getOrDefault(property, 0L) <= MOST_TRIPLES;
    }

    @Override
    public void visitTerms(TermVisitor visitor) {
        counts.parts().forEach(visitor::part);
        counts.languages().forEach((tag, triples) -> visitor.language(tag, (int) Math.min(triples, Integer.MAX_VALUE)));
    }

    @Override
    public Stream<Node> properties() {
        return properties.keySet().stream();
    }

    @Override
    public Stream<Node> subjects() {
        throw tooMany(size);
    }

    @Override
    public Stream<Node> subjectsAndObjects() {
        throw tooMany(size);
    }

    @Override
    public TripleNumbers numbers() {
        throw tooMany(size);
    }

    @Override
    public long size() {
        return size;
    }
}
