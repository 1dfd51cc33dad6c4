package org.torchgraph.server.reconcile;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Labels;
import org.torchgraph.model.vocabulary.VocabularyTerm;
import org.torchgraph.rdf.TripleCounts;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.search.text.TextAnalyzer;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.words.Reader;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * The classes and properties of one version, the most used first, with their names.
 *
 * @param version the version
 * @param classes the classes of its things
 * @param properties the properties that its statements have
 * @param labels the names of both
 * @param above the superclasses of classes that were asked for
 */
record KnownTerms(
        PublishedVersion version,
        List<Node> classes,
        List<Node> properties,
        Labels labels,
        Map<Node, Set<Node>> above) {
    private static final int THINGS_LOOKED_AT = 300;

    static KnownTerms of(PublishedVersion version) {
        TripleSource whole = version.snapshot().whole().union();
        Map<Node, Long> used = whole.counted().map(TripleCounts::properties).orElseGet(() -> whole.find()
                .collect(Collectors.groupingBy(Triple::getPredicate, Collectors.counting())));
        List<Node> properties = sorted(used.keySet(), used);
        Map<Node, Long> sizes = version.model().classes().get();
        List<Node> classes = sorted(
                Stream.concat(
                                sizes.keySet().stream(),
                                version.model().vocabulary().get().classes().stream()
                                        .map(VocabularyTerm::node))
                        .filter(Node::isURI)
                        .collect(Collectors.toSet()),
                sizes);
        return new KnownTerms(
                version,
                classes,
                properties,
                version.resources()
                        .labels(Stream.concat(classes.stream(), properties.stream())
                                .toList()),
                new ConcurrentHashMap<>());
    }

    private static List<Node> sorted(Collection<Node> terms, Map<Node, Long> used) {
        return terms.stream()
                .sorted(Comparator.comparing((Node term) -> used.getOrDefault(term, 0L))
                        .reversed()
                        .thenComparing(Node::getURI))
                .toList();
    }

    /** Returns the classes that the publication itself defines and that have things, the largest first. */
    List<Node> own(int most) {
        Set<Node> defined = version.model().vocabulary().get().classes().stream()
                .map(VocabularyTerm::node)
                .collect(Collectors.toSet());
        Map<Node, Long> sizes = version.model().classes().get();
        return classes.stream()
                .filter(type -> sizes.getOrDefault(type, 0L) > 0)
                .sorted(Comparator.comparing(type -> !defined.contains(type)))
                .limit(most)
                .toList();
    }

    /**
     * Returns the node that an identifier of a client stands for: a whole IRI, one relative to the base, or a prefixed
     * name.
     */
    Node node(String id) {
        String text = id.strip();
        String expanded = version.prefixes().expand(text);
        boolean whole = text.startsWith("http:") || text.startsWith("https:") || text.startsWith("urn:");
        return NodeFactory.createURI(whole ? text : expanded != null ? expanded : version.base() + text);
    }

    /**
     * Returns the identifier and the name of a thing or term; one without a label is named by the end of its IRI.
     *
     * @param ranges the languages of the name, the best first
     */
    JsonObjectBuilder named(Node node, Labels labels, List<String> ranges) {
        Language language =
                version.site().interfaceLanguages().coded(ranges.get(0)).orElse(Language.EN);
        TermRenderer wording = version.site()
                .wording(
                        labels,
                        Reader.of(
                                language,
                                ranges,
                                ranges.get(0),
                                version.site().website().languages()));
        return Json.createObjectBuilder()
                .add("id", node.getURI())
                .add(
                        "name",
                        wording.best(wording.names(node))
                                .map(RenderedTerm::text)
                                .orElseGet(() -> end(node)
                                        .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                                        .toLowerCase(Locale.ROOT)));
    }

    private static String end(Node term) {
        return term.getURI().replaceFirst(".*[/#:](?=.)", "");
    }

    /** Tells whether one of some classes is the wanted one or below it. */
    boolean isIn(List<Node> stated, Node wanted) {
        return stated.stream()
                .anyMatch(type -> above.computeIfAbsent(type, version.snapshot().union()::superclasses)
                        .contains(wanted));
    }

    /** Returns those of some terms whose names have the text, those that begin with it first. */
    List<Node> suggested(List<Node> terms, String text) {
        String squeezed = TextAnalyzer.squeezed(text);
        Map<Node, Integer> places = new HashMap<>();
        for (Node term : terms) {
            int place = place(term, text.strip(), squeezed);
            if (place >= 0) {
                places.put(term, place);
            }
        }
        return terms.stream()
                .filter(places::containsKey)
                .sorted(Comparator.comparing(places::get))
                .toList();
    }

    private int place(Node term, String text, String squeezed) {
        if (term.equals(node(text))) {
            return 0;
        }
        List<String> names = Stream.concat(
                        Stream.of(end(term)),
                        labels.byNode().getOrDefault(term, List.of()).stream().map(Node::getLiteralLexicalForm))
                .map(TextAnalyzer::squeezed)
                .toList();
        return names.stream().anyMatch(name -> name.startsWith(squeezed))
                ? 1
                : names.stream().anyMatch(name -> name.contains(squeezed)) ? 2 : -1;
    }

    /** Returns the properties that some things of a class have, those that most of them have first. */
    List<Node> propertiesOf(Node type) {
        TripleSource union = version.snapshot().union();
        List<Node> things = version.model().classes().get().keySet().stream()
                .filter(below -> isIn(List.of(below), type))
                .sorted(Comparator.comparing(Node::toString))
                .flatMap(below -> union.subjects(RDF.type.asNode(), below).limit(THINGS_LOOKED_AT))
                .distinct()
                .limit(THINGS_LOOKED_AT)
                .toList();
        Map<Node, Long> used = things.stream()
                .flatMap(thing -> union.find(thing, Node.ANY, Node.ANY)
                        .map(Triple::getPredicate)
                        .distinct())
                .collect(Collectors.groupingBy(property -> property, Collectors.counting()));
        return sorted(used.keySet(), used);
    }
}
