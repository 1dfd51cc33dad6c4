package org.torchgraph.dataset.engine;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_IsIRI;
import org.apache.jena.sparql.expr.E_OneOf;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.PatternVars;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.VOID;

/** Makes the parts of queries that read statements. */
final class PatternQueries {
    private PatternQueries() {}

    static Query select(boolean distinct, Element pattern, String... variables) {
        Query query = new Query();
        query.setQuerySelectType();
        query.setDistinct(distinct);
        query.setQueryPattern(pattern);
        for (String variable : variables) {
            query.addResultVar(variable);
        }
        return query;
    }

    /** Returns the query that has a row if a pattern matches. */
    static Query any(Element pattern) {
        Query query = new Query();
        query.setQuerySelectType();
        query.addResultVar(Var.alloc("found"), NodeValue.TRUE);
        query.setQueryPattern(pattern);
        query.setLimit(1);
        return query;
    }

    /**
     * Returns the query for the rows of another one of any form, with its groups, values and limits.
     *
     * @param columns variables; if there are none, a row has a value of no meaning
     */
    static Query rowsOf(Query query, Collection<Var> columns) {
        Query rows = query.cloneQuery();
        rows.setQuerySelectType();
        rows.setConstructTemplate(null);
        rows.setQueryResultStar(false);
        rows.getProject().clear();
        columns.forEach(rows::addResultVar);
        if (columns.isEmpty()) {
            rows.addResultVar(unused(query), NodeValue.TRUE);
        }
        return rows;
    }

    /** Returns a variable that the pattern of a query does not have. */
    static Var unused(Query query) {
        Collection<Var> used = PatternVars.vars(query.getQueryPattern());
        return Stream.iterate("found", name -> name + "_")
                .map(Var::alloc)
                .filter(name -> !used.contains(name))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the query that is true or false whatever it is asked of. */
    static Query truth(boolean value) {
        Query query = new Query();
        query.setQueryAskType();
        query.setQueryPattern(value ? new ElementGroup() : group(new ElementFilter(NodeValue.FALSE)));
        return query;
    }

    /** Returns a pattern as a group, which is what a condition takes. */
    static ElementGroup group(Element only) {
        ElementGroup group = new ElementGroup();
        group.addElement(only);
        return group;
    }

    /** Returns a pattern with variables in the place of what may be anything. */
    static Triple pattern(Node subject, Node property, Node object) {
        return Triple.create(orAny(subject, "s"), orAny(property, "p"), orAny(object, "o"));
    }

    /** Returns the names of the variables of a pattern. */
    static String[] variables(Triple pattern) {
        return Stream.of(pattern.getSubject(), pattern.getPredicate(), pattern.getObject())
                .filter(Node::isVariable)
                .map(Node::getName)
                .toArray(String[]::new);
    }

    /** Returns the query for what matches a pattern in a graph, which may be a variable. */
    static Query selectIn(Node graph, Triple pattern) {
        String[] variables = Stream.concat(
                        Stream.of(graph).filter(Node::isVariable).map(Node::getName), Stream.of(variables(pattern)))
                .toArray(String[]::new);
        return select(true, in(graph, pattern), variables);
    }

    /**
     * Returns the query for the names of the graphs: as groups, for which Virtuoso takes less time than for DISTINCT.
     */
    static Query graphNames() {
        Var graph = Var.alloc("g");
        Query query = select(false, in(graph, pattern(Node.ANY, Node.ANY, Node.ANY)), "g");
        query.addGroupBy(graph);
        return query;
    }

    /** Returns the query for the names {@code ?g} of the graphs with the numbers {@code ?n} of their statements. */
    static Query graphSizes() {
        Query query = graphNames();
        query.addResultVar(Var.alloc("n"), query.allocAggregate(new AggCount()));
        return query;
    }

    /** Returns the query for the version {@code ?v} of the dataset with a base, in whichever graph. */
    static Query versionOf(String base) {
        Var dataset = Var.alloc("d");
        Var space = Var.alloc("b");
        ElementGroup group = new ElementGroup();
        group.addElement(in(Var.alloc("g"), Triple.create(dataset, VOID.uriSpace.asNode(), space)));
        group.addElement(new ElementFilter(new E_Equals(new E_Str(new ExprVar(space)), NodeValue.makeString(base))));
        group.addElement(in(Var.alloc("h"), Triple.create(dataset, OWL.versionInfo.asNode(), Var.alloc("v"))));
        return select(true, group, "v");
    }

    /** Returns the triple that a row makes of a pattern. */
    static Triple matched(Triple pattern, Binding row) {
        return Substitute.substitute(pattern, row);
    }

    /** Returns a triple pattern in a group, which every syntax takes. */
    static Element block(Triple pattern) {
        ElementGroup group = new ElementGroup();
        group.addElement(new ElementTriplesBlock(BasicPattern.wrap(List.of(pattern))));
        return group;
    }

    /** Returns a pattern in a graph, or in each graph if that is a variable. */
    static Element in(Node graph, Triple pattern) {
        return new ElementNamedGraph(graph, block(pattern));
    }

    static Element isIri(Var variable) {
        return new ElementFilter(new E_IsIRI(new ExprVar(variable)));
    }

    /** Returns the values of a variable. */
    static Element values(Var variable, Collection<Node> nodes) {
        ElementData values = new ElementData();
        values.add(variable);
        nodes.forEach(node -> values.add(BindingFactory.binding(variable, node)));
        return values;
    }

    /** Returns the condition that the value of a variable is among nodes. */
    static Expr among(Var variable, Collection<Node> nodes) {
        ExprList list = new ExprList();
        nodes.forEach(node -> list.add(NodeValue.makeNode(node)));
        return new E_OneOf(new ExprVar(variable), list);
    }

    /** Returns a node of a pattern, or a variable for any. */
    private static Node orAny(Node node, String variable) {
        return node.isConcrete() ? node : Var.alloc(variable);
    }

    /** Returns an IRI. */
    static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
