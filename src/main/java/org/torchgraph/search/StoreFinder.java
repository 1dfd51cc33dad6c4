package org.torchgraph.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.torchgraph.dataset.StoreNameSearch;
import org.torchgraph.dataset.StoreNameSearch.FoundName;
import org.torchgraph.dataset.View;
import org.torchgraph.search.text.Synonyms;
import org.torchgraph.search.text.TextAnalyzer;

/**
 * Finds things by the text search of the store, which knows their names alone.
 *
 * @param data what hits are read from
 * @param names the text search of the store
 * @param texts the texts of things
 */
record StoreFinder(View data, StoreNameSearch names, ThingTexts texts) implements ThingFinder {
    /** The number of names that are looked at. */
    private static final int MOST_NAMES = 200;

    @Override
    public Hits find(SearchRequest wanted) {
        List<FoundName> found = names.find(wanted.text(), false, MOST_NAMES + 1);
        boolean begins = found.isEmpty();
        if (begins) {
            found = names.find(wanted.text(), true, MOST_NAMES + 1);
        }
        List<Node> things = things(found, wanted.text());
        int pages = Math.max(1, Math.ceilDiv(things.size(), Hits.HITS_ON_PAGE));
        return new Hits(
                things.size(),
                wanted.page(),
                pages,
                false,
                List.of(),
                List.of(),
                hits(
                        things,
                        (wanted.page() - 1L) * Hits.HITS_ON_PAGE,
                        Hits.HITS_ON_PAGE,
                        parsed(wanted.text(), begins)),
                Map.of(),
                true,
                found.size() > MOST_NAMES ? MOST_NAMES : 0);
    }

    @Override
    public List<Hits.Hit> suggest(String text, int skipped, int most) {
        return hits(things(names.find(text, true, MOST_NAMES), text), skipped, most, parsed(text, true));
    }

    /** Returns the things of names: those of which the whole name was typed first, then those of shorter names. */
    private static List<Node> things(List<FoundName> found, String text) {
        String typed = TextAnalyzer.squeezed(text);
        return found.stream()
                .limit(MOST_NAMES)
                .sorted(Comparator.comparing((FoundName name) ->
                                !TextAnalyzer.squeezed(text(name)).equals(typed))
                        .thenComparing(name -> text(name).length())
                        .thenComparing(name -> name.thing().getURI()))
                .map(FoundName::thing)
                .distinct()
                .toList();
    }

    private static String text(FoundName found) {
        return found.name().getLiteralLexicalForm();
    }

    private List<Hits.Hit> hits(List<Node> things, long skipped, int most, ParsedSearch parsed) {
        List<Node> shown = things.stream().skip(skipped).limit(most).toList();
        if (shown.isEmpty()) {
            return List.of();
        }
        HitReader reader = HitReader.of(data, texts, shown);
        return shown.stream()
                .filter(thing -> !reader.isWithdrawn(thing))
                .map(thing -> reader.hit(thing, parsed, Map.of(), List.of()))
                .toList();
    }

    private static ParsedSearch parsed(String text, boolean unfinished) {
        return ParsedSearch.of(text.strip(), new Synonyms(), unfinished, StemmedFields.NONE);
    }
}
