package org.torchgraph.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.torchgraph.search.ParsedSearch.Phrase;
import org.torchgraph.search.text.Synonyms;
import org.torchgraph.search.text.TextAnalyzer;

/** The in-memory index of the saved questions, with the text analysis of the things. Safe for several threads. */
final class QuestionIndex {
    private static final int MAX_HITS = 5;
    private static final int MAX_SUGGESTIONS = 3;
    private static final float TITLE_WEIGHT = 4;
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    /** Present if the question has a parameter for a year. */
    private static final Term TAKES_YEAR = new Term("takes", "year");

    private final List<QuestionText> questions;
    private final IndexSearcher searcher;

    private QuestionIndex(List<QuestionText> questions, IndexSearcher searcher) {
        this.questions = questions;
        this.searcher = searcher;
    }

    static QuestionIndex of(List<QuestionText> questions) {
        ByteBuffersDirectory memory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(TextAnalyzer.ANALYZER))) {
            for (QuestionText question : questions) {
                writer.addDocument(document(question));
            }
            writer.commit();
            return new QuestionIndex(List.copyOf(questions), new IndexSearcher(DirectoryReader.open(memory)));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static Document document(QuestionText question) {
        Document document = new Document();
        question.titles().values().forEach(title -> document.add(new TextField(Field.TITLE.key(), title, Store.NO)));
        question.texts().forEach(text -> document.add(new TextField(Field.REST.key(), text, Store.NO)));
        question.year().ifPresent(year -> document.add(new StringField(TAKES_YEAR.field(), "year", Store.NO)));
        return document;
    }

    /** Returns the questions that have most words of a text; one that takes a year has any year. */
    List<QuestionHit> find(String text) {
        return found(
                ParsedSearch.of(text, new Synonyms(), false, StemmedFields.NONE).loosened(), MAX_HITS);
    }

    /** Returns the questions whose titles have all words of a text, with the last word as a prefix. */
    List<QuestionHit> suggest(String text) {
        return found(
                ParsedSearch.of(text, new Synonyms(), true, StemmedFields.NONE).loosened(), MAX_SUGGESTIONS);
    }

    private List<QuestionHit> found(ParsedSearch parsed, int most) {
        int words = parsed.groups().size();
        BooleanQuery.Builder all = new BooleanQuery.Builder()
                .setMinimumNumberShouldMatch(parsed.unfinished() ? words : Math.ceilDiv(7 * words, 10));
        BooleanQuery.Builder some = new BooleanQuery.Builder();
        Optional<String> year = Optional.empty();
        for (int i = 0; i < words; i++) {
            Phrase phrase = parsed.groups().get(i).alternatives().get(0);
            Query written = written(phrase, parsed.unfinished(), i == words - 1);
            String term = phrase.atoms().get(0).term();
            boolean isYear = YEAR.matcher(term).matches();
            Query takesYear = IndexQuery.flat(new TermQuery(TAKES_YEAR), 2 * TITLE_WEIGHT);
            all.add(isYear ? new DisjunctionMaxQuery(List.of(written, takesYear), 0) : written, Occur.SHOULD);
            some.add(written, Occur.SHOULD);
            year = year.isEmpty() && isYear ? Optional.of(term) : year;
        }
        Optional<String> first = year;
        Query wanted = new BooleanQuery.Builder()
                .add(all.build(), Occur.MUST)
                .add(some.build(), Occur.FILTER)
                .build();
        try {
            return Arrays.stream(searcher.search(wanted, most).scoreDocs)
                    .map(doc -> hit(questions.get(doc.doc), first, parsed))
                    .toList();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static Query written(Phrase phrase, boolean unfinished, boolean last) {
        Query title = IndexQuery.in(Field.TITLE, phrase, unfinished && last);
        return unfinished
                ? title
                : new DisjunctionMaxQuery(
                        List.of(new BoostQuery(title, TITLE_WEIGHT), IndexQuery.in(Field.REST, phrase, false)), 0);
    }

    private static QuestionHit hit(QuestionText question, Optional<String> year, ParsedSearch parsed) {
        Map<String, HighlightedText> titles = new TreeMap<>();
        question.titles().forEach((language, title) -> titles.put(language, parsed.mark(title)));
        Map<String, String> values = question.year()
                .flatMap(parameter -> year.map(value -> Map.of(parameter, value)))
                .orElse(Map.of());
        return new QuestionHit(question.name(), values, titles);
    }
}
