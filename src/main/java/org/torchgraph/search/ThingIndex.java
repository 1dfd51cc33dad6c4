package org.torchgraph.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.torchgraph.dataset.View;
import org.torchgraph.model.term.ValueOrder;
import org.torchgraph.search.text.Synonyms;

/** The index of one snapshot. Safe for several threads. */
final class ThingIndex implements ThingFinder {
    private static final List<Field> ALL = List.of(
            Field.LABEL,
            Field.NUMBER,
            Field.ALT,
            Field.TITLE,
            Field.CONTEXT,
            Field.DEFINITION,
            Field.REST,
            Field.LINKED);
    private static final List<Field> NAMES = List.of(Field.LABEL, Field.NUMBER, Field.ALT, Field.TITLE);

    private final View data;
    private final ThingTexts texts;
    private final IndexSearcher searcher;
    private final List<Node> things;
    private final String base;
    private final Map<Facet, List<List<Node>>> values;
    private final Synonyms synonyms;
    private final NameMatcher matcher;
    private final StemmedFields stemmed;

    /**
     * @param things by their number in the index
     * @param values of each thing, by its number
     */
    ThingIndex(
            View data,
            ThingTexts texts,
            String base,
            IndexSearcher searcher,
            List<Node> things,
            Map<Facet, List<List<Node>>> values,
            Synonyms synonyms) {
        this.data = data;
        this.texts = texts;
        this.base = base;
        this.searcher = searcher;
        this.things = things;
        this.values = values;
        this.synonyms = synonyms;
        this.stemmed = StemmedFields.of(searcher.getIndexReader());
        this.matcher = new NameMatcher(data, texts, searcher, things, synonyms);
    }

    /** Returns what compares names. */
    NameMatcher matcher() {
        return matcher;
    }

    @Override
    public Hits find(SearchRequest wanted) {
        ParsedSearch parsed = ParsedSearch.of(wanted.text(), synonyms, false, stemmed);
        int words = parsed.groups().size();
        int[] found =
                wanted.text().isEmpty() ? numbers(new MatchAllDocsQuery()) : numbers(IndexQuery.of(parsed, words, ALL));
        List<BitSet> having = List.of();
        boolean loose = found.length == 0 && parsed.loosened().groups().size() > 1;
        if (loose) {
            having = having(parsed);
            int most = most(having);
            if (most < words && 2 * most >= words) {
                found = numbers(IndexQuery.of(parsed, most, ALL));
            } else {
                having = List.of();
                parsed = parsed.loosened();
                found = numbers(
                        IndexQuery.of(parsed, Math.ceilDiv(parsed.groups().size(), 2), ALL));
            }
        }
        int[] kept = Arrays.stream(found)
                .filter(thing -> passes(thing, wanted.filters(), null))
                .toArray();
        int pages = Math.max(1, (kept.length + Hits.HITS_ON_PAGE - 1) / Hits.HITS_ON_PAGE);
        List<Integer> page = new ArrayList<>();
        // As long, because the page number may be as large as an int.
        for (long at = (wanted.page() - 1L) * Hits.HITS_ON_PAGE;
                at < Math.min(kept.length, (long) wanted.page() * Hits.HITS_ON_PAGE);
                at++) {
            page.add(kept[(int) at]);
        }
        return new Hits(
                kept.length,
                wanted.page(),
                pages,
                loose && kept.length > 0,
                without(parsed, having, found),
                parsed.inPieces() ? List.of() : parsed.also(),
                hits(page, parsed, having),
                counts(found, wanted.filters()),
                false,
                0);
    }

    /** Returns for each word the things that have it. */
    private List<BitSet> having(ParsedSearch parsed) {
        return IndexQuery.words(parsed, ALL).stream()
                .map(word -> Arrays.stream(numbers(word)).collect(BitSet::new, BitSet::set, BitSet::or))
                .toList();
    }

