package org.torchgraph.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/** The query of a rule, asked about some nodes: their {@code VALUES} stand before its pattern. */
final class RuleOfNodes {
    private static final Var THIS = Var.alloc(RuleReader.THIS);

    /** The number of nodes beyond which a rule is asked about all. */
    private static final int MAX_NODES = 300;

    /** The same for a query that has rows of its own to begin with, which each node multiplies. */
    private static final int MAX_MULTIPLIED = 20;

    private RuleOfNodes() {}

    /**
     * Returns the query about some nodes; empty if it has to be asked about all.
     *
     * @param query that of a rule, which stays as it is
     */
    static Optional<Query> of(Query query, Set<Node> nodes) {
        if (nodes.size() > (beginsElsewhere(query) ? MAX_MULTIPLIED : MAX_NODES) || assigns(query)) {
            return Optional.empty();
        }
        List<Binding> rows =
                nodes.stream().map(node -> BindingFactory.binding(THIS, node)).toList();
        return Optional.of(restricted(query, rows));
    }

    /** Returns whether the query gives the node a value itself, by {@code AS} or {@code VALUES}. */
    private static boolean assigns(Query query) {
        boolean[] found = {query.getProject().getExpr(THIS) != null};
        ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
            @Override
            public void visit(ElementBind bind) {
                found[0] |= bind.getVar().equals(THIS);
            }

            @Override
            public void visit(ElementData values) {
                found[0] |= values.getVars().contains(THIS);
            }

            @Override
            public void visit(ElementSubQuery inner) {
                found[0] |= assigns(inner.getQuery());
            }
        });
        return found[0];
    }

    /** Returns whether the query has rows to begin with that are not about the node. */
    private static boolean beginsElsewhere(Query query) {
        return query.getQueryPattern() instanceof ElementGroup whole
                && whole.getElements().stream()
                        .anyMatch(element -> element instanceof ElementSubQuery inner
                                && !inner.getQuery().getProjectVars().contains(THIS));
    }

    private static Query restricted(Query query, List<Binding> rows) {
        ElementGroup group = new ElementGroup();
        group.addElement(new ElementData(List.of(THIS), rows));
        if (query.getQueryPattern() instanceof ElementGroup whole) {
            whole.getElements().forEach(element -> group.addElement(restrictedInner(element, rows)));
        } else {
            group.addElement(query.getQueryPattern());
        }
        Query about = QueryTransformOps.shallowCopy(query);
        // The copy has no aggregates of its own in Jena 6.2, so that COUNT would have no value.
        about.getAggregators().addAll(query.getAggregators());
        about.setQueryPattern(group);
        return about;
    }

    /** Restricts a sub-query too, whose rows are otherwise made for all nodes first. */
    private static Element restrictedInner(Element element, List<Binding> rows) {
        if (element instanceof ElementSubQuery inner) {
            Query query = inner.getQuery();
            boolean grouped = query.hasGroupBy() || query.hasAggregators();
            boolean about = query.getProjectVars().contains(THIS)
                    && !query.hasLimit()
                    && (!grouped || query.getGroupBy().getVars().contains(THIS));
            return about ? new ElementSubQuery(restricted(query, rows)) : inner;
        }
        if (element instanceof ElementGroup group) {
            ElementGroup copy = new ElementGroup();
            group.getElements().forEach(one -> copy.addElement(restrictedInner(one, rows)));
            return copy;
        }
        return element;
    }
}
