package org.torchgraph.dataset.engine;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.dataset.Reach;
import org.torchgraph.dataset.View;
import org.torchgraph.rdf.TripleSource;

/**
 * The statements of an engine that has too many to be copied: those that a read finds are asked for, and who reads all
 * is refused.
 *
 * @param union their union
 * @param sizes the number of statements of each graph
 * @param small the graphs that are copied
 * @param pattern reads what matches a pattern, graph by graph
 * @param reader copies a graph
 * @param parts copies the statements with some properties
 */
record AskedGraphs(
        AskedTriples union,
        Map<Node, Long> sizes,
        View small,
        Function<Triple, Stream<Quad>> pattern,
        Function<Node, TripleSource> reader,
        Function<Set<Node>, View> parts)
        implements AllStatements {

    @Override
    public DatasetGraph graphs() {
        throw AskedTriples.tooMany(union.size());
    }

    @Override
    public Optional<TripleSource> graph(Node name) {
        return small.graph(name).or(() -> Optional.ofNullable(sizes.get(name))
                .map(size -> new AskedGraph(size, () -> copied(name, size))));
    }

    @Override
    public Stream<Node> graphNames() {
        return sizes.keySet().stream();
    }

    @Override
    public Stream<Quad> quads(Node subject, Node property, Node object) {
        if (Stream.of(subject, property, object).noneMatch(Node::isConcrete)) {
            throw AskedTriples.tooMany(union.size());
        }
        return pattern.apply(PatternQueries.pattern(subject, property, object));
    }

    @Override
    public View around(Collection<Node> nodes, Reach reach) {
        return this;
    }

    @Override
    public View withProperties(Set<Node> properties) {
        return parts.apply(properties);
    }

    private TripleSource copied(Node name, long size) {
        if (size > AskedTriples.MOST_TRIPLES) {
            throw AskedTriples.tooMany(size);
        }
        return reader.apply(name);
    }

    /** A graph that is copied when somebody reads it. */
    private record AskedGraph(long size, Supplier<TripleSource> copy) implements TripleSource {
        @Override
        public Stream<Triple> find(Node subject, Node property, Node object) {
            return copy.get().find(subject, property, object);
        }
    }
}
