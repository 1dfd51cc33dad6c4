package org.torchgraph.query;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.syntax.ElementGroup;

/**
 * A parsed query with its algebra, which many requests may share: nothing changes either.
 *
 * @param query the parsed text
 * @param algebra its algebra by SPARQL 1.1 Query §18.2, without bindings and before any guard
 */
public record CompiledQuery(Query query, Op algebra) {

    /** Compiles a query. DESCRIBE without a pattern has the empty one, which has one solution. */
    public static CompiledQuery of(Query query) {
        Query whole = query;
        if (query.getQueryPattern() == null) {
            whole = query.cloneQuery();
            whole.setQueryPattern(new ElementGroup());
        }
        return new CompiledQuery(query, Algebra.compile(whole));
    }
}
