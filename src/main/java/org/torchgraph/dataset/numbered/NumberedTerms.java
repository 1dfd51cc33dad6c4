package org.torchgraph.dataset.numbered;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.expr.NodeValue;

/** The terms of a version. Each has a number, from 0 up to their count. */
public final class NumberedTerms {
    /** The number of a term that is not there. */
    public static final int ABSENT = -2;

    /** Terms that are elsewhere, from which each is made when it is asked for. */
    interface Store {
        /** Makes the term that has a number. */
        Node node(int number);

        /** Returns whether the term that has a number is a literal. */
        boolean isLiteral(int number);

        /** Returns the language tag of the term that has a number; an empty text if it has none. */
        String language(int number);
    }

    private static final VarHandle NODES = MethodHandles.arrayElementVarHandle(Node[].class);

    /** The terms; null for one that is stored and that nobody has asked for yet. */
    private final Node[] nodes;

    /** Null if all terms are here. */
    private final Store stored;

    private final int[] slots;
    private final AtomicReferenceArray<NodeValue> values;
    /** The parts of dates, made for a part when a query first has it. */
    private final Map<DatePart, AtomicReferenceArray<NodeValue>> parts = new ConcurrentHashMap<>();

    private final Map<NodeValue, NodeValue> differentParts = new ConcurrentHashMap<>();

    private NumberedTerms(Node[] nodes, Store stored, int[] slots) {
        this.nodes = nodes;
        this.stored = stored;
        this.slots = slots;
        this.values = new AtomicReferenceArray<>(nodes.length);
    }

    /**
     * Returns terms that are made when they are asked for.
     *
     * @param slots what {@link #slots} has returned for these terms, in this process or in another
     */
    static NumberedTerms stored(int count, Store stored, int[] slots) {
        return new NumberedTerms(new Node[count], stored, slots);
    }

    /** Returns the table in which a term is found: a number and one more, at a place that the term's hash leads to. */
    int[] slots() {
        return slots;
    }

    /** Returns how many terms there are. */
    public int count() {
        return nodes.length;
    }

    /** Returns the term that has a number. */
    public Node node(int number) {
        Node node = nodes[number];
        return node != null ? node : read(number);
    }

    private Node read(int number) {
        Node node = stored.node(number);
        NODES.setRelease(nodes, number, node);
        return node;
    }

    /** Returns whether the term that has a number is a literal. */
    boolean isLiteral(int number) {
        Node node = nodes[number];
        return node == null ? stored.isLiteral(number) : node.isLiteral();
    }

    /** Returns the language tag of the term that has a number; an empty text if it has none. */
    String language(int number) {
        Node node = nodes[number];
        if (node == null) {
            return stored.language(number);
        }
        return node.isLiteral() ? node.getLiteralLanguage() : "";
    }

    /** Returns the number of a term, or {@link #ABSENT}. */
    public int number(Node node) {
        for (int slot = slot(node, slots.length); ; slot = slot + 1 & slots.length - 1) {
            int entry = slots[slot];
            if (entry == 0) {
                return ABSENT;
            }
            if (node(entry - 1).equals(node)) {
                return entry - 1;
            }
        }
    }

    /** Returns the value of the term that has a number, which is worked out once for a literal. */
    public NodeValue value(int number) {
        NodeValue value = values.getAcquire(number);
        if (value == null) {
            Node node = node(number);
            value = NodeValue.makeNode(node);
            if (node.isLiteral()) {
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
        int hash = hash(node) * 0x9E3779B9;
        return (hash ^ hash >>> 15) & length - 1;
    }

    /** Returns a hash that is the same in every process, which that of a literal in Jena is not. */
    private static int hash(Node node) {
        if (node.isURI()) {
            return node.getURI().hashCode();
        } else if (node.isLiteral()) {
            return node.getLiteralLexicalForm().hashCode() * 31
                    + node.getLiteralDatatypeURI().hashCode();
        } else if (node.isBlank()) {
            return node.getBlankNodeLabel().hashCode();
        } else if (node.isTripleTerm()) {
            Triple triple = node.getTriple();
            return (hash(triple.getSubject()) * 31 + hash(triple.getPredicate())) * 31 + hash(triple.getObject());
        }
        return 0;
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
            return new NumberedTerms(Arrays.copyOf(nodes, count), null, slots);
        }
    }
}
