package org.torchgraph.dataset.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.torchgraph.dataset.StoreNameSearch;
import org.torchgraph.dataset.run.QueryExecutor;
import org.torchgraph.rdf.TripleSource;

/**
 * What an engine has at a version.
 *
 * @param engine is asked by clients
 * @param reads is asked by pages
 * @param executor evaluates here what the engine cannot be asked
 * @param choice the graphs that the engine is asked of
 * @param graphs their names
 * @param endsTriples whether the engine ends an answer of triples without saying so
 * @param triples the number of triples of their union
 * @param names finds out whether the engine searches the values of some properties itself
 */
record EngineContent(
        EngineConnection engine,
        EngineReads reads,
        QueryExecutor executor,
        GraphChoice choice,
        Set<Node> graphs,
        boolean endsTriples,
        String version,
        Instant since,
        long triples,
        AllStatements whole,
        Surroundings surroundings,
        ManyLinks links,
        TripleSource union,
        Function<Set<Node>, Optional<StoreNameSearch>> names) {

    Optional<TripleSource> graph(Node name) {
        return graphs.contains(name)
                ? Optional.of(
                        new RemoteGraph(reads, name, () -> whole.graph(name).orElseThrow()))
                : Optional.empty();
    }

    Stream<Quad> quads(Node subject, Node property, Node object) {
        Triple pattern = PatternQueries.pattern(subject, property, object);
        if (subject.isBlank() || object.isBlank()) {
            return Stream.empty();
        }
        if (PatternQueries.variables(pattern).length == 3) {
            return whole.quads(subject, property, object);
        }
        return quads(reads, graphs, pattern);
    }

    /**
     * Reads what matches a pattern.
     *
     * @param pattern with variables for what may be anything
     */
    static Stream<Quad> quads(EngineReads reads, Set<Node> graphs, Triple pattern) {
        return reads.rows(PatternQueries.selectIn(Var.alloc("g"), pattern)).stream()
                .filter(row -> graphs.contains(row.get("g")))
                .map(row -> Quad.create(row.get("g"), PatternQueries.matched(pattern, row)));
    }
}
