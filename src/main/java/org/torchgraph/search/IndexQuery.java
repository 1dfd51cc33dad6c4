package org.torchgraph.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * Translates a search into a Lucene query. An exact match of a name ranks first, then a name that begins with the text.
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
    /** IRIs and their suffixes, in lower case. */
    static final String IRI = "iri";
    /** Present if the thing is no part ({@code #…}) of another. */
    static final String WHOLE = "whole";

    /** Present if no class of the thing is ranked below others. */
    static final String EARLY = "early";

    /** Present if the thing has a name. */
    static final String NAMED = "named";

    private static final float SYNONYM_WEIGHT = 0.8f;
    /** More than all other weights together, so that parts such as terms of the ontology follow all things. */
    private static final float WHOLE_WEIGHT = 5000;

    private IndexQuery() {}

    /**
     * Builds the query.
     *
     * @param parsed the words to find
     * @param loose whether half of the words suffice; otherwise a thing needs all of them
     * @param fields the roles to search in
     */
    static Query of(ParsedSearch parsed, boolean loose, List<Field> fields) {
        List<Query> words = new ArrayList<>();
        for (int i = 0; i < parsed.groups().size(); i++) {
            boolean open = parsed.unfinished() && i == parsed.groups().size() - 1;
            words.add(anywhere(parsed.groups().get(i), fields, open));
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(word, loose ? Occur.SHOULD : Occur.MUST));
        if (loose) {
            all.setMinimumNumberShouldMatch((words.size() + 1) / 2);
        }
        Query wanted = words.isEmpty() ? new MatchNoDocsQuery() : all.build();
        String squeezed = TextAnalyzer.squeezed(parsed.text());
        BooleanQuery.Builder either = new BooleanQuery.Builder().add(wanted, Occur.SHOULD);
        if (!squeezed.isEmpty()) {
            either.add(flat(new TermQuery(new Term(LABEL, squeezed)), 1000), Occur.SHOULD)
                    .add(flat(new TermQuery(new Term(NUMBER, squeezed)), 700), Occur.SHOULD)
                    .add(flat(new TermQuery(new Term(OTHER, squeezed)), 500), Occur.SHOULD)
                    .add(flat(new TermQuery(new Term(IRI, iri(parsed.text()))), 1000), Occur.SHOULD);
        }
        return new BooleanQuery.Builder()
                .add(either.build(), Occur.MUST)
                .add(beginning(squeezed), Occur.SHOULD)
                .add(flat(early(), 1), Occur.SHOULD)
                .add(flat(new TermQuery(new Term(WHOLE, "")), WHOLE_WEIGHT), Occur.SHOULD)
                .add(flat(new TermQuery(new Term(NAMED, "")), 200), Occur.SHOULD)
                .add(closeness(parsed), Occur.SHOULD)
                .add(asWritten(parsed.text()), Occur.SHOULD)
                .build();
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
        return squeezed.isEmpty()
                ? new MatchNoDocsQuery()
                : new BooleanQuery.Builder()
                        .add(begins, Occur.MUST)
                        .add(early(), Occur.FILTER)
                        .build();
    }

    private static Query early() {
        return new TermQuery(new Term(EARLY, ""));
    }

    /** Ranks shorter labels above longer ones that have the same words. */
    private static Query closeness(ParsedSearch parsed) {
        BooleanQuery.Builder labels = new BooleanQuery.Builder();
        parsed.groups().forEach(group -> group.alternatives().stream()
                .filter(ParsedSearch.Phrase::given)
                .forEach(phrase -> labels.add(in(Field.LABEL, phrase, false), Occur.SHOULD)));
        return new BoostQuery(labels.build(), 0.01f);
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

    private static Query anywhere(ParsedSearch.PhraseGroup group, List<Field> fields, boolean open) {
        List<Query> places = new ArrayList<>();
        for (ParsedSearch.Phrase phrase : group.alternatives()) {
            float weight = phrase.given() ? 1 : SYNONYM_WEIGHT;
            fields.forEach(field -> places.add(flat(in(field, phrase, open && phrase.given()), weight * field.weight)));
            Stream.of(LABEL, NUMBER, OTHER)
                    .forEach(exact -> places.add(
                            flat(new TermQuery(new Term(exact, TextAnalyzer.squeezed(phrase.text()))), weight * 70)));
        }
        return new DisjunctionMaxQuery(places, 0);
    }

    private static Query flat(Query query, float weight) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }

    private static Query in(Field field, ParsedSearch.Phrase phrase, boolean open) {
        List<Atom> atoms = phrase.atoms();
        Atom last = atoms.get(atoms.size() - 1);
        if (!open) {
            return together(field, atoms);
        }
        Query goesOn = new PrefixQuery(new Term(field.key(), last.term()));
        return atoms.size() == 1
                ? goesOn
                : new BooleanQuery.Builder()
                        .add(together(field, atoms.subList(0, atoms.size() - 1)), Occur.MUST)
                        .add(last.pair() == null && isHan(last) ? together(field, atoms) : goesOn, Occur.MUST)
                        .build();
    }

    private static boolean isHan(Atom atom) {
        return Character.isIdeographic(atom.term().codePointAt(0));
    }

    private static Query together(Field field, List<Atom> atoms) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        for (int i = 0; i < atoms.size(); i++) {
            Atom atom = atoms.get(i);
            boolean paired = atom.pair() != null && i + 1 < atoms.size();
            boolean covered = i > 0 && atoms.get(i - 1).pair() != null;
            if (paired || !covered) {
                phrase.add(new Term(field.key(), paired ? atom.pair() : atom.term()), atom.position());
            }
        }
        PhraseQuery built = phrase.build();
        return built.getTerms().length == 1 ? new TermQuery(built.getTerms()[0]) : built;
    }
}
