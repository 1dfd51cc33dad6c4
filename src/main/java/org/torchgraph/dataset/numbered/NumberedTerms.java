package org.torchgraph.dataset.numbered;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;

/** The terms of a version. Each has a number, from 0 up to their count. */
public final class NumberedTerms {
    /** The number of a term that is not there. */
    public static final int ABSENT = -2;

    private final Node[] nodes;
    private final int[] slots;
    private final AtomicReferenceArray<NodeValue> values;
    /** The parts of dates, made for a part when a query first has it. */
    private final Map<DatePart, AtomicReferenceArray<NodeValue>> parts = new ConcurrentHashMap<>();

    private final Map<NodeValue, NodeValue> differentParts = new ConcurrentHashMap<>();

    private NumberedTerms(Node[] nodes, int[] slots) {
        this.nodes = nodes;
        this.slots = slots;
        this.values = new AtomicReferenceArray<>(nodes.length);
    }

    /** Returns how many terms there are. */
    public int count() {
        return nodes.length;
    }

    /** Returns the term that has a number. */
    public Node node(int number) {
        return nodes[number];
    }

    /** Returns the number of a term, or {@link #ABSENT}. */
    public int number(Node node) {
        for (int slot = slot(node, slots.length); ; slot = slot + 1 & slots.length - 1) {
            int entry = slots[slot];
            if (entry == 0) {
                return ABSENT;
            }
            if (nodes[entry - 1].equals(node)) {
                return entry - 1;
            }
        }
    }

    /** Returns the value of the term that has a number, which is worked out once for a literal. */
    public NodeValue value(int number) {
        NodeValue value = values.getAcquire(number);
        if (value == null) {
            value = NodeValue.makeNode(nodes[number]);
            if (nodes[number].isLiteral()) {
                values.setRelease(number, value);
            }
        }
        return value;
    }

    /**
     * Returns a part of the date that has a number, which is worked out once.
     *
     * @throws org.apache.jena.sparql.expr.ExprException if the term is no date
     */
    public NodeValue part(DatePart part, int number) {
        AtomicReferenceArray<NodeValue> known =
                parts.computeIfAbsent(part, added -> new AtomicReferenceArray<>(nodes.length));
        NodeValue value = known.getAcquire(number);
        if (value == null) {
            NodeValue worked = part.of(value(number));
            value = differentParts.computeIfAbsent(worked, added -> added);
            known.setRelease(number, value);
        }
        return value;
    }

    private static int slot(Node node, int length) {
        int hash = node.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 15) & length - 1;
    }

    /** Gives numbers to terms, in the order in which they come. */
    static final class Builder {
        private Node[] nodes = new Node[1024];
        private int[] slots = new int[2048];
        private int count;

        /** Returns the number of a term, which is a new one if the term is new. */
        int number(Node node) {
            int slot = slot(node, slots.length);
            for (int entry = slots[slot]; entry != 0; entry = slots[slot]) {
                if (nodes[entry - 1].equals(node)) {
                    return entry - 1;
                }
                slot = slot + 1 & slots.length - 1;
            }
            if (count == nodes.length) {
                nodes = Arrays.copyOf(nodes, count * 2);
                spread();
                return number(node);
            }
            nodes[count] = node;
            slots[slot] = ++count;
            return count - 1;
        }

        private void spread() {
            slots = new int[slots.length * 2];
            for (int i = 0; i < count; i++) {
                int slot = slot(nodes[i], slots.length);
                while (slots[slot] != 0) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = i + 1;
            }
        }

        NumberedTerms build() {
            return new NumberedTerms(Arrays.copyOf(nodes, count), slots);
        }
    }
}
