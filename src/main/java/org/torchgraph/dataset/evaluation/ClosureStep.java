package org.torchgraph.dataset.evaluation;

import org.apache.jena.sparql.path.Path;
import org.torchgraph.dataset.numbered.Matches;
import org.torchgraph.dataset.numbered.NumberedGraph;

/** The pairs of terms between which a path leads, each once. */
final class ClosureStep implements PlanStep {
    private final RowFrame frame;
    private final NumberedGraph graph;
    private final NumberedPath paths;
    private final MatchStep.PatternPlace subject;
    private final Path path;
    private final MatchStep.PatternPlace object;
    private final boolean isBetweenGiven;
    private boolean bindsSubject;
    private boolean bindsObject;
    /** The terms at which the path is begun, and those that it reaches from the current one. */
    private NumberedPath.ReachedTerms begins;

    private int begin;
    private NumberedPath.ReachedTerms found;
    private int index;

    /** @param isBetweenGiven whether both ends have values where the path is written, see {@link #isNowhere} */
    ClosureStep(
            RowFrame frame,
            NumberedGraph graph,
            MatchStep.PatternPlace subject,
            Path path,
            MatchStep.PatternPlace object,
            boolean isBetweenGiven) {
        this.frame = frame;
        this.graph = graph;
        this.paths = new NumberedPath(frame.evaluation(), graph);
        this.subject = subject;
        this.path = path;
        this.object = object;
        this.isBetweenGiven = isBetweenGiven;
    }

    @Override
    public void open() {
        int from = subject.number(frame);
        int to = object.number(frame);
        bindsSubject = from == Evaluation.UNBOUND;
        bindsObject = to == Evaluation.UNBOUND;
        begins = new NumberedPath.ReachedTerms(frame.evaluation());
        if (bindsSubject && bindsObject) {
            all(begins);
        } else if (bindsSubject || bindsObject || !isNowhere(from, to)) {
            begins.add(bindsSubject ? to : from);
        }
        begin = -1;
        found = new NumberedPath.ReachedTerms(frame.evaluation());
        index = 0;
    }

    private void all(NumberedPath.ReachedTerms nodes) {
        Matches matches = graph.matches();
        graph.match(matches, NumberedGraph.ANY, NumberedGraph.ANY, NumberedGraph.ANY);
        while (matches.next()) {
            frame.evaluation().step();
            nodes.add(matches.subject);
            nodes.add(matches.object);
        }
    }

    @Override
    public boolean next() {
        close();
        while (true) {
            if (index < found.size()) {
                if (isBound(begins.get(begin), found.get(index++))) {
                    return true;
                }
            } else if (++begin < begins.size()) {
                found = new NumberedPath.ReachedTerms(frame.evaluation());
                paths.follow(path, begins.get(begin), !bindsSubject || bindsObject, found);
                index = 0;
            } else {
                return false;
            }
        }
    }

    private boolean isBound(int from, int to) {
        if (!bindsSubject && !bindsObject) {
            return to == object.number(frame) || isBetweenGiven && isSame(to, object.number(frame));
        }
        if (bindsSubject && bindsObject) {
            if (subject.slot() == object.slot() && from != to) {
                return false;
            }
            frame.set(subject.slot(), from);
        }
        frame.set(bindsObject ? object.slot() : subject.slot(), to);
        return true;
    }

    /** Compares ends by value, as ARQ does where both have values where the path is written. */
    private boolean isSame(int number, int other) {
        Evaluation evaluation = frame.evaluation();
        return number == other || evaluation.node(number).sameValueAs(evaluation.node(other));
    }

    /**
     * Returns whether a path of no steps leads from a term to itself, but the graph does not have the term. ARQ has no
     * row then if both ends have values where the path is written, and one otherwise.
     */
    private boolean isNowhere(int from, int to) {
        return isBetweenGiven
                && path.hasZeroLengthComponent()
                && isSame(from, to)
                && graph.count(from, NumberedGraph.ANY, NumberedGraph.ANY) == 0
                && graph.count(NumberedGraph.ANY, NumberedGraph.ANY, from) == 0;
    }

    @Override
    public void close() {
        if (bindsSubject) {
            frame.clear(subject.slot());
        }
        if (bindsObject) {
            frame.clear(object.slot());
        }
    }
}
