package org.torchgraph.dataset.engine;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.dataset.PagedLinks;
import org.torchgraph.dataset.Reach;
import org.torchgraph.dataset.View;
import org.torchgraph.rdf.TripleSource;

/**
 * What was read of some things, without all of the links to those that have many.
 *
 * @param many the things that have
 * @param links asks for a page of them
 */
record PagedView(View read, Set<Node> many, ManyLinks links) implements View {
    @Override
    public Optional<PagedLinks> manyLinks(Node object) {
        return many.contains(object)
                ? Optional.of((without, from, most) -> links.page(object, without, from, most))
                : Optional.empty();
    }

    @Override
    public TripleSource union() {
        return read.union();
    }

    @Override
    public Optional<TripleSource> graph(Node name) {
        return read.graph(name);
    }

    @Override
    public Stream<Node> graphNames() {
        return read.graphNames();
    }

    @Override
    public Stream<Quad> quads(Node subject, Node property, Node object) {
        return read.quads(subject, property, object);
    }

    @Override
    public View around(Collection<Node> nodes, Reach reach) {
        return read.around(nodes, reach);
    }
}
