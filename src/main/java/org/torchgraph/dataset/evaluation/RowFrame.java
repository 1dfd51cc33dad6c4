package org.torchgraph.dataset.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;

/**
 * The current row: a slot for each variable, in which steps put the numbers of terms. All steps that follow each other
 * use one frame. It is a binding, so that ARQ's functions can read it; that changes with each step.
 */
final class RowFrame extends BindingBase {
    private final Evaluation evaluation;
    private final Map<Var, Integer> slotOf = new HashMap<>();
    private final List<Var> variables = new ArrayList<>();
    private int[] slots = new int[8];

    RowFrame(Evaluation evaluation) {
        super(null);
        this.evaluation = evaluation;
        Arrays.fill(slots, Evaluation.UNBOUND);
    }

    Evaluation evaluation() {
        return evaluation;
    }

    /** Returns the slot of a variable, which is made when there is none. */
    int slot(Var variable) {
        return slotOf.computeIfAbsent(variable, added -> {
            if (variables.size() == slots.length) {
                slots = Arrays.copyOf(slots, slots.length * 2);
                Arrays.fill(slots, variables.size(), slots.length, Evaluation.UNBOUND);
            }
            variables.add(added);
            return variables.size() - 1;
        });
    }

    int[] slots(Collection<Var> of) {
        return of.stream().mapToInt(this::slot).toArray();
    }

    /** Makes a slot for a variable that has no name. */
    int hiddenSlot() {
        return slot(Var.alloc("*" + variables.size()));
    }

    boolean has(Var variable) {
        return slotOf.containsKey(variable);
    }

    Var variable(int slot) {
        return variables.get(slot);
    }

    int get(int slot) {
        return slots[slot];
    }

    void set(int slot, int number) {
        slots[slot] = number;
    }

    void clear(int slot) {
        slots[slot] = Evaluation.UNBOUND;
    }

    /** Removes all values and returns them. */
    int[] takeAll() {
        int[] taken = slots.clone();
        Arrays.fill(slots, Evaluation.UNBOUND);
        return taken;
    }

    /** Puts values back that were taken. */
    void putAll(int[] taken) {
        System.arraycopy(taken, 0, slots, 0, taken.length);
    }

    /** Copies the values of some slots. */
    void copy(int[] from, int[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] = slots[from[i]];
        }
    }

    /** Returns the term in a slot, or null. */
    Node node(int slot) {
        return slots[slot] == Evaluation.UNBOUND ? null : evaluation.node(slots[slot]);
    }

    @Override
    protected Iterator<Var> vars1() {
        return bound().iterator();
    }

    private List<Var> bound() {
        List<Var> bound = new ArrayList<>();
        for (int slot = 0; slot < variables.size(); slot++) {
            if (slots[slot] != Evaluation.UNBOUND) {
                bound.add(variables.get(slot));
            }
        }
        return bound;
    }

    @Override
    protected int size1() {
        return bound().size();
    }

    @Override
    protected boolean isEmpty1() {
        return bound().isEmpty();
    }

    @Override
    protected boolean contains1(Var variable) {
        return get1(variable) != null;
    }

    @Override
    protected Node get1(Var variable) {
        Integer slot = slotOf.get(variable);
        return slot == null ? null : node(slot);
    }

    @Override
    protected Binding detachWithOriginalParent() {
        BindingBuilder copy = BindingFactory.builder();
        forEach(copy::add);
        return copy.build();
    }

    @Override
    protected Binding detachWithNewParent(Binding parent) {
        return detachWithOriginalParent();
    }
}
