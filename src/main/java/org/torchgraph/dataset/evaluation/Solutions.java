package org.torchgraph.dataset.evaluation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.atlas.io.IndentedWriter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;
import org.apache.jena.sparql.engine.binding.BindingRoot;
import org.apache.jena.sparql.engine.iterator.QueryIter;
import org.apache.jena.sparql.serializer.SerializationContext;

/** The rows of a plan as bindings, for each binding of an input. */
final class Solutions extends QueryIter {
    private final RowFrame frame;
    private final PlanStep step;
    private final QueryIterator input;
    private final boolean keepsInput;
    private final Var[] variables;
    private final int[] slots;
    private Binding parent;
    private boolean isOpen;
    private boolean isAtNext;

    /**
     * @param keepsInput whether a row has the variables of the input too
     * @param variables the others that a row may have
     */
    Solutions(RowFrame frame, PlanStep step, QueryIterator input, boolean keepsInput, List<Var> variables) {
        super(frame.evaluation().context());
        this.frame = frame;
        this.step = step;
        this.input = input;
        this.keepsInput = keepsInput;
        this.variables = variables.toArray(Var[]::new);
        this.slots = frame.slots(variables);
    }

    @Override
    protected boolean hasNextBinding() {
        while (!isAtNext) {
            if (!isOpen) {
                if (!input.hasNext()) {
                    return false;
                }
                begin(input.next());
            }
            isAtNext = step.next();
            isOpen = isAtNext;
        }
        return true;
    }

    private void begin(Binding given) {
        frame.takeAll();
        given.forEach((variable, node) -> {
            if (frame.has(variable)) {
                frame.set(frame.slot(variable), frame.evaluation().number(node));
            }
        });
        parent = keepsInput && !given.isEmpty() ? given : null;
        step.open();
        isOpen = true;
    }

    @Override
    protected Binding moveToNextBinding() {
        isAtNext = false;
        Node[] values = new Node[slots.length];
        for (int i = 0; i < slots.length; i++) {
            values[i] = parent != null && parent.contains(variables[i]) ? null : frame.node(slots[i]);
        }
        return new Solution(parent == null ? BindingRoot.create() : parent, variables, values);
    }

    @Override
    protected void closeIterator() {
        input.close();
    }

    @Override
    protected void requestCancel() {
        input.cancel();
    }

    @Override
    public void output(IndentedWriter out, SerializationContext context) {
        out.println("Solutions");
    }

    /** A row as a binding. Terms that are null are of variables without a value. */
    private static final class Solution extends BindingBase {
        private final Var[] variables;
        private final Node[] values;

        Solution(Binding parent, Var[] variables, Node[] values) {
            super(parent);
            this.variables = variables;
            this.values = values;
        }

        @Override
        protected Iterator<Var> vars1() {
            List<Var> bound = new ArrayList<>(values.length);
            for (int i = 0; i < values.length; i++) {
                if (values[i] != null) {
                    bound.add(variables[i]);
                }
            }
            return bound.iterator();
        }

        @Override
        protected int size1() {
            int size = 0;
            for (Node value : values) {
                size += value == null ? 0 : 1;
            }
            return size;
        }

        @Override
        protected boolean isEmpty1() {
            return size1() == 0;
        }

        @Override
        protected boolean contains1(Var variable) {
            return get1(variable) != null;
        }

        @Override
        protected Node get1(Var variable) {
            for (int i = 0; i < variables.length; i++) {
                if (variables[i].equals(variable)) {
                    return values[i];
                }
            }
            return null;
        }

        @Override
        protected Binding detachWithNewParent(Binding newParent) {
            return new Solution(newParent, variables, values);
        }
    }
}
