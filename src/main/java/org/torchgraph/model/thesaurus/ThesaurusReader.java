package org.torchgraph.model.thesaurus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SKOSXL;
import org.torchgraph.model.thesaurus.ConceptOrder.ConceptNames;
import org.torchgraph.model.thesaurus.ConceptScheme.Match;
import org.torchgraph.rdf.TripleSource;

/** Reads the concept schemes of a dataset version in a few passes. */
public final class ThesaurusReader {
    private static final List<Property> MATCHES =
            List.of(SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch);
    private static final List<Property> LINKS = List.of(
            SKOS.inScheme,
            SKOS.hasTopConcept,
            SKOS.topConceptOf,
            SKOS.narrower,
            SKOS.broader,
            SKOS.notation,
            SKOS.member,
            SKOS.memberList);

    private static final List<Property> ALTERNATIVES = List.of(SKOS.altLabel, SKOSXL.altLabel, SKOSXL.literalForm);

    private final TripleSource data;
    private final ConceptLinks narrower;
    private final ConceptLinks broader;

    private ThesaurusReader(TripleSource data) {
        this.data = data;
        this.narrower = ConceptLinks.of(data, SKOS.narrower, SKOS.broader);
        this.broader = ConceptLinks.of(data, SKOS.broader, SKOS.narrower);
    }

    /**
     * Reads the schemes; there are none if they are more than the store can read.
     *
     * @param labels finds the names of many concepts
     */
    public static Thesauri read(TripleSource data, ConceptNames labels) {
        if (!Stream.concat(LINKS.stream(), MATCHES.stream()).allMatch(link -> data.isReadable(link.asNode()))) {
            return Thesauri.NONE;
        }
        ThesaurusReader reader = new ThesaurusReader(data);
        Map<Node, ConceptCollection> collections = ConceptCollection.in(data).stream()
                .collect(Collectors.toMap(ConceptCollection::node, collection -> collection));
        return new Thesauri(
                reader.schemes(collections),
                reader.narrower,
                reader.broader,
                collections,
                reader.notations(),
                reader.alternatives(),
                labels);
    }

    private Map<Node, ConceptScheme> schemes(Map<Node, ConceptCollection> collections) {
        Map<Node, Set<Node>> tops = new HashMap<>();
        links(SKOS.hasTopConcept.asNode()).forEach(triple -> add(tops, triple.getSubject(), triple.getObject()));
        links(SKOS.topConceptOf.asNode()).forEach(triple -> add(tops, triple.getObject(), triple.getSubject()));
        Map<Node, Set<Node>> concepts = new HashMap<>();
        tops.forEach((scheme, of) -> of.forEach(concept -> add(concepts, scheme, concept)));
        Map<Node, Set<Node>> collected = new HashMap<>();
        links(SKOS.inScheme.asNode())
                .forEach(triple -> add(
                        collections.containsKey(triple.getSubject()) ? collected : concepts,
                        triple.getObject(),
                        triple.getSubject()));
        Set<Node> declared = data.subjects(RDF.type.asNode(), SKOS.ConceptScheme.asNode())
                .filter(Node::isURI)
                .collect(Collectors.toSet());
        if (declared.size() == 1 && concepts.isEmpty() && data.counted().isEmpty()) {
            // The only scheme has the concepts that name none.
            Node only = declared.iterator().next();
            data.subjects(RDF.type.asNode(), SKOS.Concept.asNode())
                    .filter(Node::isURI)
                    .forEach(concept -> add(concepts, only, concept));
        }
        Map<Node, List<Match>> matches = matches();
        Map<Node, ConceptScheme> schemes = new HashMap<>();
        concepts.forEach((node, of) -> schemes.put(
                node,
                new ConceptScheme(
                        node,
                        List.copyOf(of),
                        reaching(tops.getOrDefault(node, Set.of()), of),
                        outermost(collections, collected.getOrDefault(node, Set.of()), of),
                        of.stream()
                                .flatMap(concept -> matches.getOrDefault(concept, List.of()).stream())
                                .toList())));
        return Map.copyOf(schemes);
    }

