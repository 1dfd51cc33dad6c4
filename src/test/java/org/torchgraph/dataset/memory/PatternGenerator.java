package org.torchgraph.dataset.memory;

import static org.torchgraph.dataset.memory.QueryPart.block;
import static org.torchgraph.dataset.memory.QueryPart.clause;
import static org.torchgraph.dataset.memory.QueryPart.of;
import static org.torchgraph.dataset.memory.QueryPart.words;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/** Writes groups of patterns that match parts of the data, or nearly. */
final class PatternGenerator {
    private final Draw draw;
    private final GeneratedData data;
    private final SelectGenerator selects;
    private GeneratedNames names;
    private ExpressionGenerator expressions;
    private List<Triple> triples;
    private int depth = 2;
    private int labels;

    PatternGenerator(Draw draw, GeneratedData data) {
        this.draw = draw;
        this.data = data;
        this.selects = new SelectGenerator(draw, this);
        this.triples = data.triples(null);
        name(new GeneratedNames(draw));
    }

    private void name(GeneratedNames names) {
        this.names = names;
        this.expressions = new ExpressionGenerator(draw, data, names, this::inner);
    }

    GeneratedNames names() {
        return names;
    }

    ExpressionGenerator expressions() {
        return expressions;
    }

    /** Returns a group that most often begins with triples. */
    QueryPart group() {
        List<QueryPart> members = new ArrayList<>();
        if (draw.chance(92)) {
            members.addAll(basic(depth > 1 ? draw.between(1, 3) : draw.between(1, 2)));
        }
        int more = depth <= 1 ? draw.between(0, 1) : draw.between(0, 3);
        for (int i = 0; i < more; i++) {
            members.addAll(member());
        }
        return block(draw.chance(15) ? draw.shuffled(members) : members);
    }

    /** Returns a group inside another. */
    private QueryPart inner() {
        depth--;
        try {
            return group();
        } finally {
            depth++;
        }
    }

    private List<QueryPart> member() {
        if (depth <= 0) {
            return draw.chance(60) ? List.of(filter()) : basic(1);
        }
        return switch (draw.below(30)) {
            case 0, 1, 2, 3 -> List.of(filter());
            case 4, 5, 6, 7 -> List.of(of("OPTIONAL", inner()));
            case 8 -> List.of(of("OPTIONAL", block(conditional())));
            case 24, 25 -> List.of(of("FILTER", draw.of("EXISTS", "NOT EXISTS"), inner()));
            case 26 -> List.of(of("FILTER", draw.of("EXISTS", "NOT EXISTS"), block(conditional())));
            case 27 -> List.of(of("MINUS", block(conditional())));
            case 9, 10, 11 ->
                List.of(of(inner(), "UNION", inner(), draw.chance(20) ? of("UNION", inner()) : words("")));
            case 12, 13 -> List.of(of("MINUS", draw.chance(20) ? strange() : inner()));
            case 14, 15 -> List.of(values());
            case 16, 17 -> draw.chance(50) ? copied() : List.of(assigned());
            case 18, 19, 28, 29 -> List.of(subSelect());
            case 20, 21 -> List.of(graph());
            case 22 -> List.of(inner());
            default -> basic(draw.between(1, 2));
        };
    }

    /** Returns one pattern and a condition, most often on variables outside too. */
    private List<QueryPart> conditional() {
        List<QueryPart> members = new ArrayList<>(basic(1));
        if (draw.chance(20)) {
            members.add(assigned());
        }
        members.add(filter());
        return members;
    }

    private QueryPart assigned() {
        return of("BIND(", expressions.value(2), "AS", "?" + names.fresh("n"), ")");
    }

    /** Returns an assignment of a computed value that is most often a term of the data, and a pattern with it. */
    private List<QueryPart> copied() {
        String original = names.any();
        Node node = names.nodes().get(original);
        QueryPart computed = expressions.same("?" + original, node);
        List<QueryPart> members = new ArrayList<>();
        String copy = names.copy(original);
        members.add(of("BIND(", computed, "AS", "?" + copy, ")"));
        if (node != null && draw.chance(60)) {
            triples.stream()
                    .filter(triple -> triple.getObject().equals(node))
                    .findFirst()
                    .ifPresent(like -> members.add(
                            of(term(like.getSubject(), 80), predicate(like.getPredicate()), "?" + copy, ".")));
        }
        return members;
    }

    private QueryPart subSelect() {
        depth--;
        try {
            return selects.subSelect();
        } finally {
            depth++;
        }
    }

    private QueryPart filter() {
        return of("FILTER", "(", expressions.condition(2), ")");
    }

    /** Returns a group with variables of its own, which may have the names of others but stand for other nodes. */
    private QueryPart strange() {
        GeneratedNames outer = names;
        name(new GeneratedNames(draw));
        names.of(draw.of(data.terms()));
        names.of(draw.of(data.terms()));
        QueryPart group = inner();
        name(outer);
        return QueryPart.of(group);
    }

    /** Returns the name of a graph that is seldom missing. */
    String graphName() {
        return GeneratedNames.constant(draw.chance(92) ? draw.of(data.graphs()) : GeneratedData.iri("none"));
    }

    private QueryPart graph() {
        List<Triple> outer = triples;
        try {
            Node graph = draw.chance(92)
                    ? draw.of(data.graphs())
                    : draw.chance(50)
                            ? GeneratedData.iri("none")
                            : draw.chance(50) ? Quad.unionGraph : Quad.defaultGraphIRI;
            List<Triple> own = data.triples(graph);
            triples = own.isEmpty() ? outer : own;
            String name = draw.chance(50)
                    ? GeneratedNames.constant(graph)
                    : "?" + (draw.chance(85) ? "g" : draw.chance(50) ? names.of(graph) : names.any());
            return of("GRAPH", name, inner());
        } finally {
            triples = outer;
        }
    }

