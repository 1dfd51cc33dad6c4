package org.torchgraph.dataset.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.expr.NodeValue;
import org.torchgraph.dataset.numbered.DatePart;
import org.torchgraph.dataset.numbered.NumberedTerms;

/**
 * What all steps of one evaluation share: the numbers of terms, with more numbers for terms that are worked out, and
 * the signal to stop. Terms that are worked out are as many as the current row and the rows that are kept need.
 */
final class Evaluation {
    /** The number in a row of a variable that has no value. */
    static final int UNBOUND = -1;

    /** The signal is looked at once in so many steps. */
    private static final int STEPS_UNCHECKED = 1 << 10;

    /** The steps for which an evaluation stands, of which a condition with a pattern begins one for each row. */
    private static final int STEPS_OF_BEGINNING = 1 << 6;

    private final NumberedTerms terms;
    private final ExecutionContext context;
    private final AtomicBoolean cancelled;
    /** Null for a query that may take any number of steps. */
    private final StepBudget budget;

    private final List<Node> more = new ArrayList<>();
    private final List<NodeValue> moreValues = new ArrayList<>();
    private final Map<Node, Integer> numbersOfMore = new HashMap<>();
    private int kept;
    private int steps;

    Evaluation(NumberedTerms terms, ExecutionContext context) {
        this.terms = terms;
        this.context = context;
        this.cancelled = context.getCancelSignal();
        this.budget = StepBudget.of(context.getContext());
        if (budget != null) {
            budget.spend(STEPS_OF_BEGINNING);
        }
    }

    ExecutionContext context() {
        return context;
    }

    NumberedTerms terms() {
        return terms;
    }

    Node node(int number) {
        return number < terms.count() ? terms.node(number) : more.get(number - terms.count());
    }

    NodeValue value(int number) {
        if (number < terms.count()) {
            return terms.value(number);
        }
        int index = number - terms.count();
        NodeValue value = moreValues.get(index);
        if (value == null) {
            value = NodeValue.makeNode(more.get(index));
            moreValues.set(index, value);
        }
        return value;
    }

    /** Returns a part of the date that has a number. */
    NodeValue part(DatePart part, int number) {
        return number < terms.count() ? terms.part(part, number) : part.of(value(number));
    }

    /** Returns the number of a term, which is a new one if the term is not in the data. */
    int number(Node node) {
        int number = terms.number(node);
        return number != NumberedTerms.ABSENT
                ? number
                : numbersOfMore.computeIfAbsent(node, added -> {
                    more.add(added);
                    moreValues.add(null);
                    return terms.count() + more.size() - 1;
                });
    }

    /** Returns how many terms there are that are not in the data. */
    int computed() {
        return more.size();
    }

    /** Lets a number be one of a term for as long as the evaluation lasts, since a row that is kept has it. */
    void keep(int number) {
        kept = Math.max(kept, number - terms.count() + 1);
    }

    /**
     * Forgets the terms that came after there were so many, as far as none of them is kept. It is called when the row
     * that had them is gone.
     */
    void forget(int computed) {
        for (int last = more.size() - 1; last >= Math.max(computed, kept); last--) {
            numbersOfMore.remove(more.remove(last));
            moreValues.remove(last);
        }
    }

    /** Counts a step. Every loop over rows calls it. */
    void step() {
        if (++steps % STEPS_UNCHECKED == 0) {
            look();
        }
    }

    private void look() {
        if (cancelled != null && cancelled.get()) {
            throw new QueryCancelledException();
        }
        if (budget != null) {
            budget.spend(STEPS_UNCHECKED);
        }
    }

    /** Says before a loop how many steps it may take at most. */
    void expect(int most) {
        if (budget != null) {
            budget.require(most);
        }
    }
}
