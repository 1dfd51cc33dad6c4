package org.torchgraph.check;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_Lang;
import org.apache.jena.sparql.expr.E_NotEquals;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprVars;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.apache.jena.sparql.syntax.PatternVars;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Location;
import org.torchgraph.publication.settings.Settings;
import org.torchgraph.question.Question;

/**
 * Finds what engines answer differently in questions: a {@code BIND} or {@code FILTER} that uses a variable which is
 * not in scope there, a {@code BIND} that gives a value to one that the pattern around it binds too, and language tags
 * that are compared as texts, since some engines keep them in lower case. By <a
 * href="https://www.w3.org/TR/sparql11-query/#variableScope">SPARQL</a> the first has no value and the second is
 * joined; engines that hand values from outside into a group do neither.
 */
record PortabilityCheck(Settings settings) {
    /** The name of this check in the settings. */
    static final String NAME = "unportable-query";

    /** Returns the findings, each once for a question. */
    Stream<Finding> findings(List<Question> questions) {
        return Finding.Severity.WARNING.asSet(settings, NAME).stream().flatMap(severity -> questions.stream()
                .flatMap(question -> messages(question.query(), given(question)).stream()
                        .map(message -> new Finding(Location.in(question.file()), severity, message).of(NAME))));
    }

    /** Returns the variables in whose place a value is written before the query is sent. */
    private static Set<Var> given(Question question) {
        return Stream.concat(
                        Stream.of(Question.THIS), question.parameters().stream().map(Question.Parameter::name))
                .map(Var::alloc)
                .collect(Collectors.toSet());
    }

    private static Set<Message> messages(Query query, Set<Var> given) {
        Set<Message> found = new LinkedHashSet<>();
        if (query.getQueryPattern() != null) {
            new Scope(given, found).visit(query.getQueryPattern(), Set.of());
        }
        return found;
    }

    /**
     * A query without those in it.
     *
     * @param found gets what is found
     */
    private record Scope(Set<Var> given, Set<Message> found) {
        /**
         * Visits a pattern.
         *
         * @param around the variables that are bound before it, outside
         */
        void visit(Element pattern, Set<Var> around) {
            switch (pattern) {
                case ElementGroup group -> visit(group, around, Set.of());
                case ElementUnion union -> union.getElements().forEach(branch -> visit(branch, around));
                // A condition in it is one of the join, which has the variables of both sides.
                case ElementOptional optional
                when optional.getOptionalElement() instanceof ElementGroup group -> visit(group, around, around);
                case ElementOptional optional -> visit(optional.getOptionalElement(), around);
                case ElementMinus minus -> visit(minus.getMinusElement(), around);
                case ElementNamedGraph graph -> visit(graph.getElement(), around);
                // Nothing of the outside is in scope of a query of its own, and no engine thinks so.
                case ElementSubQuery inner -> found.addAll(messages(inner.getQuery(), given));
                default -> {}
            }
        }

        /** @param joined variables of the outside that its conditions see */
        private void visit(ElementGroup group, Set<Var> around, Set<Var> joined) {
            Set<Var> inside = new HashSet<>();
            Set<Var> before = new HashSet<>(around);
            for (Element element : group.getElements()) {
                if (element instanceof ElementBind bind) {
                    judge(bind, inside, around);
                }
                visit(element, before);
                PatternVars.vars(inside, element);
                before.addAll(inside);
            }
            inside.addAll(joined);
            for (Element element : group.getElements()) {
                if (element instanceof ElementFilter filter) {
                    outside(filter.getExpr(), inside, around)
                            .forEach(name -> found.add(Message.of(Code.QUERY_SCOPE_FILTERED, name.getVarName())));
                    compared(filter.getExpr());
                }
            }
        }

        private void judge(ElementBind bind, Set<Var> inside, Set<Var> around) {
            outside(bind.getExpr(), inside, around)
                    .forEach(name -> found.add(
                            Message.of(Code.QUERY_SCOPE_USED, bind.getVar().getVarName(), name.getVarName())));
            if (around.contains(bind.getVar())) {
                found.add(Message.of(Code.QUERY_SCOPE_ASSIGNED, bind.getVar().getVarName()));
            }
            compared(bind.getExpr());
        }

        /** Returns the variables of an expression that are bound outside alone. */
        private Stream<Var> outside(Expr expression, Set<Var> inside, Set<Var> around) {
            Set<Var> used = new TreeSet<>((one, other) -> one.getVarName().compareTo(other.getVarName()));
            ExprVars.nonOpVarsMentioned(used, expression);
            return used.stream()
                    .filter(name -> around.contains(name) && !inside.contains(name) && !given.contains(name));
        }

        private void compared(Expr expression) {
            Walker.walk(expression, new ExprVisitorBase() {
                @Override
                public void visit(ExprFunction2 function) {
                    if (function instanceof E_Equals || function instanceof E_NotEquals) {
                        tag(function.getArg1(), function.getArg2());
                        tag(function.getArg2(), function.getArg1());
                    }
                }
            });
        }

        private void tag(Expr language, Expr value) {
            if (language instanceof E_Lang
                    && value.isConstant()
                    && value.getConstant().isString()
                    && StringUtils.isMixedCase(value.getConstant().getString())) {
                found.add(Message.of(Code.QUERY_LANGUAGE, value.getConstant().getString()));
            }
        }
    }
}
