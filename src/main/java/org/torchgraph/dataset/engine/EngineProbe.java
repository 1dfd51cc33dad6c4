package org.torchgraph.dataset.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.jena.query.Query;
import org.torchgraph.query.guard.QueryParsing;

/**
 * The points in which engines differ. Most are found by a query in a file of the same name, whose answer is compared
 * with the one that this program gives over the same statements.
 */
public enum EngineProbe {
    AGGREGATES_OF_NOTHING,
    ASK,
    BIND_IN_OPTIONAL,
    /** Found by asking twice for the same blank nodes. */
    BLANK_NODE_LABELS,
    BOOLEANS,
    CONDITIONS,
    CONSTRUCTED_TRIPLES,
    DATE_COMPARISON,
    DATE_PARTS,
    DATE_TIMES,
    DATES,
    DECIMALS,
    /** Found at each start, see {@link GraphChoice}. */
    DEFAULT_GRAPH,
    DERIVED_NUMBERS,
    DIVISION,
    DOUBLES,
    ERRORS,
    GROUP_BY_CONSTANT,
    INTEGERS,
    INTERNATIONAL_IRIS,
    LANGUAGE_FUNCTION,
    LANGUAGE_RANGES,
    LANGUAGE_TAGS,
    LONG_LITERALS,
    MINUS,
    NORMAL_FORMS,
    NOT_EXISTS,
    ORDER_OF_STRINGS,
    PATH_ALTERNATIVE,
    PATH_BETWEEN_VARIABLES,
    PATH_INVERSE,
    PATH_NEGATED,
    PATH_ONE_OR_MORE,
    PATH_OPTIONAL,
    PATH_SEQUENCE,
    PATH_ZERO_LENGTH,
    PATH_ZERO_OR_MORE,
    REGULAR_EXPRESSIONS,
    ROWS,
    STATEMENTS_OF_ALL_GRAPHS,
    SUMS_OF_DECIMALS,
    SUPPLEMENTARY_CHARACTERS,
    TRIPLE_TERMS,
    VALUES_WITH_UNDEF;

    /** Returns the name in small letters with hyphens. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns whether a query of its own finds it. */
    boolean isQuery() {
        return this != BLANK_NODE_LABELS && this != DEFAULT_GRAPH;
    }

    /** Returns the query, in which some variables stand for terms of the data, see {@link EngineExamination}. */
    Query query() {
        try (InputStream file = EngineProbe.class.getResourceAsStream(slug() + ".rq")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return QueryParsing.checked(text, "urn:x-base:").query();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
