package org.torchgraph.dataset.disk;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.buffering.BufferingGraph;
import org.torchgraph.dataset.Change;

/**
 * A database with a change over it, which is in memory. It is not modified: a further change makes another overlay,
 * over this one or, if this one is not much larger, in its place. So there are few layers, and a change costs what it
 * is large, not what all of them are.
 *
 * <p>It has a graph for each name whose statements change, and one for the union, in which a triple is new or gone only
 * if no other graph has it.
 */
final class Overlay extends DatasetGraphWrapper implements DatasetGraphWrapperView {
    private final DatasetGraph below;
    private final Change change;
    private final Map<Node, Graph> changed = new HashMap<>();
    private final BufferingGraph union;

    /** Creates an overlay without changes. */
    Overlay(DatasetGraph database) {
        this(database, new Change(Set.of(), Set.of()));
    }

    private Overlay(DatasetGraph below, Change change) {
        super(below);
        this.below = below;
        this.change = change;
        this.union = new BufferingGraph(below.getDefaultGraph());
        change.removed().forEach(quad -> graph(quad.getGraph()).delete(quad.asTriple()));
        change.added().forEach(quad -> graph(quad.getGraph()).add(quad.asTriple()));
        for (Quad quad : change.removed()) {
            if (!Iter.anyMatch(
                    findNG(Node.ANY, quad.getSubject(), quad.getPredicate(), quad.getObject()), found -> true)) {
                union.delete(quad.asTriple());
            }
        }
        change.added().forEach(quad -> union.add(quad.asTriple()));
    }

    private Graph graph(Node name) {
        return changed.computeIfAbsent(name, made -> new BufferingGraph(below.getGraph(made)));
    }

    /** Returns this with one change more. */
    Overlay with(Change next) {
        DatasetGraph under = this;
        Change joined = next;
        while (under instanceof Overlay layer && layer.change.size() <= 2 * joined.size()) {
            joined = Change.together(Stream.of(layer.change, joined));
            under = layer.below;
        }
        return new Overlay(under, joined);
    }

    @Override
    public Graph getDefaultGraph() {
        return union;
    }

    @Override
    public Graph getUnionGraph() {
        return union;
    }

    @Override
    public Graph getGraph(Node name) {
        if (Quad.isDefaultGraph(name) || Quad.isUnionGraph(name)) {
            return union;
        }
        Graph graph = changed.get(name);
        return graph == null ? below.getGraph(name) : graph;
    }

    @Override
    public boolean containsGraph(Node name) {
        Graph graph = changed.get(name);
        return graph == null ? below.containsGraph(name) : !graph.isEmpty();
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return Iter.concat(
                Iter.filter(below.listGraphNodes(), name -> !changed.containsKey(name)),
                changed.keySet().stream()
                        .filter(name -> !changed.get(name).isEmpty())
                        .iterator());
    }

    @Override
    public Iterator<Quad> find(Node graph, Node subject, Node property, Node object) {
        return findNG(graph, subject, property, object);
    }

    @Override
    public Iterator<Quad> findNG(Node graph, Node subject, Node property, Node object) {
        if (graph != null && graph.isConcrete()) {
            return quads(graph, getGraph(graph).find(subject, property, object));
        }
        return Iter.concat(
                Iter.filter(
                        below.findNG(Node.ANY, subject, property, object),
                        quad -> !changed.containsKey(quad.getGraph())),
                Iter.flatMap(
                        changed.entrySet().iterator(),
                        entry -> quads(entry.getKey(), entry.getValue().find(subject, property, object))));
    }

    @Override
    public Iterator<Quad> find() {
        return findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
    }

    @Override
    public Iterator<Quad> find(Quad pattern) {
        return findNG(pattern.getGraph(), pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
    }

    @Override
    public boolean contains(Quad quad) {
        return find(quad).hasNext();
    }

    @Override
    public boolean isEmpty() {
        return union.isEmpty();
    }

    private static Iterator<Quad> quads(Node graph, Iterator<Triple> triples) {
        return Iter.map(triples, triple -> Quad.create(graph, triple));
    }

    @Override
    public boolean contains(Node graph, Node subject, Node property, Node object) {
        return findNG(graph, subject, property, object).hasNext();
    }
}
