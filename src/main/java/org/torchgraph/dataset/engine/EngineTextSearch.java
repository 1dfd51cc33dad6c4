package org.torchgraph.dataset.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torchgraph.dataset.StoreNameSearch;
import org.torchgraph.query.CompiledQuery;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryFailedException.FailureKind;
import org.torchgraph.query.QueryRequest;

/**
 * Finds names by {@code bif:contains}, which Virtuoso answers from its text index.
 *
 * @param reads asks the engine
 * @param queries leaves out graphs of the engine
 * @param properties those of names
 */
record EngineTextSearch(EngineReads reads, CountQueries queries, Set<Node> properties) implements StoreNameSearch {
    private static final Logger LOG = LoggerFactory.getLogger(EngineTextSearch.class);

    /** The number of words that count. */
    private static final int MOST_WORDS = 12;

    /** The number of characters that Virtuoso wants before a wildcard. */
    private static final int SHORTEST_BEGINNING = 4;

    /**
     * Returns the text search of an engine if it finds some names that the engine has.
     *
     * @param reads asks the engine
     * @param foreign graphs of the engine that are not searched
     * @param properties those of names
     */
    static Optional<StoreNameSearch> of(EngineReads reads, Set<Node> foreign, Set<Node> properties) {
        EngineTextSearch search = new EngineTextSearch(reads, new CountQueries(foreign), properties);
        if (!properties.isEmpty() && search.findsSample()) {
            LOG.info("Names are found by the text search of the engine.");
            return Optional.of(search);
        }
        if (OwnGraphs.areOfVirtuoso(foreign)) {
            LOG.info("The engine has no text index of the names, so that the search index is made here. Two commands of"
                    + " isql make one in Virtuoso: DB.DBA.RDF_OBJ_FT_RULE_ADD(null, null, 'All'); and"
                    + " DB.DBA.VT_INC_INDEX_DB_DBA_RDF_OBJ();");
        }
        return Optional.empty();
    }

    /** Returns whether the first, middle and last of some names are found by their longest words. */
    private boolean findsSample() {
        List<Binding> names = reads.rows(queries.among("names", "p", properties)).stream()
                .filter(row -> !words(row.get("o")).isEmpty())
                .toList();
        return !names.isEmpty()
                && Stream.of(0, names.size() / 2, names.size() - 1)
                        .distinct()
                        .map(names::get)
                        .allMatch(this::isFound);
    }

    private boolean isFound(Binding named) {
        String longest = words(named.get("o")).stream()
                .max(Comparator.comparing(String::length))
                .orElseThrow();
        Query query = queries.among(
                "has-text", "p", properties, Map.of("thing", named.get("s"), "words", text(quoted(longest))));
        return asked(query).stream().anyMatch(row -> row.get("o").equals(named.get("o")));
    }

    @Override
    public List<FoundName> find(String text, boolean unfinished, int most) {
        List<String> words = words(text).stream().limit(MOST_WORDS).toList();
        if (words.isEmpty()) {
            return List.of();
        }
        String last = words.getLast();
        boolean begins = unfinished && mayBegin(last);
        String expression = Stream.concat(
                        words.stream().limit(words.size() - 1L).map(EngineTextSearch::quoted),
                        Stream.of(quoted(begins ? last + "*" : last)))
                .collect(Collectors.joining(" AND "));
        Query query = queries.among("texts", "p", properties, Map.of("words", text(expression)));
        query.setLimit(most);
        // A filter in the query would make Virtuoso look at all names before their words.
        return asked(query).stream()
                .filter(row -> row.get("s").isURI())
                .map(row -> new FoundName(row.get("s"), row.get("o")))
                .toList();
    }

    /**
     * Asks as a client does, since Virtuoso fails by a word that it does not index, which does not tell that it is
     * silent.
     */
    private List<Binding> asked(Query query) {
        List<Binding> rows = new ArrayList<>();
        try {
            QueryRequest request = QueryRequest.of("", "urn:x-base:").asking(CompiledQuery.of(query));
            reads.engine()
                    .query(
                            request,
                            running -> {
                                running.select().forEachRemaining(rows::add);
                                return rows;
                            },
                            reads.deadline().get());
            return rows;
        } catch (QueryFailedException failed) {
            boolean isRefusal = failed.kind() == FailureKind.STORE_FAILED
                    || failed.kind() == FailureKind.STORE_UNREACHED && answersOtherwise();
            if (isRefusal) {
                return List.of();
            }
            throw failed;
        }
    }

    private boolean answersOtherwise() {
        return reads.holds(PatternQueries.in(Var.alloc("g"), PatternQueries.pattern(Node.ANY, Node.ANY, Node.ANY)));
    }

    private static Node text(String expression) {
        return NodeFactory.createLiteralString(expression);
    }

    private static String quoted(String word) {
        return "'" + word + "'";
    }

    /** Returns whether Virtuoso takes a word as a beginning: it takes Chinese apart into characters instead. */
    private static boolean mayBegin(String word) {
        return word.length() >= SHORTEST_BEGINNING && word.codePoints().noneMatch(Character::isIdeographic);
    }

    private static List<String> words(Node literal) {
        return literal.isLiteral() ? words(literal.getLiteralLexicalForm()) : List.of();
    }

    /** Returns the runs of letters and digits, with the marks on them; Virtuoso indexes those of the basic plane. */
    private static List<String> words(String text) {
        StringBuilder spaced = new StringBuilder();
        text.codePoints().map(c -> isOfWord(c) ? c : ' ').forEach(spaced::appendCodePoint);
        return Stream.of(spaced.toString().split(" "))
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
    }

    private static boolean isOfWord(int character) {
        int type = Character.getType(character);
        return Character.isBmpCodePoint(character)
                && (Character.isLetterOrDigit(character)
                        || type == Character.NON_SPACING_MARK
                        || type == Character.COMBINING_SPACING_MARK);
    }
}
