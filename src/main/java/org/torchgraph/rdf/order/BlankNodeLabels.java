package org.torchgraph.rdf.order;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.rdf.digest.CanonicalLabels;

/**
 * Labels each blank node by a digest of its cluster, the statements that are connected through blank nodes. Equal
 * clusters of two datasets have equal labels, whatever else the datasets hold.
 *
 * <p>Within a cluster nodes are named by {@link CanonicalLabels}, with the limit given there.
 */
public final class BlankNodeLabels {
    private static final int HEX_DIGITS = 16;

    private final Map<Node, Node> parents = new HashMap<>();

    private BlankNodeLabels() {}

    /** Returns the distinct quads with blank nodes named by the digest of their cluster and their number in it. */
    public static Set<Quad> relabel(Collection<Quad> quads) {
        BlankNodeLabels clusters = new BlankNodeLabels();
        quads.forEach(quad -> CanonicalLabels.blanks(quad).reduce(clusters::join));
        Set<Quad> relabelled = new LinkedHashSet<>();
        Map<Node, List<Quad>> byRoot = new LinkedHashMap<>();
        for (Quad quad : quads) {
            CanonicalLabels.blanks(quad)
                    .findFirst()
                    .ifPresentOrElse(
                            blank -> byRoot.computeIfAbsent(clusters.root(blank), root -> new ArrayList<>())
                                    .add(quad),
                            () -> relabelled.add(quad));
        }
        Map<String, Integer> copies = new HashMap<>();
        byRoot.values().forEach(cluster -> relabelled.addAll(named(cluster, copies)));
        return relabelled;
    }

    /**
     * Names the blank nodes of one cluster.
     *
     * @param copies number of clusters already labelled, by digest
     */
    private static Collection<Quad> named(List<Quad> cluster, Map<String, Integer> copies) {
        Map<Node, Node> names = CanonicalLabels.names(new LinkedHashSet<>(cluster));
        String digest = digest(cluster.stream().map(quad -> CanonicalLabels.named(quad, names)));
        String label = digest + "-" + copies.merge(digest, 1, Integer::sum) + "-";
        names.replaceAll((old, name) -> NodeFactory.createBlankNode(label + name.getBlankNodeLabel()));
        return cluster.stream().map(quad -> CanonicalLabels.named(quad, names)).toList();
    }

    private Node join(Node one, Node other) {
        parents.put(root(one), root(other));
        return other;
    }

    private Node root(Node node) {
        Node at = node;
        for (Node parent = parents.get(at); parent != null && !parent.equals(at); parent = parents.get(at)) {
            Node above = parents.getOrDefault(parent, parent);
            parents.put(at, above);
            at = above;
        }
        return at;
    }

    private static String digest(Stream<Quad> cluster) {
        String lines = cluster.map(quad -> NodeFmtLib.strNodesNT(
                        quad.getSubject(), quad.getPredicate(), quad.getObject(), quad.getGraph()))
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
        return DigestUtils.sha256Hex(lines.getBytes(StandardCharsets.UTF_8)).substring(0, HEX_DIGITS);
    }
}
