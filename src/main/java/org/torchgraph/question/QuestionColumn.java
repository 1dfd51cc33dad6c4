package org.torchgraph.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.messages.Language;

/**
 * A column of the answer of a question, and what the question tells of its meaning.
 *
 * @param name the variable
 * @param what the description in the front matter, in one language or in two separated by a slash, or an empty text
 * @param property the property whose values it has, if the query names one and no other
 * @param type the class of its things, if the query names one and no other
 */
public record QuestionColumn(String name, String what, Optional<Node> property, Optional<Node> type) {

    /** The properties of claims about statements, which tell nothing of the values. */
    private static final Set<Node> REIFYING =
            Set.of(RDF.subject.asNode(), RDF.predicate.asNode(), RDF.object.asNode(), RDF.value.asNode());

    /** Returns the columns of a question in order; none if it has no rows. */
    public static List<QuestionColumn> of(Question question) {
        if (!question.query().isSelectType()) {
            return List.of();
        }
        VariableUses uses = new VariableUses();
        uses.read(question.query());
        return question.query().getProjectVars().stream()
                .map(variable -> new QuestionColumn(
                        variable.getVarName(),
                        question.columns().getOrDefault(variable.getVarName(), ""),
                        uses.only(uses.properties, variable),
                        uses.only(uses.types, variable)))
                .toList();
    }

    /** Returns the description in the front matter by language. */
    public Map<Language, String> descriptions() {
        return Arrays.stream(what.split(" / "))
                .filter(text -> !text.isBlank())
                .collect(Collectors.toMap(Language::of, text -> text, (first, second) -> first + " / " + second));
    }

    /** The properties and classes with which a query uses its variables. */
    private static final class VariableUses extends ElementVisitorBase {
        private final Map<Node, Set<Node>> properties = new HashMap<>();
        private final Map<Node, Set<Node>> types = new HashMap<>();

        private void read(Query query) {
            ElementWalker.walk(query.getQueryPattern(), this);
        }

        private Optional<Node> only(Map<Node, Set<Node>> uses, Var variable) {
            List<Node> all = new ArrayList<>(uses.getOrDefault(variable, Set.of()));
            return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
        }

        @Override
        public void visit(ElementSubQuery nested) {
            read(nested.getQuery());
        }

        @Override
        public void visit(ElementPathBlock block) {
            for (TriplePath pattern : block.getPattern().getList()) {
                Node predicate = pattern.getPredicate();
                if (predicate == null || !predicate.isURI() || REIFYING.contains(predicate)) {
                    continue;
                }
                if (!predicate.equals(RDF.type.asNode())) {
                    properties
                            .computeIfAbsent(pattern.getObject(), none -> new HashSet<>())
                            .add(predicate);
                } else if (pattern.getObject().isURI()) {
                    types.computeIfAbsent(pattern.getSubject(), none -> new HashSet<>())
                            .add(pattern.getObject());
                }
            }
        }
    }
}
