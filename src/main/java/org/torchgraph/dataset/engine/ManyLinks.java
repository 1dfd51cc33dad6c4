package org.torchgraph.dataset.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_If;
import org.apache.jena.sparql.expr.E_IsBlank;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.torchgraph.dataset.PagedLinks.LinkPage;

/**
 * Reads the links to things that have very many, a page at a time, which the engine counts and sorts.
 *
 * @param foreign graphs of the engine that are not read
 * @param members the things of large graphs, which are listed behind the links to these
 */
record ManyLinks(EngineReads engine, Set<Node> foreign, GraphMembers members) {
    /** The number of links to things that are read with the things. */
    static final int MOST_READ = 1_000;

    /** The number of rows that Virtuoso sorts for the first of them; it sorts all of a query inside another. */
    private static final int MOST_SORTED = 10_000;

    private static final Var GRAPH = Var.alloc("g");
    private static final Var SUBJECT = Var.alloc("s");
    private static final Var PROPERTY = Var.alloc("p");

    /**
     * Returns some of the links to a thing, by their properties and subjects.
     *
     * @param without subjects that are left out
     * @param from the number of links before the first one
     * @param most the number of links
     */
    LinkPage page(Node object, Set<Node> without, long from, int most) {
        long links = total(object, without);
        long total = links + members.number(object);
        List<Quad> read = new ArrayList<>(from < links ? links(object, without, from, most) : List.of());
        if (read.size() < most && from + read.size() < total) {
            read.addAll(members.some(object, Math.max(0, from - links), most - read.size()));
        }
        return new LinkPage(total, read);
    }

    private List<Quad> links(Node object, Set<Node> without, long from, int most) {
        ElementGroup statements = PatternQueries.group(new ElementSubQuery(some(object, without, from, most)));
        links(object, statements);
        return engine.rows(PatternQueries.select(true, statements, "g", "s", "p")).stream()
                .map(row -> EngineReads.quad(row, object))
                .toList();
    }

    private long total(Node object, Set<Node> without) {
        Query count = new Query();
        count.setQuerySelectType();
        count.addResultVar(Var.alloc("n"), count.allocAggregate(new AggCount()));
        count.setQueryPattern(PatternQueries.group(new ElementSubQuery(distinct(object, without))));
        return EngineReads.number(engine.rows(count).getFirst(), "n");
    }

    private Query some(Node object, Set<Node> without, long from, int most) {
        Query sorted = distinct(object, without);
        // By their texts, since Virtuoso orders IRIs by its own numbers. Blank nodes come before IRIs: as numbers,
        // since
        // Virtuoso does not order truth values.
        sorted.addOrderBy(new E_Str(new ExprVar(PROPERTY)), Query.ORDER_ASCENDING);
        sorted.addOrderBy(
                new E_If(new E_IsBlank(new ExprVar(SUBJECT)), NodeValue.nvZERO, NodeValue.nvONE),
                Query.ORDER_ASCENDING);
        sorted.addOrderBy(new E_Str(new ExprVar(SUBJECT)), Query.ORDER_ASCENDING);
        Query some = from + most > MOST_SORTED
                ? PatternQueries.select(false, PatternQueries.group(new ElementSubQuery(sorted)), "p", "s")
                : sorted;
        some.setOffset(from);
        some.setLimit(most);
        return some;
    }

    private Query distinct(Node object, Set<Node> without) {
        ElementGroup links = new ElementGroup();
        links(object, links);
        leave(SUBJECT, without.stream().filter(Node::isURI).toList(), links);
        return PatternQueries.select(true, links, "p", "s");
    }

    private void links(Node object, ElementGroup group) {
        group.addElement(PatternQueries.in(GRAPH, Triple.create(SUBJECT, PROPERTY, object)));
        group.addElement(PatternQueries.isIri(GRAPH));
        leave(GRAPH, foreign, group);
    }

    private static void leave(Var variable, Collection<Node> nodes, ElementGroup group) {
        if (!nodes.isEmpty()) {
            group.addElement(
                    new ElementFilter(new E_LogicalNot(PatternQueries.among(variable, new ArrayList<>(nodes)))));
        }
    }
}
