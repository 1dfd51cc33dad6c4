package org.torchgraph.dataset.engine;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.rdf.TripleSource;

/**
 * Reads one graph of an engine.
 *
 * @param whole the same graph for one who reads all of it
 */
record RemoteGraph(EngineReads engine, Node name, Supplier<TripleSource> whole) implements TripleSource {

    @Override
    public Stream<Triple> find(Node subject, Node property, Node object) {
        if (subject.isBlank() || object.isBlank()) {
            return Stream.empty();
        }
        Triple pattern = PatternQueries.pattern(subject, property, object);
        if (pattern.isConcrete()) {
            return engine.holds(PatternQueries.in(name, pattern)) ? Stream.of(pattern) : Stream.empty();
        }
        if (PatternQueries.variables(pattern).length == 3) {
            return whole.get().find();
        }
        return engine.rows(PatternQueries.selectIn(name, pattern)).stream()
                .map(row -> PatternQueries.matched(pattern, row));
    }

    @Override
    public long size() {
        return whole.get().size();
    }
}