    /** Returns the highest number of words that a thing has. */
    private int most(List<BitSet> having) {
        return IntStream.range(0, things.size())
                .map(thing ->
                        (int) having.stream().filter(word -> word.get(thing)).count())
                .max()
                .orElse(0);
    }

    private static List<String> without(ParsedSearch parsed, List<BitSet> having, int[] found) {
        return IntStream.range(0, having.size())
                .filter(word -> Arrays.stream(found).noneMatch(having.get(word)::get))
                .mapToObj(parsed.words()::get)
                .toList();
    }

    private static List<String> missing(ParsedSearch parsed, List<BitSet> having, int thing) {
        return IntStream.range(0, having.size())
                .filter(word -> !having.get(word).get(thing))
                .mapToObj(parsed.words()::get)
                .toList();
    }

    @Override
    public List<Hits.Hit> suggest(String text, int skipped, int most) {
        ParsedSearch parsed = ParsedSearch.of(text.strip(), synonyms, true, stemmed);
        List<Integer> found = Arrays.stream(
                        numbers(IndexQuery.of(parsed, parsed.groups().size(), NAMES)))
                .skip(skipped)
                .limit(most)
                .boxed()
                .toList();
        return hits(found, parsed, List.of());
    }

    /**
     * Returns the document numbers that match, the best first; documents of equal score are in the order of their IRIs.
     */
    private int[] numbers(Query query) {
        try {
            ScoreDoc[] docs = searcher.search(query, Math.max(1, things.size())).scoreDocs;
            return Arrays.stream(docs).mapToInt(doc -> doc.doc).toArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } finally {
            // The index is closed when nobody has it any more.
            Reference.reachabilityFence(this);
        }
    }

    private boolean passes(int thing, Map<String, Set<String>> filters, Facet except) {
        return values.entrySet().stream()
                .filter(facet -> !facet.getKey().equals(except)
                        && filters.containsKey(facet.getKey().name()))
                .allMatch(facet -> facet.getValue().get(thing).stream()
                        .map(this::key)
                        .anyMatch(filters.get(facet.getKey().name())::contains));
    }

    private String key(Node value) {
        if (value.isLiteral()) {
            return value.getLiteralLexicalForm();
        }
        return value.getURI().startsWith(base) ? value.getURI().substring(base.length()) : value.getURI();
    }

    private Map<Facet, List<Hits.FacetCount>> counts(int[] found, Map<String, Set<String>> filters) {
        Map<Facet, List<Hits.FacetCount>> counts = new LinkedHashMap<>();
        values.forEach((facet, ofThings) -> {
            Map<Node, Integer> things = new LinkedHashMap<>();
            for (int thing : found) {
                if (passes(thing, filters, facet)) {
                    ofThings.get(thing).forEach(value -> things.merge(value, 1, Integer::sum));
                }
            }
            counts.put(
                    facet,
                    things.entrySet().stream()
                            .map(entry -> new Hits.FacetCount(entry.getKey(), key(entry.getKey()), entry.getValue()))
                            .sorted(Comparator.comparing(Hits.FacetCount::things)
                                    .reversed()
                                    .thenComparing(Hits.FacetCount::value, ValueOrder.NODES))
                            .toList());
        });
        return counts;
    }

    /** Returns some things as hits, all of which are read at once. */
    private List<Hits.Hit> hits(List<Integer> numbers, ParsedSearch parsed, List<BitSet> having) {
        HitReader reader =
                HitReader.of(data, texts, numbers.stream().map(things::get).toList());
        return numbers.stream()
                .map(number -> reader.hit(things.get(number), parsed, facets(number), missing(parsed, having, number)))
                .toList();
    }

    private Map<Facet, List<Node>> facets(int number) {
        Map<Facet, List<Node>> facets = new LinkedHashMap<>();
        values.forEach((facet, ofThings) -> facets.put(facet, ofThings.get(number)));
        return facets;
    }
}
