package org.torchgraph.dataset.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.PatternVars;

/**
 * Makes the queries of the folder {@code counts}, whose variables {@code ?g}, {@code ?h} and {@code ?i} stand for
 * graphs.
 *
 * @param foreign graphs of the engine that are not asked
 */
record CountQueries(Set<Node> foreign) {
    private static final List<Var> GRAPHS =
            Stream.of("g", "h", "i").map(Var::alloc).toList();

    /** The queries of the folder by their names, which are copied before they are changed. */
    private static final Map<String, Query> READ = new ConcurrentHashMap<>();

    /** Returns the query of a name. */
    Query named(String name) {
        return named(name, Map.of());
    }

    /**
     * Returns the query of a name with values in the place of variables.
     *
     * @param values by the names of the variables
     */
    Query named(String name, Map<String, Node> values) {
        Query query = READ.computeIfAbsent(name, CountQueries::read).cloneQuery();
        ElementGroup pattern = new ElementGroup();
        elements(query).forEach(pattern::addElement);
        query.setQueryPattern(pattern);
        if (!foreign.isEmpty()) {
            Set<Var> used = Set.copyOf(PatternVars.vars(pattern));
            GRAPHS.stream()
                    .filter(used::contains)
                    .forEach(graph -> pattern.addElement(
                            new ElementFilter(new E_LogicalNot(PatternQueries.among(graph, foreign)))));
        }
        Map<Var, Node> bindings = values.entrySet().stream()
                .collect(Collectors.toMap(entry -> Var.alloc(entry.getKey()), Map.Entry::getValue));
        return BoundQuery.of(query, bindings).orElseThrow();
    }

    /** Returns the query of a name for some values of a variable. */
    Query among(String name, String variable, Set<Node> nodes) {
        return among(name, variable, nodes, Map.of());
    }

    /**
     * Returns the query of a name for some values of a variable, with values in the place of others.
     *
     * @param values by the names of the variables
     */
    Query among(String name, String variable, Set<Node> nodes, Map<String, Node> values) {
        Query query = named(name, values);
        ElementGroup pattern = new ElementGroup();
        pattern.addElement(PatternQueries.values(Var.alloc(variable), nodes));
        elements(query).forEach(pattern::addElement);
        query.setQueryPattern(pattern);
        return query;
    }

    private static List<Element> elements(Query query) {
        return ((ElementGroup) query.getQueryPattern()).getElements();
    }

    private static Query read(String name) {
        try (InputStream in = CountQueries.class.getResourceAsStream("counts/" + name + ".rq")) {
            return QueryFactory.create(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
