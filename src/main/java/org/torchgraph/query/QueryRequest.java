package org.torchgraph.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * A query to run.
 *
 * @param text the SPARQL 1.1 text
 * @param base the IRI against which relative IRIs of the text and of graph names are resolved
 * @param bindings initial values of variables, which hold in every part of the query; where the query is displayed they
 *     are written in this order
 * @param defaultGraphs the names of the graphs of the default graph ({@code default-graph-uri}, SPARQL 1.1 Protocol
 *     §2.1.4); they override {@code FROM}
 * @param namedGraphs the names of the graphs that {@code GRAPH} sees ({@code named-graph-uri}). If both lists are
 *     empty, the dataset of the query applies, or else the whole dataset
 * @param marked whether a query that uses terms of dataset descriptions sees the data together with their description;
 *     query editors mark their own queries so
 * @param page whether the result is part of a page; such queries have slots of their own
 * @param compiled the query that is asked in the place of the text, if it is known already
 */
public record QueryRequest(
        String text,
        String base,
        Map<Var, Node> bindings,
        List<String> defaultGraphs,
        List<String> namedGraphs,
        boolean marked,
        boolean page,
        Optional<CompiledQuery> compiled) {

    public QueryRequest {
        bindings = Collections.unmodifiableMap(new LinkedHashMap<>(bindings));
        defaultGraphs = List.copyOf(defaultGraphs);
        namedGraphs = List.copyOf(namedGraphs);
    }

    /** Returns a query over all graphs, without bindings. */
    public static QueryRequest of(String text, String base) {
        return new QueryRequest(text, base, Map.of(), List.of(), List.of(), false, false, Optional.empty());
    }

    /** Returns the same request for a query made from its text, which is not parsed any more. */
    public QueryRequest asking(CompiledQuery made) {
        return new QueryRequest(text, base, bindings, defaultGraphs, namedGraphs, marked, page, Optional.of(made));
    }

    /** Returns the same query with other bindings. */
    public QueryRequest binding(Map<Var, Node> values) {
        return new QueryRequest(text, base, values, defaultGraphs, namedGraphs, marked, page, compiled);
    }

    /** Returns the same query over other graphs. */
    public QueryRequest over(List<String> asDefault, List<String> named) {
        return new QueryRequest(text, base, bindings, asDefault, named, marked, page, compiled);
    }

    /** Returns the same request with another text. */
    public QueryRequest withText(String other) {
        return new QueryRequest(other, base, bindings, defaultGraphs, namedGraphs, marked, page, Optional.empty());
    }

    /**
     * Returns the query with the values in place of the variables. If it assigns one of them itself (by {@code VALUES},
     * {@code BIND} or {@code AS}), the values are added as a final {@code VALUES} instead; a query that already ends in
     * one is returned unchanged.
     *
     * @param parsed the parsed text
     */
    public Query written(Query parsed) {
        try {
            Query written = QueryTransformOps.syntaxSubstitute(parsed, bindings);
            // The syntax has no other way to select nothing.
            written.setQueryResultStar(
                    written.isSelectType() && written.getProject().isEmpty());
            return written;
        } catch (ARQException assigned) {
            Query joined = parsed.cloneQuery();
            if (!joined.hasValues()) {
                BindingBuilder values = BindingFactory.builder();
                bindings.forEach(values::add);
                joined.setValuesDataBlock(List.copyOf(bindings.keySet()), List.of(values.build()));
            }
            return joined;
        }
    }

    /** Returns the same query, marked as one that a query editor asks for its own use. */
    public QueryRequest mark() {
        return new QueryRequest(text, base, bindings, defaultGraphs, namedGraphs, true, page, compiled);
    }

    /** Returns the same query, whose result is part of a page. */
    public QueryRequest forPage() {
        return new QueryRequest(text, base, bindings, defaultGraphs, namedGraphs, marked, true, compiled);
    }
}
