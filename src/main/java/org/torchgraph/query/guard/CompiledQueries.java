package org.torchgraph.query.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.torchgraph.query.CompiledQuery;
import org.torchgraph.query.Limits;

/** Compiles queries, and keeps those that were asked last, since pages and programs ask the same texts again. */
public final class CompiledQueries {
    /** The limit of all texts that are kept, in characters. */
    private static final long KEPT_CHARACTERS = 1 << 20;

    private final Limits limits;
    private final Cache<QueryText, CompiledQuery> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_CHARACTERS)
            .weigher((QueryText text, CompiledQuery query) -> text.text().length())
            .executor(Runnable::run)
            .build();

    private record QueryText(String text, String base) {}

    public CompiledQueries(Limits limits) {
        this.limits = limits;
    }

    /**
     * Returns a query that was held against the guards.
     *
     * @param base the IRI against which relative IRIs are resolved
     * @throws org.torchgraph.query.QueryFailedException SYNTAX, TOO_LONG, TOO_DEEP, SERVICE_REFUSED or FUNCTION_REFUSED
     */
    public CompiledQuery of(String text, String base) {
        QueryText key = new QueryText(text, base);
        CompiledQuery known = kept.getIfPresent(key);
        if (known != null) {
            return known;
        }
        CompiledQuery query = QueryParsing.checked(text, base, limits);
        kept.put(key, query);
        return query;
    }
}
