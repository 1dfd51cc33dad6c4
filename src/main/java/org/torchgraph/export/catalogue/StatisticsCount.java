package org.torchgraph.export.catalogue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.dataset.View;
import org.torchgraph.export.catalogue.DatasetStatistics.ClassMembers;
import org.torchgraph.export.catalogue.DatasetStatistics.LinksetKey;
import org.torchgraph.export.catalogue.DatasetStatistics.Uses;
import org.torchgraph.rdf.TripleNumbers;

/** Counts triples by the numbers of their terms, in two passes. The text of each term is looked at once. */
final class StatisticsCount {
    private static final Pattern SITE = Pattern.compile("^https?://[^/?#]+", Pattern.CASE_INSENSITIVE);
    private static final int[] NO_CLASSES = {};

    /** What is known of an object, if that is neither its datatype nor its site. */
    private static final Object OTHER = new Object();

    /** Counts those statements with one property whose subjects are in a class. */
    private static final class UseCount {
        private long triples;
        private final Map<Integer, long[]> classes = new HashMap<>();
        private final Map<Node, long[]> datatypes = new HashMap<>();
    }

    /** Counts the statements about the instances of a class. */
    private static final class MemberCount {
        private long entities;
        private long triples;
        private final Map<Integer, UseCount> properties = new HashMap<>();
    }

    private final String base;
    private final TripleNumbers triples;
    private final int type;
    /** The classes of each term. */
    private final int[][] classesOf;
    /** For each term that is a class. */
    private final MemberCount[] members;
    /** For each term that is an object: the datatype of a literal, the site of an IRI elsewhere, or {@link #OTHER}. */
    private final Object[] objects;

    private final long[] properties;
    private final BitSet subjects;
    private final BitSet entities;
    private final Map<String, Node> datatypes = new HashMap<>();
    private final Set<String> languages = new HashSet<>();
    private final Map<String, Map<Integer, long[]>> links = new HashMap<>();

    StatisticsCount(String base, TripleNumbers triples) {
        int terms = triples.termCount();
        this.base = base;
        this.triples = triples;
        this.type = triples.number(RDF.type.asNode());
        this.classesOf = new int[terms][];
        this.members = new MemberCount[terms];
        this.objects = new Object[terms];
        this.properties = new long[terms];
        this.subjects = new BitSet(terms);
        this.entities = new BitSet(terms);
        triples.read(this::addClass);
        triples.read(this::count);
    }

    private void addClass(int subject, int property, int object) {
        if (property == type && (members[object] != null || triples.node(object).isURI())) {
            members[object] = members[object] == null ? new MemberCount() : members[object];
            members[object].entities++;
            int[] before = classesOf(subject);
            classesOf[subject] = Arrays.copyOf(before, before.length + 1);
            classesOf[subject][before.length] = object;
        }
    }

    private int[] classesOf(int term) {
        return classesOf[term] == null ? NO_CLASSES : classesOf[term];
    }

    private void count(int subject, int property, int object) {
        if (!subjects.get(subject)) {
            subjects.set(subject);
            entities.set(subject, isEntity(triples.node(subject)));
        }
        if (objects[object] == null) {
            objects[object] = knownOf(triples.node(object));
        }
        properties[property]++;
        if (objects[object] instanceof String site && property != type && entities.get(subject)) {
            add(links.computeIfAbsent(site, none -> new HashMap<>()), property);
        }
        for (int one : classesOf(subject)) {
            members[one].triples++;
            count(object, members[one].properties.computeIfAbsent(property, none -> new UseCount()));
        }
    }

    private void count(int object, UseCount uses) {
        uses.triples++;
        if (objects[object] instanceof Node datatype) {
            add(uses.datatypes, datatype);
        } else {
            for (int one : classesOf(object)) {
                add(uses.classes, one);
            }
        }
    }

    private static <K> void add(Map<K, long[]> counts, K key) {
        counts.computeIfAbsent(key, none -> new long[1])[0]++;
    }

    private boolean isEntity(Node subject) {
        return isOwn(subject) && subject.getURI().indexOf('#') < 0;
    }

    private boolean isOwn(Node node) {
        return node.isURI() && node.getURI().startsWith(base);
    }

    private Object knownOf(Node object) {
        if (object.isLiteral()) {
            if (!object.getLiteralLanguage().isEmpty()) {
                languages.add(object.getLiteralLanguage());
            }
            return datatypes.computeIfAbsent(object.getLiteralDatatypeURI(), NodeFactory::createURI);
        }
        if (object.isURI() && !isOwn(object)) {
            Matcher site = SITE.matcher(object.getURI());
            return site.find() ? site.group() + "/" : OTHER;
        }
        return OTHER;
    }

    /** Returns what was counted, and the sizes of the graphs. */
    DatasetStatistics result(View data) {
        return new DatasetStatistics(
                subjects.cardinality(),
                Arrays.stream(objects).filter(object -> object != null).count(),
                entities.cardinality(),
                languages,
                uses(),
                classes(),
                links(),
                data.graphNames().collect(Collectors.toMap(Function.identity(), name -> data.graph(name)
                        .orElseThrow()
                        .size())));
    }

    private Map<Node, Long> uses() {
        Map<Node, Long> uses = new HashMap<>();
        for (int property = 0; property < properties.length; property++) {
            if (properties[property] > 0) {
                uses.put(triples.node(property), properties[property]);
            }
        }
        return uses;
    }

    private Map<Node, ClassMembers> classes() {
        Map<Node, ClassMembers> classes = new HashMap<>();
        for (int number = 0; number < members.length; number++) {
            if (members[number] != null) {
                MemberCount one = members[number];
                classes.put(
                        triples.node(number),
                        new ClassMembers(
                                one.entities,
                                one.triples,
                                renamed(
                                        one.properties,
                                        triples::node,
                                        use -> new Uses(
                                                use.triples,
                                                renamed(use.classes, triples::node, StatisticsCount::value),
                                                renamed(use.datatypes, Function.identity(), StatisticsCount::value)))));
            }
        }
        return classes;
    }

    private Map<LinksetKey, Long> links() {
        Map<LinksetKey, Long> all = new HashMap<>();
        links.forEach((site, byProperty) -> all.putAll(
                renamed(byProperty, property -> new LinksetKey(site, triples.node(property)), StatisticsCount::value)));
        return all;
    }

    private static long value(long[] count) {
        return count[0];
    }

    private static <A, B, C, D> Map<B, D> renamed(Map<A, C> map, Function<A, B> key, Function<C, D> value) {
        return map.entrySet().stream()
                .collect(Collectors.toMap(entry -> key.apply(entry.getKey()), entry -> value.apply(entry.getValue())));
    }
}
