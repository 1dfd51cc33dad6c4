package org.torchgraph.dataset;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** The triples that have a certain object, where they are too many to be read at once. */
public interface PagedLinks {
    /**
     * The number of statements of a graph up to which its things are read at once, if there are too many statements to
     * be read; those of a larger one are paged as if they had a link to it.
     */
    long MOST_OF_GRAPH = 10_000;

    /**
     * Returns some of the triples, by their properties and subjects.
     *
     * @param without subjects whose triples are left out and not counted
     * @param from the number of triples before the first one
     * @param most the number of triples
     */
    LinkPage page(Set<Node> without, long from, int most);

    /**
     * Some of the triples.
     *
     * @param total the number of all of them
     * @param statements those that were asked for, one for each graph that holds it
     */
    record LinkPage(long total, List<Quad> statements) {
        public LinkPage {
            statements = List.copyOf(statements);
        }
    }
}
