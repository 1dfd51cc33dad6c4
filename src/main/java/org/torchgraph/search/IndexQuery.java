package org.torchgraph.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.torchgraph.search.text.TextAnalyzer;
import org.torchgraph.search.text.TextAnalyzer.Atom;

/**
 * Translates a search into a Lucene query. A complete name, number or IRI ranks first, then things of the leading kind
 * whose names have all words, then names that begin with the text; {@code docs/http.md} has the whole order.
 */
final class IndexQuery {
    /** Squeezed labels ({@link TextAnalyzer#squeezed}). */
    static final String LABEL = "exact.label";
    /** Squeezed document numbers. */
    static final String NUMBER = "exact.number";
    /** Squeezed names of the other roles. */
    static final String OTHER = "exact.other";
    /** Squeezed names of all roles with their accents. */
    static final String WRITTEN = "exact.written";
    /** IRIs, and their parts after the base, in lower case. */
    static final String IRI = "iri";
    /** The ends of IRIs, in lower case. */
    static final String END = "iri.end";
    /** Present if the thing is no part ({@code #…}) of another. */
    static final String WHOLE = "whole";

    /** Present if no class of the thing is ranked below others. */
    static final String EARLY = "early";

    /** Present if the thing is of the first kind that the publication lists. */
    static final String LEADING = "leading";

    /** Present if the thing has a name. */
    static final String NAMED = "named";

    private static final float SYNONYM_WEIGHT = 0.8f;

    private static final float STEM_WEIGHT = 0.9f;

    /** More than the weights of the words and beginnings of names together. */
    private static final float EARLY_WEIGHT = 700;

    private static final float FIGURE_WEIGHT = 600;

    /** More than all other weights together, so that parts such as terms of the ontology follow all things. */
    private static final float WHOLE_WEIGHT = 12_000;

    private IndexQuery() {}

    /**
     * Builds the query.
     *
     * @param parsed the words to find
     * @param enough the number of words that a thing needs
     * @param fields the roles to search in
     */
    static Query of(ParsedSearch parsed, int enough, List<Field> fields) {
        List<Query> words = words(parsed, fields);
        BooleanQuery.Builder all = new BooleanQuery.Builder().setMinimumNumberShouldMatch(enough);
        words.forEach(word -> all.add(word, Occur.SHOULD));
        Query wanted = words.isEmpty() ? new MatchNoDocsQuery() : all.build();
        String squeezed = TextAnalyzer.squeezed(parsed.text());
        BooleanQuery.Builder either = new BooleanQuery.Builder().add(wanted, Occur.SHOULD);
        if (!squeezed.isEmpty()) {
            either.add(flat(new TermQuery(new Term(LABEL, squeezed)), 3000), Occur.SHOULD)
                    .add(flat(new TermQuery(new Term(NUMBER, squeezed)), 2500), Occur.SHOULD)
                    .add(flat(new TermQuery(new Term(OTHER, squeezed)), 2000), Occur.SHOULD)
                    .add(flat(new TermQuery(new Term(IRI, iri(parsed.text()))), 3000), Occur.SHOULD)
                    .add(flat(new TermQuery(new Term(END, iri(parsed.text()))), 800), Occur.SHOULD);
        }
        return new BooleanQuery.Builder()
                .add(either.build(), Occur.MUST)
                .add(figures(parsed, enough, words), Occur.SHOULD)
                .add(beginning(squeezed), Occur.SHOULD)
                .add(leading(parsed, fields), Occur.SHOULD)
                // How many of the pieces a thing has counts for more than its class.
                .add(flat(new TermQuery(new Term(EARLY, "")), parsed.inPieces() ? 1 : EARLY_WEIGHT), Occur.SHOULD)
                .add(flat(new TermQuery(new Term(WHOLE, "")), WHOLE_WEIGHT), Occur.SHOULD)
                .add(flat(new TermQuery(new Term(NAMED, "")), 200), Occur.SHOULD)
                .add(closeness(parsed), Occur.SHOULD)
                .add(asWritten(parsed.text()), Occur.SHOULD)
                .build();
    }

    /** Ranks what has the years and other numbers of the text above what lacks them, where a thing may lack words. */
    private static Query figures(ParsedSearch parsed, int enough, List<Query> words) {
        BooleanQuery.Builder figures = new BooleanQuery.Builder();
        IntStream.range(0, words.size())
                .filter(at ->
                        enough < words.size() && parsed.words().get(at).chars().anyMatch(Character::isDigit))
                .forEach(at -> figures.add(flat(words.get(at), FIGURE_WEIGHT), Occur.SHOULD));
        return figures.build();
    }

