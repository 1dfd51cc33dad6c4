package org.torchgraph.rdf.digest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;

/**
 * Assigns canonical labels to blank nodes. The labels depend on the statements, not on the input labels or their order.
 *
 * <p>Nodes are distinguished by their statements, then by those of their neighbours, and so on (colour refinement).
 * Nodes that stay equal are numbered one at a time in arbitrary order, which is correct whenever an automorphism of the
 * graph exchanges them. If they look equal and no automorphism does (two rings of unequal length that consist of blank
 * nodes only), another run may number them differently; the graph written is still the same. A blank node inside a
 * triple term is the same node as outside (RDF 1.2 Concepts §3.4).
 *
 * <p>RDFC-1.0 (https://www.w3.org/TR/rdf-canon/) is not used: it visits equal nodes by recursion, and titanium-rdfc
 * 2.0.0 overflowed its stack on an RDF list of 5,000 items.
 */
public final class CanonicalLabels {
    private final Map<Node, List<Quad>> uses = new HashMap<>();
    private final Map<Node, Integer> colours = new HashMap<>();
    /**
     * The nodes of each colour. Colours are numbered in the order of their creation, which the statements determine.
     */
    private final List<Set<Node>> cells = new ArrayList<>();

    private final TreeSet<Integer> unsettled = new TreeSet<>();

    private CanonicalLabels(Set<Quad> quads) {
        for (Quad quad : quads) {
            blanks(quad).distinct().forEach(blank -> uses.computeIfAbsent(blank, b -> new ArrayList<>())
                    .add(quad));
        }
        if (!uses.isEmpty()) {
            paint(uses.keySet());
        }
    }

    /** Returns the distinct quads with blank nodes named {@code b0}, {@code b1}, … */
    public static Collection<Quad> relabel(Collection<Quad> quads) {
        Set<Quad> distinct = new LinkedHashSet<>(quads);
        Map<Node, Node> names = names(distinct);
        return names.isEmpty()
                ? distinct
                : distinct.stream().map(quad -> named(quad, names)).toList();
    }

    /**
     * Returns for each blank node of a dataset its canonical one, {@code b0}, {@code b1}, …
     *
     * @param quads the quads of the dataset; those without blank nodes may be left out
     */
    public static Map<Node, Node> names(Set<Quad> quads) {
        CanonicalLabels labels = new CanonicalLabels(quads);
        labels.settle();
        Map<Node, Node> names = new HashMap<>();
        labels.colours.forEach((blank, colour) -> names.put(blank, NodeFactory.createBlankNode("b" + colour)));
        return names;
    }

    /** Returns a quad with its blank nodes renamed. */
    public static Quad named(Quad quad, Map<Node, Node> names) {
        return Quad.create(
                named(quad.getGraph(), names),
                named(quad.getSubject(), names),
                quad.getPredicate(),
                named(quad.getObject(), names));
    }

    private static Node named(Node term, Map<Node, Node> names) {
        if (!term.isTripleTerm()) {
            return names.getOrDefault(term, term);
        }
        Triple inside = term.getTriple();
        return NodeFactory.createTripleTerm(
                named(inside.getSubject(), names), inside.getPredicate(), named(inside.getObject(), names));
    }

    /** Returns the blank nodes of a quad, including those inside triple terms. */
    public static Stream<Node> blanks(Quad quad) {
        return Stream.of(quad.getGraph(), quad.getSubject(), quad.getObject()).flatMap(CanonicalLabels::blanks);
    }

    /** Returns the blank nodes of a term: the term itself, or those inside a triple term. */
    public static Stream<Node> blanks(Node term) {
        if (term.isTripleTerm()) {
            return Stream.of(term.getTriple().getSubject(), term.getTriple().getObject())
                    .flatMap(CanonicalLabels::blanks);
        }
        return term.isBlank() ? Stream.of(term) : Stream.empty();
    }

    private void settle() {
        refine(uses.keySet());
        while (!unsettled.isEmpty()) {
            Set<Node> chosen = Set.of(cells.get(unsettled.first()).iterator().next());
            recolour(chosen);
            refine(neighbours(chosen));
        }
    }

    /**
     * Splits cells until the statements distinguish no two nodes of one cell.
     *
     * @param dirty nodes whose neighbours have changed colour; the other nodes of a cell are still equal to each other
     */
    private void refine(Set<Node> dirty) {
        while (!dirty.isEmpty()) {
            TreeMap<Integer, Set<Node>> touched = dirty.stream()
                    .filter(node -> unsettled.contains(colours.get(node)))
                    .collect(Collectors.groupingBy(colours::get, TreeMap::new, Collectors.toSet()));
            List<Set<Node>> moving = new ArrayList<>();
            touched.forEach((colour, nodes) -> moving.addAll(leaving(cells.get(colour), nodes)));
            moving.forEach(this::recolour);
            dirty = moving.stream().flatMap(part -> neighbours(part).stream()).collect(Collectors.toSet());
        }
    }

    /**
     * Returns the parts that leave a cell, in order: all parts but the one that was not examined, or else all but the
     * largest.
     */
    private Collection<Set<Node>> leaving(Set<Node> cell, Set<Node> dirty) {
        TreeMap<String, Set<Node>> parts =
                dirty.stream().collect(Collectors.groupingBy(this::signature, TreeMap::new, Collectors.toSet()));
        String staying = cell.stream()
                .filter(node -> !dirty.contains(node))
                .findAny()
                .map(this::signature)
                .orElseGet(() -> largest(parts));
        parts.remove(staying);
        return parts.values();
    }

    private static String largest(TreeMap<String, Set<Node>> parts) {
        String largest = parts.firstKey();
        for (String signature : parts.keySet()) {
            if (parts.get(signature).size() > parts.get(largest).size()) {
                largest = signature;
            }
        }
        return largest;
    }

    /** Gives nodes that leave a cell the next colour. */
    private void recolour(Set<Node> nodes) {
        for (Node node : nodes) {
            int old = colours.get(node);
            cells.get(old).remove(node);
            if (cells.get(old).size() < 2) {
                unsettled.remove(old);
            }
        }
        paint(nodes);
    }

    private void paint(Set<Node> nodes) {
        int colour = cells.size();
        cells.add(new LinkedHashSet<>(nodes));
        nodes.forEach(node -> colours.put(node, colour));
        if (nodes.size() > 1) {
            unsettled.add(colour);
        }
    }

    private Set<Node> neighbours(Set<Node> nodes) {
        return nodes.stream()
                .flatMap(node -> uses.get(node).stream())
                .flatMap(quad -> blanks(quad))
                .collect(Collectors.toSet());
    }

    private String signature(Node node) {
        return uses.get(node).stream()
                .map(quad -> Stream.of(quad.getSubject(), quad.getPredicate(), quad.getObject(), quad.getGraph())
                        .map(term -> seenFrom(node, term))
                        .collect(Collectors.joining(" ")))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private String seenFrom(Node node, Node term) {
        if (term.isTripleTerm()) {
            Triple inside = term.getTriple();
            return Stream.of(inside.getSubject(), inside.getPredicate(), inside.getObject())
                    .map(part -> seenFrom(node, part))
                    .collect(Collectors.joining(" ", "<<( ", " )>>"));
        }
        if (!term.isBlank()) {
            return NodeFmtLib.strNT(term);
        }
        return term.equals(node) ? "_" : "_" + colours.get(term);
    }
}
