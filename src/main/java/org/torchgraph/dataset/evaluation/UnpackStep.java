package org.torchgraph.dataset.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** The current row, once, if a slot has a triple term that agrees with it; the places of the term are bound then. */
final class UnpackStep implements PlanStep {
    private final RowFrame frame;
    private final int slot;
    private final List<MatchStep.PatternPlace> places;
    private final List<Integer> bound = new ArrayList<>();
    private boolean isDone;

    /** @param places of subject, property and object */
    UnpackStep(RowFrame frame, int slot, List<MatchStep.PatternPlace> places) {
        this.frame = frame;
        this.slot = slot;
        this.places = places;
    }

    @Override
    public void open() {
        isDone = false;
    }

    @Override
    public boolean next() {
        if (isDone) {
            close();
            return false;
        }
        isDone = true;
        Node term = frame.node(slot);
        if (term != null && term.isTripleTerm()) {
            Triple triple = term.getTriple();
            if (agrees(0, triple.getSubject()) && agrees(1, triple.getPredicate()) && agrees(2, triple.getObject())) {
                return true;
            }
        }
        close();
        return false;
    }

    private boolean agrees(int index, Node node) {
        MatchStep.PatternPlace place = places.get(index);
        int here = place.number(frame);
        int number = frame.evaluation().number(node);
        if (here == Evaluation.UNBOUND) {
            frame.set(place.slot(), number);
            bound.add(place.slot());
        }
        return here == Evaluation.UNBOUND || here == number;
    }

    @Override
    public void close() {
        bound.forEach(frame::clear);
        bound.clear();
    }
}
