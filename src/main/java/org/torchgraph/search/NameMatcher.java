package org.torchgraph.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.jena.datatypes.xsd.impl.XSDAbstractDateTimeType;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.torchgraph.dataset.View;
import org.torchgraph.model.term.ValueOrder;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.search.text.NameTerms;
import org.torchgraph.search.text.Synonyms;
import org.torchgraph.search.text.TextAnalyzer;

/**
 * Finds the things that a name may mean, as people write it: a part of it, with a number or a date behind it, with a
 * slip. The index gives the things that share terms with it; these are compared name by name, and a term counts the
 * more, the fewer things have it. Safe for several threads.
 */
final class NameMatcher {
    private static final List<Field> NAMES = List.of(Field.LABEL, Field.NUMBER, Field.ALT, Field.TITLE);
    private static final int THINGS_KEPT = 20_000;
    private static final int COMPARED = 30;
    private static final int LOOKED_AT = 200;
    /** The rarest terms find the candidates; the others, which many things have, only compare them. */
    private static final int MOST_TERMS = 12;

    /** The number of own names that are matched ahead. */
    private static final int OWN_MATCHED = 300;

    private static final float WHOLE_WEIGHT = 1000;
    /** Of a concept and another thing of one name the other is meant, as long as nobody says what is looked for. */
    private static final double SHARE_OF_CONCEPT = 0.95;

    /** What a name that is not the same gets at most. */
    private static final double MOST = 99;

    private final View data;
    private final ThingTexts texts;
    private final IndexSearcher searcher;
    private final List<Node> things;
    private final Synonyms synonyms;
    private final Cache<Node, NamedThing> named =
            Caffeine.newBuilder().maximumSize(THINGS_KEPT).build();
    private final Map<String, Query> known = new ConcurrentHashMap<>();
    private final Map<String, Double> weights = new ConcurrentHashMap<>();

    NameMatcher(View data, ThingTexts texts, IndexSearcher searcher, List<Node> things, Synonyms synonyms) {
        this.data = data;
        this.texts = texts;
        this.searcher = searcher;
        this.things = things;
        this.synonyms = synonyms;
    }

    private record NamedThing(List<Node> classes, List<ThingName> names, Set<String> terms) {}

    /** Has the weight of each term. */
    private record ThingName(Node literal, String squeezed, Map<String, Double> terms) {}

    private TypedName written(String text) {
        Map<String, Double> terms = weighted(NameTerms.of(text, synonyms));
        Set<String> unknown = new HashSet<>();
        for (String term : terms.keySet()) {
            if (NameTerms.slips(term) > 0 && !weights.containsKey(term)) {
                unknown.add(term);
            }
        }
        return new TypedName(text, TextAnalyzer.squeezed(text), terms, unknown);
    }

    private Map<String, Double> weighted(Set<String> terms) {
        Map<String, Double> weighted = new LinkedHashMap<>();
        terms.forEach(term -> weighted.put(term, weight(term)));
        return weighted;
    }

    /**
     * Returns the things that a name may mean, the closest first.
     *
     * @param wanted tells of the stated classes of a thing whether it is looked for
     * @param everything whether parts of things and those of the classes that come late are looked for too
     */
    List<MatchedThing> match(String text, Predicate<List<Node>> wanted, boolean everything, int limit) {
        TypedName written = written(text);
        List<MatchedThing> matches = new ArrayList<>();
        List<Node> candidates = Arrays.stream(candidates(written, everything))
                .mapToObj(things::get)
                .toList();
        Function<Node, NamedThing> near = near(candidates);
        for (Node thing : candidates) {
            NamedThing own = near.apply(thing);
            if (wanted.test(own.classes())) {
                MatchedThing match = compared(thing, own, written);
                matches.add(
                        everything || !match.classes().contains(SKOS.Concept.asNode())
                                ? match
                                : match.times(SHARE_OF_CONCEPT));
                if (matches.size() == COMPARED) {
                    break;
                }
            }
        }
        // Equal ones stay in the order of the index.
        matches.sort(Comparator.comparingDouble(MatchedThing::score).reversed());
        return List.copyOf(matches.subList(0, Math.min(limit, matches.size())));
    }

    /** Matches some names of its own, so that the first who asks need not wait until the program is compiled. */
    void warm() {
        int step = Math.max(1, things.size() / OWN_MATCHED);
        List<Node> own = IntStream.iterate(0, at -> at < things.size(), at -> at + step)
                .limit(OWN_MATCHED)
                .mapToObj(things::get)
                .toList();
        Function<Node, NamedThing> near = near(own);
        own.forEach(thing -> near.apply(thing).names().stream()
                .limit(1)
                .map(name -> name.literal().getLiteralLexicalForm())
                .forEach(name -> match(IndexPart.bounded(name), classes -> true, false, 1)));
    }

    /** Returns how close a text comes to a value, from 0 to 1: to the names of a thing, or to a literal. */
    double closeness(String text, Node value) {
        TypedName written = written(text);
        if (!value.isLiteral()) {
            return compared(value, near(List.of(value)).apply(value), written).score() / MatchedThing.HIGHEST;
        }
        ThingName own = name(value);
        // A year is close enough to a day in it.
        boolean begins = !written.squeezed().isEmpty()
                && own.squeezed().startsWith(written.squeezed())
                && value.getLiteralDatatype() instanceof XSDAbstractDateTimeType;
        return own.squeezed().equals(written.squeezed()) || begins
                ? 1
                : MOST
                        * TypedName.harmonic(written.shareIn(own.terms().keySet()), written.shareOf(own.terms()))
                        / MatchedThing.HIGHEST;
    }

