package org.torchgraph.dataset.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;

/**
 * A query, the values of some of its variables, and the data of which it is asked.
 *
 * @param seed that decides all of it
 */
record GeneratedCase(long seed, List<Quad> quads, QueryPart query, Map<Var, Node> bindings) {

    static GeneratedCase of(long seed) {
        Draw draw = new Draw(seed);
        GeneratedData data = GeneratedData.drawn(draw);
        QueryGenerator queries = new QueryGenerator(draw, data);
        QueryPart query = queries.query();
        List<Quad> quads = draw.chance(1) ? List.of() : data.quads();
        return new GeneratedCase(seed, quads, query, queries.bindings(query));
    }

    String text() {
        return query.written();
    }

    /** Returns the smallest case for which something still holds that holds for this one, of those tried in a time. */
    GeneratedCase smallest(Predicate<GeneratedCase> holds, long nanos) {
        long end = System.nanoTime() + nanos;
        GeneratedCase smallest = this;
        for (Optional<GeneratedCase> next = Optional.of(this); next.isPresent(); ) {
            smallest = next.get();
            next = smallest.smaller()
                    .filter(one -> System.nanoTime() < end && holds.test(one))
                    .findFirst();
        }
        return smallest;
    }

    private Stream<GeneratedCase> smaller() {
        return Stream.of(
                        query.smaller().map(part -> new GeneratedCase(seed, quads, part, bindings)),
                        bindings.keySet().stream().map(this::without),
                        Stream.iterate(Math.max(1, quads.size() / 2), size -> size > 0, size -> size / 2)
                                .flatMap(this::withLess))
                .flatMap(cases -> cases);
    }

    private GeneratedCase without(Var variable) {
        Map<Var, Node> left = new LinkedHashMap<>(bindings);
        left.remove(variable);
        return new GeneratedCase(seed, quads, query, left);
    }

    private Stream<GeneratedCase> withLess(int size) {
        return Stream.iterate(0, from -> from < quads.size(), from -> from + size)
                .map(from -> {
                    List<Quad> left = new ArrayList<>(quads.subList(0, from));
                    left.addAll(quads.subList(Math.min(from + size, quads.size()), quads.size()));
                    return new GeneratedCase(seed, left, query, bindings);
                });
    }

    @Override
    public String toString() {
        StringBuilder said = new StringBuilder("seed " + seed + "\n");
        for (Quad quad : quads) {
            Stream.of(quad.getSubject(), quad.getPredicate(), quad.getObject(), quad.getGraph())
                    .forEach(term -> said.append(NodeFmtLib.strNT(term)).append(' '));
            said.append(".\n");
        }
        bindings.forEach((variable, value) -> said.append(variable)
                .append(" is ")
                .append(NodeFmtLib.strNT(value))
                .append('\n'));
        return said.append(text()).append('\n').toString();
    }
}
