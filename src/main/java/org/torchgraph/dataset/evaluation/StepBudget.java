package org.torchgraph.dataset.evaluation;

import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/**
 * The number of steps that a query may take in the thread of its request, where nothing can end it. A step is a row of
 * a part of the query. One that needs more, or an operator that is not counted in steps, ends with
 * {@link QueryCancelledException}, and is then asked in a thread of its own.
 */
public final class StepBudget {
    /** The setting of an execution that has a budget. */
    public static final Symbol SETTING = Symbol.create("torchgraph:stepBudget");

    private int left;
    private boolean exceeded;

    /** Creates a budget of so many steps. */
    public StepBudget(int steps) {
        this.left = steps;
    }

    /** Returns the budget of an execution, or null if it has none. */
    static StepBudget of(Context context) {
        return context.get(SETTING);
    }

    /** Takes steps from the budget. */
    void spend(int steps) {
        require(steps);
        left -= steps;
    }

    /** Ends the query if it needs so many steps and there are not as many left. */
    void require(int steps) {
        if (steps > left) {
            throw exceed();
        }
    }

    /** Returns what ends the query, because it needs what the budget does not cover. */
    QueryCancelledException exceed() {
        exceeded = true;
        return new QueryCancelledException();
    }

    /** Returns whether the query ended because of the budget. */
    public boolean isExceeded() {
        return exceeded;
    }
}