    private ThingName name(Node literal) {
        String text = IndexPart.bounded(literal.getLiteralLexicalForm());
        return new ThingName(literal, TextAnalyzer.squeezed(text), weighted(NameTerms.of(text, synonyms)));
    }

    /** Returns the names of a thing, its labels first. */
    List<Node> names(Node thing) {
        return texts.namesOf(thing);
    }

    private int[] candidates(TypedName written, boolean everything) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        String squeezed = written.squeezed();
        if (!squeezed.isEmpty()) {
            for (String exact : List.of(IndexQuery.LABEL, IndexQuery.NUMBER, IndexQuery.OTHER)) {
                any.add(IndexQuery.flat(new TermQuery(new Term(exact, squeezed)), WHOLE_WEIGHT), Occur.SHOULD);
            }
            for (String iri : List.of(IndexQuery.IRI, IndexQuery.END)) {
                any.add(
                        IndexQuery.flat(new TermQuery(new Term(iri, IndexQuery.iri(written.text()))), WHOLE_WEIGHT),
                        Occur.SHOULD);
            }
        }
        weighted(NameTerms.of(written.text())).entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(MOST_TERMS)
                .forEach(term -> any.add(anywhere(term.getKey(), term.getValue()), Occur.SHOULD));
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(any.build(), Occur.MUST);
        if (!everything) {
            all.add(new TermQuery(new Term(IndexQuery.EARLY, "")), Occur.FILTER)
                    .add(new TermQuery(new Term(IndexQuery.WHOLE, "")), Occur.FILTER);
        }
        try {
            return Arrays.stream(searcher.search(all.build(), LOOKED_AT).scoreDocs)
                    .mapToInt(doc -> doc.doc)
                    .toArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /** Returns a query for a term in any name, or for terms that are almost the same if no name has it. */
    private Query anywhere(String term, double weight) {
        Query places = NameTerms.slips(term) > 0 && !weights.containsKey(term)
                ? new DisjunctionMaxQuery(
                        NAMES.stream()
                                .map(field ->
                                        (Query) new FuzzyQuery(new Term(field.key(), term), NameTerms.slips(term), 1))
                                .toList(),
                        0)
                : weights.containsKey(term) ? known.computeIfAbsent(term, this::places) : new MatchNoDocsQuery();
        return new BoostQuery(places, (float) weight);
    }

    /** Returns a query for a term in the fields that have it, which need not be looked up again. */
    private Query places(String term) {
        List<Query> places = new ArrayList<>();
        try {
            for (Field field : NAMES) {
                Term place = new Term(field.key(), term);
                TermStates states = TermStates.build(searcher, place, true);
                if (states.docFreq() > 0) {
                    places.add(new TermQuery(place, states));
                }
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return new DisjunctionMaxQuery(places, 0);
    }

    private MatchedThing compared(Node thing, NamedThing own, TypedName written) {
        double found = written.shareIn(own.terms());
        Node closest = thing;
        double best = 0;
        for (ThingName name : own.names()) {
            double score = name.squeezed().equals(written.squeezed())
                    ? MatchedThing.HIGHEST
                    : MOST * TypedName.harmonic(found, written.shareOf(name.terms()));
            if (score > best) {
                best = score;
                closest = name.literal();
            }
        }
        boolean isIri = thing.isURI() && thing.getURI().equals(written.text().strip());
        double score = isIri ? MatchedThing.HIGHEST : best;
        return new MatchedThing(thing, closest, score, score == MatchedThing.HIGHEST, own.classes());
    }

    /** Returns what gives the names of things, for which all that are not known are read at once. */
    private Function<Node, NamedThing> near(List<Node> candidates) {
        List<Node> unknown = candidates.stream()
                .filter(thing -> named.getIfPresent(thing) == null)
                .toList();
        TripleSource read = data.around(unknown, texts.reach()).union();
        ThingTexts readTexts = texts.in(read);
        return thing ->
                thing.isURI() ? named.get(thing, known -> read(known, read, readTexts)) : read(thing, read, readTexts);
    }

    private NamedThing read(Node thing, TripleSource near, ThingTexts nearTexts) {
        Map<String, ThingName> read = new TreeMap<>();
        Set<String> all = new HashSet<>();
        nearTexts.of(thing).stream().filter(text -> text.field().isName()).forEach(text -> {
            ThingName name = name(text.literal());
            all.addAll(name.terms().keySet());
            read.putIfAbsent(text.literal().getLiteralLexicalForm(), name);
        });
        return new NamedThing(
                near.classes(thing).filter(Node::isURI).sorted(ValueOrder.NODES).toList(),
                List.copyOf(read.values()),
                all);
    }

    private double weight(String term) {
        Double known = weights.get(term);
        if (known != null) {
            return known;
        }
        int frequency = frequency(term);
        if (frequency == 0) {
            // A pair of characters that no name has may be an accident of two words side by side.
            return 1;
        }
        double weight = Math.log1p((double) things.size() / frequency);
        weights.put(term, weight);
        return weight;
    }

    private int frequency(String term) {
        try {
            int most = 0;
            for (Field field : NAMES) {
                most = Math.max(most, searcher.getIndexReader().docFreq(new Term(field.key(), term)));
            }
            return most;
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
