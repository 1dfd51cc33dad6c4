package org.torchgraph.query.empty;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.lang.sparql_12.javacc.ParseException;
import org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.TripleCollector;

/**
 * Jena's SPARQL parser, extended to record line numbers, which its syntax tree lacks: for triple patterns, and for the
 * first term of the other parts of a group.
 */
final class LocatingParser extends SPARQLParser12 {
    private final Deque<ElementGroup> open = new ArrayDeque<>();
    private final Map<ElementGroup, Map<Integer, Integer>> parts = new IdentityHashMap<>();
    private final Map<TriplePath, Integer> triples = new HashMap<>();

    /**
     * Parses a query.
     *
     * @param text a valid query
     * @param base the IRI against which relative IRIs are resolved
     */
    LocatingParser(String text, String base) {
        super(new StringReader(text));
        Query parsed = new Query();
        parsed.setSyntax(Syntax.syntaxSPARQL_12);
        parsed.setBaseURI(base);
        setQuery(parsed);
        try {
            QueryUnit();
        } catch (ParseException e) {
            throw new IllegalArgumentException("Not a query", e);
        }
    }

    /** Returns the line of a part of a group, by its index; 0 if unknown. */
    int line(ElementGroup group, int index) {
        return parts.getOrDefault(group, Map.of()).getOrDefault(index, 0);
    }

    /** Returns the line on which the first such pattern ends; 0 if unknown. */
    int line(TriplePath triple) {
        return triples.getOrDefault(triple, 0);
    }

    private void seen(int line) {
        open.forEach(group -> parts.computeIfAbsent(group, unused -> new HashMap<>())
                .putIfAbsent(group.getElements().size(), line));
    }

    private void seen(Node subject, Node predicate, Path path, Node object) {
        TriplePath triple = path == null
                ? new TriplePath(Triple.create(subject, predicate, object))
                : new TriplePath(subject, path, object);
        triples.putIfAbsent(triple, token.beginLine);
    }

    @Override
    protected void startGroup(ElementGroup group) {
        seen(token.beginLine);
        open.push(group);
        super.startGroup(group);
    }

    @Override
    protected void endGroup(ElementGroup group) {
        open.pop();
        super.endGroup(group);
    }

    @Override
    protected void startSubSelect(int line, int column) {
        seen(line);
        super.startSubSelect(line, column);
    }

    @Override
    protected Var createVariable(String name, int line, int column) {
        seen(line);
        return super.createVariable(name, line, column);
    }

    @Override
    protected String resolveQuotedIRI(String iri, int line, int column) {
        seen(line);
        return super.resolveQuotedIRI(iri, line, column);
    }

    @Override
    protected String resolvePName(String name, int line, int column) {
        seen(line);
        return super.resolvePName(name, line, column);
    }

    @Override
    protected void insert(TripleCollector into, Node subject, Node predicate, Node object) {
        seen(subject, predicate, null, object);
        super.insert(into, subject, predicate, object);
    }

    @Override
    protected void insert(TripleCollector into, int index, Node subject, Node predicate, Node object) {
        seen(subject, predicate, null, object);
        super.insert(into, index, subject, predicate, object);
    }

    @Override
    protected void insert(TripleCollector into, Node subject, Node predicate, Path path, Node object) {
        seen(subject, predicate, path, object);
        super.insert(into, subject, predicate, path, object);
    }

    @Override
    protected void insert(TripleCollector into, int index, Node subject, Node predicate, Path path, Node object) {
        seen(subject, predicate, path, object);
        super.insert(into, index, subject, predicate, path, object);
    }
}