    /** Returns the top concepts, the others with nothing above them, and one of each circle. */
    private List<Node> reaching(Set<Node> tops, Set<Node> concepts) {
        Set<Node> first = new LinkedHashSet<>(tops);
        concepts.stream()
                .filter(concept -> broader.of(concept).stream().noneMatch(concepts::contains))
                .forEach(first::add);
        Set<Node> reached = new HashSet<>();
        first.forEach(concept -> reach(concept, reached));
        for (Node concept : concepts) {
            if (!reached.contains(concept)) {
                first.add(concept);
                reach(concept, reached);
            }
        }
        return List.copyOf(first);
    }

    private void reach(Node first, Set<Node> reached) {
        List<Node> open = new ArrayList<>(List.of(first));
        while (!open.isEmpty()) {
            Node next = open.remove(open.size() - 1);
            if (reached.add(next)) {
                open.addAll(narrower.of(next));
            }
        }
    }

    /** Returns the collections of a scheme, or with a concept of it, that are in no other of these. */
    private static List<ConceptCollection> outermost(
            Map<Node, ConceptCollection> all, Set<Node> stated, Set<Node> concepts) {
        List<ConceptCollection> of = all.values().stream()
                .filter(one -> stated.contains(one.node())
                        || one.members().stream().anyMatch(concepts::contains)
                        || holds(all, one, concepts, new HashSet<>()))
                .sorted((one, other) -> ConceptNode.BY_IRI.compare(one.node(), other.node()))
                .toList();
        Set<Node> inner = of.stream()
                .flatMap(one -> one.members().stream().filter(member -> !member.equals(one.node())))
                .collect(Collectors.toSet());
        List<ConceptCollection> outer =
                of.stream().filter(one -> !inner.contains(one.node())).toList();
        return outer.isEmpty() ? of : outer;
    }

    private static boolean holds(
            Map<Node, ConceptCollection> all, ConceptCollection one, Set<Node> concepts, Set<Node> seen) {
        return seen.add(one.node())
                && one.members().stream()
                        .anyMatch(member -> concepts.contains(member)
                                || all.containsKey(member) && holds(all, all.get(member), concepts, seen));
    }

    private Map<Node, List<Match>> matches() {
        return MATCHES.stream()
                .flatMap(relation -> links(relation.asNode()))
                .map(triple -> new Match(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                .sorted((one, other) -> ConceptNode.BY_IRI.compare(one.other(), other.other()))
                .collect(Collectors.groupingBy(Match::concept));
    }

    private Map<Node, Node> notations() {
        Map<Node, Node> notations = new HashMap<>();
        data.find(Node.ANY, SKOS.notation.asNode(), Node.ANY)
                .filter(triple -> triple.getObject().isLiteral())
                .forEach(triple -> notations.merge(
                        triple.getSubject(),
                        triple.getObject(),
                        (one, other) -> NodeCmp.compareRDFTerms(one, other) <= 0 ? one : other));
        return notations;
    }

    /** Returns the names beside those by which concepts are called; none if they are more than the store can read. */
    private Map<Node, List<Node>> alternatives() {
        if (!ALTERNATIVES.stream().allMatch(property -> data.isReadable(property.asNode()))) {
            return Map.of();
        }
        Map<Node, Set<Node>> names = new HashMap<>();
        data.find(Node.ANY, SKOS.altLabel.asNode(), Node.ANY)
                .forEach(triple -> addText(names, triple.getSubject(), triple.getObject()));
        data.find(Node.ANY, SKOSXL.altLabel.asNode(), Node.ANY)
                .forEach(triple -> data.objects(triple.getObject(), SKOSXL.literalForm.asNode())
                        .forEach(text -> addText(names, triple.getSubject(), text)));
        return names.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    private static void addText(Map<Node, Set<Node>> names, Node concept, Node text) {
        if (text.isLiteral()) {
            names.computeIfAbsent(concept, none -> new TreeSet<>(NodeCmp::compareRDFTerms))
                    .add(text);
        }
    }

    private Stream<Triple> links(Node property) {
        return data.find(Node.ANY, property, Node.ANY)
                .filter(triple ->
                        triple.getSubject().isURI() && triple.getObject().isURI());
    }

    private static void add(Map<Node, Set<Node>> to, Node key, Node value) {
        to.computeIfAbsent(key, none -> new TreeSet<>(ConceptNode.BY_IRI)).add(value);
    }
}
