package org.torchgraph.search;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * A thing that a name may mean.
 *
 * @param thing its IRI
 * @param name the name of it that comes closest, a literal
 * @param score how close it comes, from 0 to {@link #HIGHEST}
 * @param same whether the name is the same but for case, width, accents, brackets and spaces
 * @param classes its stated classes
 */
public record MatchedThing(Node thing, Node name, double score, boolean same, List<Node> classes) {
    /** The score of a name that is the same. */
    public static final double HIGHEST = 100;

    /** Returns the same match with a share of the score. */
    MatchedThing times(double share) {
        return new MatchedThing(thing, name, share * score, same, classes);
    }
}