    static String iri(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static Query beginning(String squeezed) {
        Query begins = new DisjunctionMaxQuery(
                List.of(
                        flat(new PrefixQuery(new Term(NUMBER, squeezed)), 350),
                        flat(new PrefixQuery(new Term(LABEL, squeezed)), 300)),
                0);
        return squeezed.isEmpty() ? new MatchNoDocsQuery() : begins;
    }

    /** Ranks things of the leading kind whose names have all words above others whose names begin with the text. */
    private static Query leading(ParsedSearch parsed, List<Field> fields) {
        List<Field> names = fields.stream().filter(Field::isName).toList();
        BooleanQuery.Builder named = new BooleanQuery.Builder().add(new TermQuery(new Term(LEADING, "")), Occur.FILTER);
        words(parsed, names).forEach(word -> named.add(word, Occur.MUST));
        return parsed.groups().isEmpty() ? new MatchNoDocsQuery() : flat(named.build(), 400);
    }

    /** Returns a query for each word. */
    static List<Query> words(ParsedSearch parsed, List<Field> fields) {
        List<Query> words = new ArrayList<>();
        for (int i = 0; i < parsed.groups().size(); i++) {
            boolean open = parsed.unfinished() && i == parsed.groups().size() - 1;
            words.add(anywhere(parsed.groups().get(i), fields, open, parsed.stemmed()));
        }
        return words;
    }

    /** Ranks shorter labels above longer ones that have the same words. */
    private static Query closeness(ParsedSearch parsed) {
        BooleanQuery.Builder labels = new BooleanQuery.Builder();
        parsed.groups().forEach(group -> group.alternatives().stream()
                .filter(ParsedSearch.Phrase::given)
                .forEach(phrase -> labels.add(in(Field.LABEL, phrase, false), Occur.SHOULD)));
        return new BoostQuery(labels.build(), 0.05f);
    }

    /** Ranks matches with the same accents above others. */
    private static Query asWritten(String text) {
        BooleanQuery.Builder written = new BooleanQuery.Builder()
                .add(flat(new TermQuery(new Term(WRITTEN, TextAnalyzer.written(text))), 20), Occur.SHOULD);
        TextAnalyzer.asWritten(text)
                .forEach(atom -> written.add(
                        flat(new TermQuery(new Term(TextAnalyzer.AS_WRITTEN, atom.term())), 2), Occur.SHOULD));
        return written.build();
    }

    private static Query anywhere(
            ParsedSearch.PhraseGroup group, List<Field> fields, boolean open, StemmedFields stemmed) {
        List<Query> places = new ArrayList<>();
        for (ParsedSearch.Phrase phrase : group.alternatives()) {
            float weight = phrase.given() ? 1 : SYNONYM_WEIGHT;
            fields.forEach(field -> places.add(flat(in(field, phrase, open && phrase.given()), weight * field.weight)));
            Stream.of(LABEL, NUMBER, OTHER)
                    .forEach(exact -> places.add(
                            flat(new TermQuery(new Term(exact, TextAnalyzer.squeezed(phrase.text()))), weight * 70)));
            addStems(phrase, fields, stemmed, places);
        }
        return new DisjunctionMaxQuery(places, 0);
    }

    private static void addStems(
            ParsedSearch.Phrase phrase, List<Field> fields, StemmedFields stemmed, List<Query> places) {
        for (String language : stemmed.languages()) {
            List<Atom> stems = phrase.stems(language);
            fields.stream()
                    .filter(field -> !stems.isEmpty() && stemmed.has(field, language))
                    .forEach(field -> places.add(flat(
                            together(TextAnalyzer.stems(field.key(), language), stems), STEM_WEIGHT * field.weight)));
        }
    }

    static Query flat(Query query, float weight) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }

    static Query in(Field field, ParsedSearch.Phrase phrase, boolean open) {
        List<Atom> atoms = phrase.atoms();
        Atom last = atoms.get(atoms.size() - 1);
        if (!open) {
            return together(field.key(), atoms);
        }
        Query goesOn = new PrefixQuery(new Term(field.key(), last.term()));
        return atoms.size() == 1
                ? goesOn
                : new BooleanQuery.Builder()
                        .add(together(field.key(), atoms.subList(0, atoms.size() - 1)), Occur.MUST)
                        .add(last.pair() == null && isHan(last) ? together(field.key(), atoms) : goesOn, Occur.MUST)
                        .build();
    }

    private static boolean isHan(Atom atom) {
        return Character.isIdeographic(atom.term().codePointAt(0));
    }

    private static Query together(String field, List<Atom> atoms) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        for (int i = 0; i < atoms.size(); i++) {
            Atom atom = atoms.get(i);
            boolean paired = atom.pair() != null && i + 1 < atoms.size();
            boolean covered = i > 0 && atoms.get(i - 1).pair() != null;
            if (paired || !covered) {
                phrase.add(new Term(field, paired ? atom.pair() : atom.term()), atom.position());
            }
        }
        PhraseQuery built = phrase.build();
        return built.getTerms().length == 1 ? new TermQuery(built.getTerms()[0]) : built;
    }
}