    /** Returns VALUES, in a group or at the end of a query. */
    QueryPart values() {
        Set<String> columns = new LinkedHashSet<>();
        for (int i = draw.between(1, 2); i > 0; i--) {
            columns.add(names.any());
        }
        List<QueryPart> rows = new ArrayList<>();
        boolean likely = draw.chance(70);
        for (int i = draw.chance(5) ? 0 : draw.between(1, 3); i > 0; i--) {
            List<Object> row = new ArrayList<>();
            row.add("(");
            int chance = likely && rows.isEmpty() ? 95 : 45;
            columns.forEach(column -> row.add(value(column, chance)));
            row.add(")");
            rows.add(of(row.toArray()));
        }
        return of("VALUES (", "?" + String.join(" ?", columns), ")", block(rows));
    }

    private String value(String column, int chance) {
        Node own = names.nodes().get(column);
        Node term =
                own != null && draw.chance(50) ? own : draw.of(draw.chance(85) ? data.terms() : GeneratedData.LITERALS);
        return draw.chance(15) || !GeneratedNames.writable(term) ? "UNDEF" : GeneratedNames.constant(term);
    }

    private List<QueryPart> basic(int count) {
        List<QueryPart> patterns = new ArrayList<>();
        String label = "_:l" + labels++;
        Node labelled = draw.chance(10) ? draw.of(triples).getSubject() : null;
        for (int i = 0; i < count; i++) {
            Triple like = next();
            patterns.add(draw.chance(15) ? path(like) : pattern(like, labelled, label));
        }
        return patterns;
    }

    /** Returns a triple that most often shares a node with those before. */
    private Triple next() {
        if (draw.chance(80)) {
            List<Triple> linked = triples.stream()
                    .filter(triple -> names.stand(triple.getSubject()) || names.stand(triple.getObject()))
                    .toList();
            if (!linked.isEmpty()) {
                return draw.of(linked);
            }
        }
        return draw.of(triples);
    }

    private QueryPart pattern(Triple like, Node labelled, String label) {
        if (draw.chance(2)) {
            String same = "?" + names.any();
            return of(same, draw.chance(50) ? same : predicate(like.getPredicate()), same, ".");
        }
        Node object = like.getObject();
        String last = object.isTripleTerm() && draw.chance(60)
                ? "<<( %s %s %s )>>"
                        .formatted(
                                term(object.getTriple().getSubject(), 70),
                                predicate(object.getTriple().getPredicate()),
                                term(object.getTriple().getObject(), 70))
                : object.equals(labelled) ? label : term(object, 72);
        return of(
                like.getSubject().equals(labelled) ? label : term(like.getSubject(), 82),
                predicate(like.getPredicate()),
                last,
                ".");
    }

    private String term(Node node, int variable) {
        return draw.chance(variable) || !GeneratedNames.writable(node) ? "?" + names.of(node) : constant(node);
    }

    private String predicate(Node node) {
        if (draw.chance(3)) {
            return draw.chance(50) ? "?" + names.any() : GeneratedNames.constant(draw.of(data.predicates()));
        }
        return draw.chance(15) ? "?" + names.of(node) : GeneratedNames.constant(node);
    }

    private String constant(Node node) {
        if (draw.chance(1)) {
            return GeneratedNames.constant(GeneratedData.iri("none"));
        }
        Node term = draw.chance(3) ? draw.of(data.terms()) : node;
        if (term.isLiteral() && draw.chance(10)) {
            return GeneratedNames.constant(draw.of(GeneratedData.similar(term)));
        }
        return GeneratedNames.constant(GeneratedNames.writable(term) ? term : node);
    }

    private QueryPart path(Triple like) {
        QueryPart path = path(GeneratedNames.constant(like.getPredicate()), 2);
        String subject =
                draw.chance(3) ? GeneratedNames.constant(draw.of(GeneratedData.LITERALS)) : end(like.getSubject());
        return of(subject, path, draw.chance(5) && subject.startsWith("?") ? subject : end(like.getObject()), ".");
    }

    private String end(Node node) {
        return term(draw.chance(75) ? node : draw.of(data.terms()), 65);
    }

    private QueryPart path(String predicate, int nested) {
        String other = GeneratedNames.constant(draw.of(data.predicates()));
        if (nested <= 0) {
            return QueryPart.expression(predicate);
        }
        return switch (draw.below(12)) {
            case 0, 1 -> QueryPart.expression("(", path(predicate, nested - 1), ")", draw.of("*", "*", "+", "?"));
            case 2, 3 -> QueryPart.expression(predicate + draw.of("*", "+", "?", "+"));
            case 4, 5 -> QueryPart.expression("(", path(predicate, nested - 1), "/", path(other, nested - 1), ")");
            case 6, 7 -> QueryPart.expression("(", path(predicate, nested - 1), "|", path(other, nested - 1), ")");
            case 8 -> QueryPart.expression("^ (", path(predicate, nested - 1), ")");
            case 9 -> QueryPart.expression("!" + other);
            case 10 ->
                QueryPart.expression("!(", draw.of("", "^") + other, clause("|", draw.of("", "^") + predicate), ")");
            default -> QueryPart.expression("!^" + predicate);
        };
    }
}
