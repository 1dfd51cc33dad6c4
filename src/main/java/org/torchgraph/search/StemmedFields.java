package org.torchgraph.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.torchgraph.search.text.Stemming;
import org.torchgraph.search.text.TextAnalyzer;
import org.torchgraph.search.text.TextAnalyzer.Atom;

/**
 * The fields of an index that have the stems of words, besides those that have the words.
 *
 * @param languages the languages with stems, the most frequent in the index first
 * @param fields the names of the fields
 */
record StemmedFields(List<String> languages, List<String> fields) {
    static final StemmedFields NONE = new StemmedFields(List.of(), List.of());

    /** The number of places in which the stems of a search are looked for; of more languages the first count. */
    private static final int MAX_PLACES = 4_000;

    /** Finds the fields of an index. */
    static StemmedFields of(IndexReader index) {
        List<String> fields = new ArrayList<>();
        Map<String, Integer> documents = new HashMap<>();
        for (String field : FieldInfos.getIndexedFields(index)) {
            TextAnalyzer.language(field).ifPresent(language -> {
                fields.add(field);
                documents.merge(language, documents(index, field), Integer::sum);
            });
        }
        List<String> languages = documents.keySet().stream()
                .sorted(Comparator.comparing((String language) -> documents.get(language))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return new StemmedFields(languages, List.copyOf(fields));
    }

    private static int documents(IndexReader index, String field) {
        try {
            return index.getDocCount(field);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the same fields, of fewer languages if there are too many for the words of a search. */
    StemmedFields within(int words) {
        int most = MAX_PLACES / (Math.max(1, words) * Field.values().length);
        return most >= languages.size() ? this : new StemmedFields(languages.subList(0, most), fields);
    }

    /** Returns whether some texts of a field have stems of a language. */
    boolean has(Field field, String language) {
        return fields.contains(TextAnalyzer.stems(field.key(), language));
    }

    /** Returns the stems of the words of a text in a language. */
    static List<Atom> atoms(String language, String text) {
        return text.isEmpty() ? List.of() : Stemming.atoms(language, text);
    }
}
