package org.torchgraph.rdf.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.rdf.digest.CanonicalLabels;

/**
 * Decides which blank nodes of a graph are written inside the one statement that refers to them, and which of those as
 * lists.
 *
 * <p>A blank node is nested if exactly one statement has it as object, no triple term and no other graph refers to it,
 * it is not its own descendant, and it is not nested too deep to read.
 */
public final class Nesting {
    private static final Node FIRST = RDF.first.asNode();
    private static final Node REST = RDF.rest.asNode();
    private static final Node NIL = RDF.nil.asNode();
    private static final int MAX_DEPTH = 12;

    private final SortedTriples triples;
    private final Set<Node> labelled;
    private final Map<Node, Integer> references = new HashMap<>();
    private final Set<Node> nested = new HashSet<>();

    /**
     * Works out the nesting of one graph.
     *
     * @param triples the statements of the graph
     * @param shared blank nodes that other graphs refer to
     */
    public Nesting(SortedTriples triples, Set<Node> shared) {
        this.triples = triples;
        this.labelled = new HashSet<>(shared);
        for (Node subject : triples.subjects()) {
            for (Triple triple : triples.about(subject)) {
                if (triple.getObject().isBlank()) {
                    references.merge(triple.getObject(), 1, Integer::sum);
                } else {
                    CanonicalLabels.blanks(triple.getObject()).forEach(labelled::add);
                }
            }
        }
        triples.subjects().stream().filter(subject -> !mayNest(subject)).forEach(this::place);
        // Nodes not reached so far are in a cycle: each cycle is cut at its first node.
        triples.subjects().stream()
                .filter(subject -> mayNest(subject) && !nested.contains(subject))
                .forEach(subject -> {
                    if (!nested.contains(subject)) {
                        labelled.add(subject);
                        place(subject);
                    }
                });
    }

    /** Returns whether a node is written inside the statement that refers to it. */
    public boolean isNested(Node node) {
        return nested.contains(node);
    }

    /** Returns whether an object is written in square or round brackets: a nested node or the empty list. */
    public boolean isBracketed(Node object) {
        return isNested(object) || object.equals(NIL);
    }

    /** Returns whether no statement of the dataset refers to a blank node, so that it needs no label. */
    public boolean isUnnamed(Node blank) {
        return !references.containsKey(blank) && !labelled.contains(blank);
    }

    /** Returns the items of a list that can be written in list syntax; empty if the node heads no such list. */
    public Optional<List<Node>> list(Node head) {
        List<Node> items = new ArrayList<>();
        Set<Node> seen = new HashSet<>();
        Node cell = head;
        while (mayNest(cell) && isCell(cell) && seen.add(cell)) {
            List<Triple> firstThenRest = triples.about(cell);
            items.add(firstThenRest.get(0).getObject());
            cell = firstThenRest.get(1).getObject();
        }
        return cell.equals(NIL) ? Optional.of(items) : Optional.empty();
    }

    private boolean isCell(Node node) {
        List<Triple> statements = triples.about(node);
        return statements.size() == 2
                && statements.get(0).getPredicate().equals(FIRST)
                && statements.get(1).getPredicate().equals(REST);
    }

    private boolean mayNest(Node node) {
        return node.isBlank() && references.getOrDefault(node, 0) == 1 && !labelled.contains(node);
    }

    private record NestedNode(Node node, int depth) {}

    /** Nests the descendants of a node that is itself not nested. It is a loop because chains may be long. */
    private void place(Node root) {
        Deque<NestedNode> open = new ArrayDeque<>();
        open.push(new NestedNode(root, 0));
        while (!open.isEmpty()) {
            NestedNode place = open.pop();
            for (Triple triple : triples.about(place.node())) {
                enter(triple.getObject(), place.depth() + 1, open);
            }
        }
    }

    private void enter(Node object, int depth, Deque<NestedNode> open) {
        if (!mayNest(object) || nested.contains(object)) {
            return;
        }
        if (depth > MAX_DEPTH) {
            labelled.add(object);
            open.push(new NestedNode(object, 0));
            return;
        }
        Optional<List<Node>> items = list(object);
        if (items.isEmpty()) {
            nested.add(object);
            open.push(new NestedNode(object, depth));
            return;
        }
        for (Node cell = object;
                !cell.equals(NIL);
                cell = triples.about(cell).get(1).getObject()) {
            nested.add(cell);
        }
        items.get().forEach(item -> enter(item, depth + 1, open));
    }
}
