package org.torchgraph.model.thesaurus;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.torchgraph.model.thesaurus.ConceptOrder.ConceptNames;

/** The concept schemes of a dataset version, and which of their concepts are below which. */
public final class Thesauri {
    /** No schemes. */
    public static final Thesauri NONE = new Thesauri(
            Map.of(),
            new ConceptLinks(Map.of()),
            new ConceptLinks(Map.of()),
            Map.of(),
            Map.of(),
            Map.of(),
            (concepts, ranges) -> Map.of());

    /** The number of orders that are kept, one for each scheme and each choice of languages. */
    private static final int MAX_ORDERS = 12;

    private static final int MAX_PATHS = 4;
    private static final int MAX_DEPTH = 40;

    private final Map<Node, ConceptScheme> schemes;
    private final ConceptLinks narrower;
    private final ConceptLinks broader;
    private final Map<Node, List<Node>> schemesOf;
    private final Map<Node, ConceptCollection> collections;
    private final Map<Node, Node> notations;
    private final Map<Node, List<Node>> alternatives;
    private final ConceptNames labels;
    private final Cache<OrderKey, ConceptOrder> orders =
            Caffeine.newBuilder().maximumSize(MAX_ORDERS).build();

    private record OrderKey(Node scheme, List<String> ranges) {}

    Thesauri(
            Map<Node, ConceptScheme> schemes,
            ConceptLinks narrower,
            ConceptLinks broader,
            Map<Node, ConceptCollection> collections,
            Map<Node, Node> notations,
            Map<Node, List<Node>> alternatives,
            ConceptNames labels) {
        this.schemes = schemes;
        this.narrower = narrower;
        this.broader = broader;
        this.collections = collections;
        this.notations = notations;
        this.alternatives = alternatives;
        this.labels = labels;
        Map<Node, List<Node>> of = new HashMap<>();
        schemes.values().stream()
                .sorted((one, other) -> ConceptNode.BY_IRI.compare(one.node(), other.node()))
                .forEach(scheme -> scheme.concepts()
                        .forEach(concept -> of.computeIfAbsent(concept, none -> new ArrayList<>(1))
                                .add(scheme.node())));
        this.schemesOf = of;
    }

    /** Returns the schemes, those with the most concepts first. */
    public List<ConceptScheme> schemes() {
        return schemes.values().stream()
                .sorted((one, other) ->
                        one.concepts().size() != other.concepts().size()
                                ? Integer.compare(
                                        other.concepts().size(), one.concepts().size())
                                : ConceptNode.BY_IRI.compare(one.node(), other.node()))
                .toList();
    }

    /** Returns a scheme with concepts; empty if the node is none. */
    public Optional<ConceptScheme> scheme(Node node) {
        return Optional.ofNullable(schemes.get(node));
    }

    /** Returns whether a concept is above or below another one. */
    public boolean isRelated(Node concept) {
        return !narrower.of(concept).isEmpty() || !broader.of(concept).isEmpty();
    }

    /** Returns the schemes of a concept. */
    public List<Node> schemesOf(Node concept) {
        return schemesOf.getOrDefault(concept, List.of());
    }

    /** Returns a collection; empty if the node is none. */
    public Optional<ConceptCollection> collection(Node node) {
        return Optional.ofNullable(collections.get(node));
    }

    /** Returns the notation of a concept, a literal, or null. */
    public Node notation(Node concept) {
        return notations.get(concept);
    }

    /**
     * Returns the order of the concepts of a scheme for readers of some languages. It is computed once for each.
     *
     * @param ranges the languages of the reader, the best first
     */
    public ConceptOrder order(Node scheme, List<String> ranges) {
        return orders.get(
                new OrderKey(scheme, ranges),
                key -> ConceptOrder.of(
                        scheme(scheme).map(ConceptScheme::concepts).orElse(List.of()),
                        notations,
                        alternatives,
                        ranges,
                        labels));
    }

    /** Returns the concepts directly below a concept in the order of the scheme of that. */
    public List<Node> narrower(Node concept, List<String> ranges) {
        List<Node> below = narrower.of(concept);
        List<Node> of = schemesOf(concept);
        return below.size() < 2 || of.isEmpty()
                ? below
                : order(of.get(0), ranges).sorted(below);
    }

    /**
     * Returns the trees below some concepts.
     *
     * @param most the largest number of concepts beside the first ones
     */
    public List<ConceptNode> tree(List<Node> first, List<String> ranges, int most) {
        return ConceptNode.grow(first, concept -> narrower(concept, ranges), most);
    }

    /** Returns the ways from the top to a concept, a few if there are many, each without the concept itself. */
    public List<List<Node>> paths(Node concept) {
        List<List<Node>> paths = new ArrayList<>();
        climb(concept, new LinkedHashSet<>(List.of(concept)), paths);
        return paths.stream().filter(path -> !path.isEmpty()).toList();
    }

    private void climb(Node concept, LinkedHashSet<Node> way, List<List<Node>> paths) {
        List<Node> above =
                broader.of(concept).stream().filter(next -> !way.contains(next)).toList();
        if (above.isEmpty() || way.size() > MAX_DEPTH) {
            List<Node> path = new ArrayList<>(way);
            path.remove(0);
            paths.add(path.reversed());
            return;
        }
        for (Node next : above) {
            if (paths.size() < MAX_PATHS) {
                way.add(next);
                climb(next, way, paths);
                way.remove(next);
            }
        }
    }
}
