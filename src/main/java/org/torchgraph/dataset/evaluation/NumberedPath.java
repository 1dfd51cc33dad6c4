package org.torchgraph.dataset.evaluation;

import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.torchgraph.dataset.numbered.Matches;
import org.torchgraph.dataset.numbered.NumberedGraph;

/** The terms that a path leads to from a term, each once. */
final class NumberedPath {
    private final Evaluation evaluation;
    private final NumberedGraph graph;

    NumberedPath(Evaluation evaluation, NumberedGraph graph) {
        this.evaluation = evaluation;
        this.graph = graph;
    }

    /** Returns whether paths of this kind are known here. */
    static boolean isKnown(Path path) {
        return switch (path) {
            case P_Link link -> true;
            case P_Inverse inverse -> isKnown(inverse.getSubPath());
            case P_OneOrMore1 more -> isKnown(more.getSubPath());
            case P_ZeroOrMore1 more -> isKnown(more.getSubPath());
            case P_ZeroOrOne one -> isKnown(one.getSubPath());
            case P_Seq sequence -> isKnown(sequence.getLeft()) && isKnown(sequence.getRight());
            case P_Alt either -> isKnown(either.getLeft()) && isKnown(either.getRight());
            default -> false;
        };
    }

    /** Terms, each once, in the order in which they were found. */
    static final class ReachedTerms {
        private final NumberRows rows;
        private final int[] row = new int[1];

        ReachedTerms(Evaluation evaluation) {
            rows = new NumberRows(evaluation, 1);
        }

        void add(int number) {
            row[0] = number;
            rows.addNew(row);
        }

        int size() {
            return rows.count();
        }

        int get(int index) {
            return rows.cell(index, 0);
        }
    }

    /**
     * Adds all terms to which a path leads.
     *
     * @param forward whether the path is followed from its beginning, or back from its end
     */
    void follow(Path path, int from, boolean forward, ReachedTerms found) {
        evaluation.step();
        switch (path) {
            case P_Link link -> step(evaluation.terms().number(link.getNode()), from, forward, found);
            case P_Inverse inverse -> follow(inverse.getSubPath(), from, !forward, found);
            case P_OneOrMore1 more -> {
                ReachedTerms next = new ReachedTerms(evaluation);
                follow(more.getSubPath(), from, forward, next);
                closure(more.getSubPath(), next, forward);
                addAll(next, found);
            }
            case P_ZeroOrMore1 more -> {
                ReachedTerms next = new ReachedTerms(evaluation);
                next.add(from);
                closure(more.getSubPath(), next, forward);
                addAll(next, found);
            }
            case P_ZeroOrOne one -> {
                found.add(from);
                follow(one.getSubPath(), from, forward, found);
            }
            case P_Seq sequence -> {
                ReachedTerms middle = new ReachedTerms(evaluation);
                follow(forward ? sequence.getLeft() : sequence.getRight(), from, forward, middle);
                Path rest = forward ? sequence.getRight() : sequence.getLeft();
                for (int i = 0; i < middle.size(); i++) {
                    follow(rest, middle.get(i), forward, found);
                }
            }
            case P_Alt either -> {
                follow(either.getLeft(), from, forward, found);
                follow(either.getRight(), from, forward, found);
            }
            default -> throw new NotPlannedException();
        }
    }

    private void closure(Path path, ReachedTerms found, boolean forward) {
        for (int i = 0; i < found.size(); i++) {
            follow(path, found.get(i), forward, found);
        }
    }

    private static void addAll(ReachedTerms some, ReachedTerms found) {
        for (int i = 0; i < some.size(); i++) {
            found.add(some.get(i));
        }
    }

    private void step(int property, int from, boolean forward, ReachedTerms found) {
        if (property < 0) {
            return;
        }
        Matches matches = graph.matches();
        graph.match(matches, forward ? from : NumberedGraph.ANY, property, forward ? NumberedGraph.ANY : from);
        while (matches.next()) {
            evaluation.step();
            found.add(forward ? matches.object : matches.subject);
        }
    }
}
