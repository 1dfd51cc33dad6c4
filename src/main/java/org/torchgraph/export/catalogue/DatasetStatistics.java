package org.torchgraph.export.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.dataset.View;
import org.torchgraph.rdf.TripleSource;

/** Counts everything that VoID describes of a dataset, in two passes over its statements. */
final class DatasetStatistics {
    private static final Pattern SITE = Pattern.compile("^https?://[^/?#]+", Pattern.CASE_INSENSITIVE);

    /**
     * Identifies the links with one property to one other site.
     *
     * @param target scheme, host and {@code /}
     * @param predicate the property
     */
    record LinksetKey(String target, Node predicate) {}

    /** The instances of a class, and the statements about them by property. */
    static final class ClassMembers {
        long entities;
        long triples;
        final Map<Node, Uses> properties = new HashMap<>();
    }

    /** The statements with one property, and the classes and datatypes of their objects. */
    static final class Uses {
        long triples;
        final Map<Node, Long> classes = new HashMap<>();
        final Map<Node, Long> datatypes = new HashMap<>();
    }

    private final String base;
    private final Map<Node, Set<Node>> types = new HashMap<>();
    private final Set<Node> subjectNodes = new HashSet<>();
    private final Set<Node> objectNodes = new HashSet<>();
    private final Set<Node> entityNodes = new HashSet<>();
    private final Set<String> languages = new HashSet<>();
    final Map<Node, Long> properties = new HashMap<>();
    final Map<Node, ClassMembers> classes = new HashMap<>();
    final Map<LinksetKey, Long> links = new HashMap<>();
    final Map<Node, Long> graphs = new HashMap<>();

    /**
     * Counts a dataset.
     *
     * @param base the IRI prefix of the things that the publication describes
     * @param data the dataset
     */
    DatasetStatistics(String base, View data) {
        this.base = base;
        TripleSource union = data.union();
        union.find(Node.ANY, RDF.type.asNode(), Node.ANY)
                .filter(triple -> triple.getObject().isURI())
                .forEach(triple -> types.computeIfAbsent(triple.getSubject(), none -> new HashSet<>(2))
                        .add(triple.getObject()));
        types.values()
                .forEach(all ->
                        all.forEach(type -> classes.computeIfAbsent(type, none -> new ClassMembers()).entities++));
        union.find().forEach(this::count);
        data.graphNames()
                .forEach(name -> graphs.put(name, data.graph(name).orElseThrow().size()));
    }

    long subjects() {
        return subjectNodes.size();
    }

    long objects() {
        return objectNodes.size();
    }

    /** Returns the language tags of literals. */
    Set<String> languages() {
        return languages;
    }

    /** Returns the number of subjects under the base, without their parts ({@code #…}). */
    long entities() {
        return entityNodes.size();
    }

    private void count(Triple triple) {
        Node subject = triple.getSubject();
        Node property = triple.getPredicate();
        Node object = triple.getObject();
        subjectNodes.add(subject);
        objectNodes.add(object);
        if (object.isLiteral() && !object.getLiteralLanguage().isEmpty()) {
            languages.add(object.getLiteralLanguage());
        }
        properties.merge(property, 1L, Long::sum);
        if (isOwn(subject) && subject.getURI().indexOf('#') < 0) {
            entityNodes.add(subject);
            if (object.isURI() && !isOwn(object) && !property.equals(RDF.type.asNode())) {
                Matcher site = SITE.matcher(object.getURI());
                if (site.find()) {
                    links.merge(new LinksetKey(site.group() + "/", property), 1L, Long::sum);
                }
            }
        }
        for (Node type : typesOf(subject)) {
            ClassMembers members = classes.get(type);
            members.triples++;
            count(object, members.properties.computeIfAbsent(property, none -> new Uses()));
        }
    }

    private void count(Node object, Uses uses) {
        uses.triples++;
        if (object.isLiteral()) {
            uses.datatypes.merge(literalType(object), 1L, Long::sum);
        } else {
            typesOf(object).forEach(type -> uses.classes.merge(type, 1L, Long::sum));
        }
    }

    private static Node literalType(Node literal) {
        return NodeFactory.createURI(literal.getLiteralDatatypeURI());
    }

    private Iterable<Node> typesOf(Node node) {
        return types.getOrDefault(node, Set.of());
    }

    private boolean isOwn(Node node) {
        return node.isURI() && node.getURI().startsWith(base);
    }

    /**
     * Returns the namespaces of the properties and classes used: up to the first {@code #}, else the last {@code /}.
     */
    Set<String> vocabularies() {
        Set<String> namespaces = new HashSet<>();
        for (Set<Node> terms : List.of(properties.keySet(), classes.keySet())) {
            for (Node term : terms) {
                String iri = term.getURI();
                int end = Math.max(iri.indexOf('#'), iri.lastIndexOf('/'));
                namespaces.add(
                        iri.indexOf('#') >= 0 ? iri.substring(0, iri.indexOf('#') + 1) : iri.substring(0, end + 1));
            }
        }
        return namespaces;
    }
}
