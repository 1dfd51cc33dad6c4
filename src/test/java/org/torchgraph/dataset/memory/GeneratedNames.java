package org.torchgraph.dataset.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;

/**
 * The variables of one query. Each stands for a node of the data for which its patterns were written, so that these
 * match together more often than by chance.
 */
final class GeneratedNames {
    private static final List<String> POOL = List.of("a", "b", "c", "d", "e", "f");

    private final Draw draw;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<String> computed = new ArrayList<>();
    private int fresh;

    GeneratedNames(Draw draw) {
        this.draw = draw;
    }

    /** Returns the variable of a node, seldom another one. */
    String of(Node node) {
        if (draw.chance(2)) {
            return any();
        }
        List<String> same = nodes.entrySet().stream()
                .filter(entry -> entry.getValue().equals(node))
                .map(Map.Entry::getKey)
                .toList();
        if (!same.isEmpty() && draw.chance(95)) {
            return draw.of(same);
        }
        List<String> left =
                POOL.stream().filter(name -> !nodes.containsKey(name)).toList();
        String name = left.isEmpty() ? draw.of(POOL) : left.get(0);
        nodes.putIfAbsent(name, node);
        return name;
    }

    /** Returns a variable, most often one that is used. */
    String any() {
        if (!computed.isEmpty() && draw.chance(15)) {
            return draw.of(computed);
        }
        return nodes.isEmpty() || draw.chance(6) ? draw.of(POOL) : draw.of(List.copyOf(nodes.keySet()));
    }

    /** Returns the name of a variable that no part of the query uses yet. */
    String fresh(String prefix) {
        String name = prefix + fresh++;
        computed.add(name);
        return name;
    }

    /** Returns the name of a variable, used by no part of the query yet, that stands for the node of another. */
    String copy(String original) {
        String name = fresh("n");
        if (nodes.containsKey(original)) {
            nodes.put(name, nodes.get(original));
        }
        return name;
    }

    boolean stand(Node node) {
        return nodes.containsValue(node);
    }

    Map<String, Node> nodes() {
        return nodes;
    }

    /** Returns a term as queries write it; a blank node cannot be a constant. */
    static String constant(Node term) {
        return term.isTripleTerm()
                ? "<<( %s %s %s )>>"
                        .formatted(
                                constant(term.getTriple().getSubject()),
                                constant(term.getTriple().getPredicate()),
                                constant(term.getTriple().getObject()))
                : NodeFmtLib.strNT(term);
    }

    /** Returns whether a term can be a constant. */
    static boolean writable(Node term) {
        return !term.isBlank()
                && !(term.isTripleTerm()
                        && !(writable(term.getTriple().getSubject())
                                && writable(term.getTriple().getObject())));
    }
}
