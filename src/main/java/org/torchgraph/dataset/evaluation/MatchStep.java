package org.torchgraph.dataset.evaluation;

import org.torchgraph.dataset.numbered.Matches;
import org.torchgraph.dataset.numbered.NumberedGraph;

/** The triples that match a pattern. */
final class MatchStep implements PlanStep {
    private final RowFrame frame;
    private final Evaluation evaluation;
    private final NumberedGraph graph;
    private final Matches matches;
    private final PatternPlace subject;
    private final PatternPlace property;
    private final PatternPlace object;
    private boolean bindsSubject;
    private boolean bindsProperty;
    private boolean bindsObject;

    /**
     * A place of a pattern.
     *
     * @param slot of a variable, or -1
     * @param number of the term that is there, if it is no variable
     */
    record PatternPlace(int slot, int number) {

        boolean isVariable() {
            return slot >= 0;
        }

        int number(RowFrame frame) {
            return slot < 0 ? number : frame.get(slot);
        }
    }

    MatchStep(RowFrame frame, NumberedGraph graph, PatternPlace subject, PatternPlace property, PatternPlace object) {
        this.frame = frame;
        this.evaluation = frame.evaluation();
        this.graph = graph;
        this.matches = graph.matches();
        this.subject = subject;
        this.property = property;
        this.object = object;
    }

    @Override
    public void open() {
        int s = subject.number(frame);
        int p = property.number(frame);
        int o = object.number(frame);
        bindsSubject = s == Evaluation.UNBOUND;
        bindsProperty = p == Evaluation.UNBOUND;
        bindsObject = o == Evaluation.UNBOUND;
        graph.match(matches, s, p, o);
        evaluation.expect(matches.left());
    }

    @Override
    public boolean next() {
        close();
        while (matches.next()) {
            evaluation.step();
            if (bind(bindsSubject, subject, matches.subject)
                    && bind(bindsProperty, property, matches.property)
                    && bind(bindsObject, object, matches.object)) {
                return true;
            }
            close();
        }
        return false;
    }

    /** Puts a term into its slot, unless the same variable stands at a place before with another. */
    private boolean bind(boolean binds, PatternPlace place, int number) {
        if (binds) {
            int before = frame.get(place.slot());
            if (before == Evaluation.UNBOUND) {
                frame.set(place.slot(), number);
            } else {
                return before == number;
            }
        }
        return true;
    }

    @Override
    public void close() {
        if (bindsSubject) {
            frame.clear(subject.slot());
        }
        if (bindsProperty) {
            frame.clear(property.slot());
        }
        if (bindsObject) {
            frame.clear(object.slot());
        }
    }
}
