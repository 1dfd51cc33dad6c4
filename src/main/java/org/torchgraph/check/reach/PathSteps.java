package org.torchgraph.check.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_OneOrMoreN;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMoreN;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;

/**
 * The triples along a property path.
 *
 * @param forward the properties that it follows
 * @param backward those that it follows against their direction
 * @param single whether it follows one triple only
 */
record PathSteps(List<Node> forward, List<Node> backward, boolean single) {

    /** Returns the steps; empty if they are not known. */
    static Optional<PathSteps> of(Path path) {
        PathSteps steps = new PathSteps(new ArrayList<>(), new ArrayList<>(), isSingle(path));
        return steps.add(path, false) ? Optional.of(steps) : Optional.empty();
    }

    private static boolean isSingle(Path path) {
        return switch (path) {
            case P_Link link -> true;
            case P_Inverse inverse -> isSingle(inverse.getSubPath());
            case P_ZeroOrOne some -> isSingle(some.getSubPath());
            case P_Alt either -> isSingle(either.getLeft()) && isSingle(either.getRight());
            default -> false;
        };
    }

    private boolean add(Path path, boolean inverse) {
        return switch (path) {
            case P_Link link -> (inverse ? backward : forward).add(link.getNode());
            case P_Inverse against -> add(against.getSubPath(), !inverse);
            case P_Alt either -> add(either.getLeft(), inverse) && add(either.getRight(), inverse);
            case P_Seq steps -> add(steps.getLeft(), inverse) && add(steps.getRight(), inverse);
            case P_ZeroOrOne some -> add(some.getSubPath(), inverse);
            case P_ZeroOrMore1 some -> add(some.getSubPath(), inverse);
            case P_ZeroOrMoreN some -> add(some.getSubPath(), inverse);
            case P_OneOrMore1 some -> add(some.getSubPath(), inverse);
            case P_OneOrMoreN some -> add(some.getSubPath(), inverse);
            default -> false;
        };
    }
}
