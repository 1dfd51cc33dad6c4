package org.torchgraph.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.torchgraph.model.naming.CommonTermNames;
import org.torchgraph.model.naming.Naming;
import org.torchgraph.publication.evidence.Passage;
import org.torchgraph.publication.evidence.Passages;
import org.torchgraph.publication.settings.Settings;
import org.torchgraph.rdf.TripleSource;

/** Finds the labels of nodes: for each node the literals of the first naming property that it has. */
final class Labeller {
    private static final Node SYMBOL = NodeFactory.createURI("http://qudt.org/schema/qudt/symbol");
    private static final String SEPARATOR = " · ";

    private final TripleSource graph;
    private final PrefixMap prefixes;
    private final Function<Node, List<Node>> terms;
    private final List<String> common;
    private final Naming naming;
    private final Lazy<Map<String, List<Node>>> noted = new Lazy<>(this::thingsByNotation);
    private final Passages passages;

    /**
     * @param settings naming properties, and names of terms, which are used within other names alone
     * @param common languages of the graph, the most common first
     */
    Labeller(TripleSource graph, PrefixMap prefixes, Settings settings, List<String> common) {
        this.graph = graph;
        this.prefixes = prefixes;
        this.terms = CommonTermNames.after(settings.presentation().labels());
        this.common = common;
        this.naming = Naming.of(graph, settings.presentation().names());
        this.passages = new Passages(graph, settings.evidence());
    }

    /** Returns the statements that name a node, all of one property; empty for a literal. */
    List<Triple> triples(Node node) {
        return naming.of(node).statements();
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
        Labels own = labels(nodes);
        Map<Node, List<Node>> all = new HashMap<>(own.byNode());
        for (Node node : nodes) {
            List<Node> names = all.containsKey(node) || !node.isURI() && !node.isBlank() ? List.of() : derived(node);
            if (!names.isEmpty()) {
                all.put(node, names);
            }
        }
        return new Labels(Map.copyOf(all), prefixes, common);
    }

    /** Returns the labels of units, by their symbols. */
    Labels units(Collection<Node> symbols) {
        Map<Node, List<Node>> bySymbol = new HashMap<>();
        for (Node symbol : symbols) {
            List<Node> names =
                    graph.subjects(SYMBOL, symbol).flatMap(this::labelsOf).toList();
            if (!names.isEmpty()) {
                bySymbol.put(symbol, names);
            }
        }
        return new Labels(Map.copyOf(bySymbol), prefixes, common);
    }

    /** Returns the labels of things by their notations; a notation of several things has none. */
    Labels notations(Collection<Node> literals) {
        Map<Node, List<Node>> byNotation = new HashMap<>();
        for (Node literal : literals) {
            List<Node> things = noted.get().getOrDefault(literal.getLiteralLexicalForm(), List.of());
            if (things.size() == 1) {
                byNotation.put(literal, labelsOf(things.get(0)).toList());
            }
        }
        return new Labels(Map.copyOf(byNotation), prefixes, common);
    }

    private Map<String, List<Node>> thingsByNotation() {
        return graph.find(Node.ANY, SKOS.notation.asNode(), Node.ANY)
                .filter(triple -> triple.getObject().isLiteral())
                .collect(Collectors.groupingBy(
                        triple -> triple.getObject().getLiteralLexicalForm(),
                        Collectors.mapping(Triple::getSubject, Collectors.toList())));
    }

    private List<Node> derived(Node node) {
        if (graph.contains(node, OA.hasSource.asNode(), Node.ANY)) {
            return passage(passages.read(node));
        }
        if (graph.contains(node, RDF.subject.asNode(), Node.ANY)
                || graph.contains(node, RDF.reifies.asNode(), Node.ANY)) {
            return Claims.triple(graph, node).map(this::claim).orElse(List.of());
        }
        return List.of();
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
