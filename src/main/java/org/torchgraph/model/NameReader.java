package org.torchgraph.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.vocabulary.OA;
import org.torchgraph.model.naming.Naming;
import org.torchgraph.publication.evidence.EvidenceTerms;
import org.torchgraph.publication.evidence.Passage;
import org.torchgraph.publication.evidence.Passages;
import org.torchgraph.rdf.TripleSource;

/**
 * Gives the names of nodes that were read together.
 *
 * @param read what was read
 * @param naming the naming of the version, over what was read
 * @param terms the labels of terms of other vocabularies
 * @param common languages of the data, the most common first
 */
record NameReader(
        TripleSource read,
        Naming naming,
        EvidenceTerms evidence,
        Function<Node, List<Node>> terms,
        PrefixMap prefixes,
        List<String> common) {
    private static final String SEPARATOR = " · ";

    /** Returns the nodes and the classes that they are declared to be in. */
    Set<Node> withClasses(Collection<Node> nodes) {
        Set<Node> all = new LinkedHashSet<>(nodes);
        nodes.forEach(node -> read.classes(node).forEach(all::add));
        return all;
    }

    /** Returns the statements that name the nodes, of one property for each. */
    Stream<Triple> statements(Collection<Node> nodes) {
        return nodes.stream().flatMap(node -> naming.of(node).statements().stream());
    }

    /** Returns the labels of the nodes. */
    Labels labels(Collection<Node> nodes) {
        Map<Node, List<Node>> byNode = new HashMap<>();
        for (Node node : nodes) {
            List<Node> found = naming.of(node).literals();
            if (!found.isEmpty()) {
                byNode.put(node, found);
            }
        }
        return new Labels(Map.copyOf(byNode), prefixes, common);
    }

    /**
     * Returns the labels of the nodes, and derived names for passages (source and lines) and claims (their triple)
     * without a label. Derived names are for display; no document states them.
     */
    Labels names(Collection<Node> nodes) {
        Map<Node, List<Node>> all = new HashMap<>(labels(nodes).byNode());
        for (Node node : nodes) {
            List<Node> names = all.containsKey(node) || !node.isURI() && !node.isBlank() ? List.of() : derived(node);
            if (!names.isEmpty()) {
                all.put(node, names);
            }
        }
        return new Labels(Map.copyOf(all), prefixes, common);
    }

    private List<Node> derived(Node node) {
        if (read.contains(node, OA.hasSource.asNode(), Node.ANY)) {
            return passage(new Passages(read, evidence).read(node));
        }
        return Claims.triple(read, node).map(this::claim).orElse(List.of());
    }

    private List<Node> passage(Passage passage) {
        String lines =
                passage.lines().isEmpty() ? "" : SEPARATOR + passage.lines().replace('-', '–');
        return labelsOf(passage.source())
                .map(label -> literal(label.getLiteralLexicalForm() + lines, label.getLiteralLanguage()))
                .toList();
    }

    private List<Node> claim(Triple triple) {
        List<Node> parts = List.of(triple.getSubject(), triple.getPredicate(), triple.getObject());
        Map<Node, List<Node>> known = new HashMap<>(labels(parts).byNode());
        parts.forEach(node -> known.computeIfAbsent(node, term -> {
            List<Node> names = terms.apply(term);
            return names.isEmpty() ? null : names;
        }));
        Labels labels = new Labels(known, prefixes, common);
        return labelsOf(triple.getSubject())
                .map(Node::getLiteralLanguage)
                .distinct()
                .map(lang -> literal(
                        parts.stream()
                                .map(node -> labels.name(node, lang).text())
                                .collect(Collectors.joining(SEPARATOR)),
                        lang))
                .toList();
    }

    private Stream<Node> labelsOf(Node node) {
        return Optional.ofNullable(node).stream().flatMap(named -> naming.of(named).literals().stream());
    }

    private static Node literal(String text, String lang) {
        return lang.isEmpty() ? NodeFactory.createLiteralString(text) : NodeFactory.createLiteralLang(text, lang);
    }
}
