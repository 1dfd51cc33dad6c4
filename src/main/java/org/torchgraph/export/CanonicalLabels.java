package org.torchgraph.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;

/**
 * Labels for blank nodes that follow from what is said of them, not from the labels or the order they came in.
 *
 * <p>Nodes are told apart by their statements, then by the statements of their neighbours, and so on (colour
 * refinement). Nodes that stay alike are numbered one at a time, in any order: that is right whenever they can be
 * exchanged without changing the graph. Blank nodes that are alike to every such look and still cannot be exchanged, as
 * in large regular networks made of nothing but blank nodes, may be numbered in another way by another run; the graph
 * written is the same. Blank nodes inside triple terms are not seen.
 */
final class CanonicalLabels {
    private final Map<Node, List<Quad>> uses = new HashMap<>();
    private final Map<Node, Integer> colours = new HashMap<>();
    /** Nodes by colour; a colour is the number of nodes that sort before. */
    private final TreeMap<Integer, List<Node>> cells = new TreeMap<>();

    private final TreeSet<Integer> unsettled = new TreeSet<>();

    private CanonicalLabels(Set<Quad> quads) {
        for (Quad quad : quads) {
            blanks(quad).distinct().forEach(blank -> uses.computeIfAbsent(blank, b -> new ArrayList<>())
                    .add(quad));
        }
        uses.keySet().forEach(blank -> colours.put(blank, 0));
        put(0, new ArrayList<>(uses.keySet()));
    }

    /** The same quads, each once, with blank nodes named {@code b0}, {@code b1}, … */
    static Collection<Quad> relabel(Collection<Quad> quads) {
        Set<Quad> distinct = new LinkedHashSet<>(quads);
        CanonicalLabels labels = new CanonicalLabels(distinct);
        if (labels.uses.isEmpty()) {
            return distinct;
        }
        labels.settle();
        Map<Node, Node> names = new HashMap<>();
        labels.colours.forEach((blank, colour) -> names.put(blank, NodeFactory.createBlankNode("b" + colour)));
        return distinct.stream()
                .map(quad -> Quad.create(
                        names.getOrDefault(quad.getGraph(), quad.getGraph()),
                        names.getOrDefault(quad.getSubject(), quad.getSubject()),
                        quad.getPredicate(),
                        names.getOrDefault(quad.getObject(), quad.getObject())))
                .toList();
    }

    private static Stream<Node> blanks(Quad quad) {
        return Stream.of(quad.getGraph(), quad.getSubject(), quad.getObject()).filter(Node::isBlank);
    }

    private void settle() {
        refine(uses.keySet());
        while (!unsettled.isEmpty()) {
            int colour = unsettled.first();
            List<Node> cell = cells.get(colour);
            Node chosen = cell.remove(cell.size() - 1);
            put(colour, cell);
            // The last place of the cell: all others keep their colour, so that few nodes are looked at again.
            colours.put(chosen, colour + cell.size());
            put(colour + cell.size(), List.of(chosen));
            refine(neighbours(Set.of(chosen)));
        }
    }

    /** Splits cells until nothing that is said tells two nodes of one cell apart. */
    private void refine(Set<Node> dirty) {
        while (!dirty.isEmpty()) {
            Set<Integer> touched = dirty.stream().map(colours::get).collect(Collectors.toCollection(TreeSet::new));
            touched.retainAll(unsettled);
            Map<Integer, TreeMap<String, List<Node>>> splits = new TreeMap<>();
            for (Integer colour : touched) {
                splits.put(
                        colour,
                        cells.get(colour).stream()
                                .collect(Collectors.groupingBy(this::signature, TreeMap::new, Collectors.toList())));
            }
            Set<Node> moved = new HashSet<>();
            splits.forEach((colour, parts) -> split(colour, parts.values(), moved));
            dirty = neighbours(moved);
        }
    }

    private void split(int colour, Collection<List<Node>> parts, Set<Node> moved) {
        int next = colour;
        for (List<Node> part : parts) {
            put(next, part);
            if (next != colour) {
                for (Node node : part) {
                    colours.put(node, next);
                    moved.add(node);
                }
            }
            next += part.size();
        }
    }

    private void put(int colour, List<Node> cell) {
        cells.put(colour, cell);
        if (cell.size() > 1) {
            unsettled.add(colour);
        } else {
            unsettled.remove(colour);
        }
    }

    private Set<Node> neighbours(Set<Node> nodes) {
        return nodes.stream()
                .flatMap(node -> uses.get(node).stream())
                .flatMap(CanonicalLabels::blanks)
                .collect(Collectors.toSet());
    }

    private String signature(Node node) {
        return uses.get(node).stream()
                .map(quad -> Stream.of(quad.getSubject(), quad.getPredicate(), quad.getObject(), quad.getGraph())
                        .map(term -> term.equals(node) ? "_" : term.isBlank() ? "_" + colours.get(term) : text(term))
                        .collect(Collectors.joining(" ")))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String text(Node term) {
        return NodeFmtLib.strNT(term);
    }
}
