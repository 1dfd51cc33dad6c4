package org.torchgraph.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * A query as it is asked.
 *
 * @param text SPARQL 1.1, not yet parsed
 * @param base IRI that relative IRIs of the text and of the graph names are resolved against
 * @param bindings variables that have a value from the start, in every part of the query; their order, in which they
 *     are written where a query is shown, stays
 * @param defaultGraphs names of the graphs that make up the default graph ({@code default-graph-uri} of the SPARQL 1.1
 *     protocol, section 2.1.4); they win over {@code FROM}
 * @param namedGraphs names of the graphs that {@code GRAPH} reaches ({@code named-graph-uri}). Both lists empty: the
 *     dataset of the query, or all there is
 * @param marked whether, if it names terms of descriptions of datasets, it is asked of the data and their description
 *     together, as editors mark their own queries
 */
public record QueryRequest(
        String text,
        String base,
        Map<Var, Node> bindings,
        List<String> defaultGraphs,
        List<String> namedGraphs,
        boolean marked) {

    public QueryRequest {
        bindings = Collections.unmodifiableMap(new LinkedHashMap<>(bindings));
        defaultGraphs = List.copyOf(defaultGraphs);
        namedGraphs = List.copyOf(namedGraphs);
    }

    /** A query with nothing bound, over all graphs. */
    public static QueryRequest of(String text, String base) {
        return new QueryRequest(text, base, Map.of(), List.of(), List.of(), false);
    }

    /** The same query with these variables bound. */
    public QueryRequest binding(Map<Var, Node> values) {
        return new QueryRequest(text, base, values, defaultGraphs, namedGraphs, marked);
    }

    /** The same query over these graphs. */
    public QueryRequest over(List<String> asDefault, List<String> named) {
        return new QueryRequest(text, base, bindings, asDefault, named, marked);
    }

    /** Another text with the same bindings, over the same graphs. */
    public QueryRequest asking(String other) {
        return new QueryRequest(other, base, bindings, defaultGraphs, namedGraphs, marked);
    }

    /**
     * The query with the values written in place of the variables. Where it assigns one of them itself (by
     * {@code VALUES}, {@code BIND} or {@code AS}) the values stand as a last {@code VALUES}; one that ends in such
     * already is given back as it is.
     *
     * @param parsed the text
     */
    public Query written(Query parsed) {
        try {
            return QueryTransformOps.syntaxSubstitute(parsed, bindings);
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

    /** The same query as one that an editor asks for itself. */
    public QueryRequest mark() {
        return new QueryRequest(text, base, bindings, defaultGraphs, namedGraphs, true);
    }
}
