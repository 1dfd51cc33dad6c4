package org.torchgraph.dataset.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_IsBlank;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_OneOf;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.torchgraph.dataset.Reach;

/**
 * Makes the query for some things and their surroundings, whose rows {@code ?g ?s ?p ?o} are their statements.
 *
 * @param depth the number of links that are followed, which stand in the query one by one, because engines differ in
 *     how they repeat paths
 * @param graphs tells how a statement is looked for in all graphs
 * @param used the properties that statements have
 */
record SurroundingsQuery(Reach reach, int depth, GraphChoice graphs, UsedProperties used) {
    private static final Var GRAPH = Var.alloc("g");
    private static final Var SUBJECT = Var.alloc("s");
    private static final Var PROPERTY = Var.alloc("p");
    private static final Var OBJECT = Var.alloc("o");

    SurroundingsQuery {
        reach = used.narrowed(reach);
    }

    /**
     * Returns the query.
     *
     * @param things whose statements are asked for
     * @param targets whose incoming statements are asked for
     */
    Query of(Collection<Node> things, Collection<Node> targets) {
        ElementUnion all = new ElementUnion();
        if (!things.isEmpty()) {
            for (int links = 0; links <= mostLinks(); links++) {
                all.addElement(outward(things, links));
            }
        }
        if (!targets.isEmpty() && !reach.against().isEmpty()) {
            boolean isStatedOfBlanks = reach.against().stream().anyMatch(used.toBlank()::contains);
            for (int blanks = 0; blanks <= (isStatedOfBlanks ? 1 : 0); blanks++) {
                for (int links = 0; links <= mostLinks(); links++) {
                    all.addElement(inward(targets, blanks, links));
                }
            }
        }
        if (!targets.isEmpty() && reach.incoming()) {
            ElementGroup incoming = group(PatternQueries.values(OBJECT, targets));
            incoming.addElement(PatternQueries.in(GRAPH, Triple.create(SUBJECT, PROPERTY, OBJECT)));
            Query most = PatternQueries.select(false, incoming, "g", "s", "p", "o");
            // One more tells that there are more.
            most.setLimit(ManyLinks.MOST_READ + 1L);
            all.addElement(PatternQueries.group(new ElementSubQuery(most)));
        }
        return PatternQueries.select(true, all, "g", "s", "p", "o");
    }

    private Element anywhere(Node subject, Var property, Node object) {
        return graphs.anywhere(Var.alloc("in_" + property.getVarName()), Triple.create(subject, property, object));
    }

    private Element outward(Collection<Node> things, int links) {
        if (links == 0) {
            return statements(PatternQueries.values(SUBJECT, things));
        }
        ElementGroup chain = group(PatternQueries.values(Var.alloc("n0"), things));
        links(chain, Var.alloc("n0"), links);
        return statements(subjects(chain));
    }

    private Element inward(Collection<Node> targets, int blanks, int links) {
        Var target = Var.alloc("t" + blanks);
        ElementGroup chain = group(PatternQueries.values(Var.alloc("t0"), targets));
        if (blanks > 0) {
            chain.addElement(anywhere(Var.alloc("t0"), Var.alloc("b"), target));
            chain.addElement(new ElementFilter(new E_IsBlank(new ExprVar(target))));
        }
        Var from = links == 0 ? SUBJECT : Var.alloc("n0");
        chain.addElement(anywhere(from, Var.alloc("q"), target));
        chain.addElement(new ElementFilter(isOneOf(Var.alloc("q"), reach.against())));
        links(chain, from, links);
        return statements(subjects(chain));
    }

    /** Adds links from a variable to {@code ?s}. */
    private void links(ElementGroup chain, Var from, int links) {
        Var last = from;
        for (int link = 1; link <= links; link++) {
            Var next = link == links ? SUBJECT : Var.alloc("n" + link);
            Var by = Var.alloc("p" + link);
            chain.addElement(anywhere(last, by, next));
            isTaken(by, next).map(ElementFilter::new).ifPresent(chain::addElement);
            last = next;
        }
    }

    private int mostLinks() {
        return isTaken(SUBJECT, SUBJECT).isPresent() ? depth : 0;
    }

    /** Returns the condition that a link is followed; empty if none is. */
    private Optional<Expr> isTaken(Var by, Var node) {
        List<Expr> ways = new ArrayList<>();
        if (!reach.along().isEmpty()) {
            ways.add(isOneOf(by, reach.along()));
        }
        Expr blank = new E_IsBlank(new ExprVar(node));
        if (reach.properties().isEmpty()) {
            if (!used.toBlank().isEmpty()) {
                ways.add(blank);
            }
        } else {
            // What is read of a node leads to blank nodes by the properties that are read.
            Set<Node> read = reach.properties().stream()
                    .filter(property ->
                            used.toBlank().contains(property) && !reach.along().contains(property))
                    .collect(Collectors.toSet());
            if (!read.isEmpty()) {
                ways.add(new E_LogicalAnd(blank, isOneOf(by, read)));
            }
        }
        return ways.stream().reduce(E_LogicalOr::new);
    }

    /**
     * Compares a property as text, so that an engine begins with the things asked for: by their IRIs, Virtuoso 7 would
     * look among all statements with the properties if the graph is large.
     */
    private static Expr isOneOf(Var property, Collection<Node> properties) {
        ExprList texts = new ExprList();
        properties.stream().map(Node::getURI).map(NodeValue::makeString).forEach(texts::add);
        return new E_OneOf(new E_Str(new ExprVar(property)), texts);
    }

    private static Element subjects(Element chain) {
        return new ElementSubQuery(PatternQueries.select(true, chain, "s"));
    }

    private ElementGroup statements(Element subjects) {
        ElementGroup group = group(subjects);
        group.addElement(PatternQueries.in(GRAPH, Triple.create(SUBJECT, PROPERTY, OBJECT)));
        if (!reach.properties().isEmpty()) {
            group.addElement(new ElementFilter(isOneOf(PROPERTY, reach.properties())));
        }
        return group;
    }

    private static ElementGroup group(Element first) {
        ElementGroup group = new ElementGroup();
        Stream.of(first).forEach(group::addElement);
        return group;
    }
}
