package org.torchgraph.rdf;

import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/** A Jena graph over a source of triples. Jena refuses to add to it or to delete from it. */
final class ReadOnlyGraph extends GraphBase {
    private final TripleSource source;

    ReadOnlyGraph(TripleSource source) {
        this.source = source;
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        return WrappedIterator.create(source.find(pattern.getSubject(), pattern.getPredicate(), pattern.getObject())
                .iterator());
    }

    @Override
    protected int graphBaseSize() {
        return (int) Math.min(Integer.MAX_VALUE, source.size());
    }
}
