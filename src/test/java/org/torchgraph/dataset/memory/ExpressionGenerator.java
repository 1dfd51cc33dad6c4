package org.torchgraph.dataset.memory;

import static org.torchgraph.dataset.memory.QueryPart.expression;

import java.util.function.Supplier;
import org.apache.jena.graph.Node;

/**
 * Writes expressions over the variables of a query, of any types, so that many have an error for a value. HOURS, TZ and
 * TIMEZONE are not among them, because ARQ fails when they have an IRI.
 */
final class ExpressionGenerator {
    private final Draw draw;
    private final GeneratedData data;
    private final GeneratedNames names;
    private final Supplier<QueryPart> groups;

    /** @param groups of EXISTS */
    ExpressionGenerator(Draw draw, GeneratedData data, GeneratedNames names, Supplier<QueryPart> groups) {
        this.draw = draw;
        this.data = data;
        this.names = names;
        this.groups = groups;
    }

    /** Returns a condition that often holds. */
    QueryPart condition(int depth) {
        return draw.chance(55) ? likely(depth) : any(depth);
    }

    /** Returns a condition that holds for the node of its variable, if that has one. */
    private QueryPart likely(int depth) {
        if (depth > 0 && draw.chance(30)) {
            return switch (draw.below(3)) {
                case 0 -> expression("(", likely(depth - 1), "&&", likely(depth - 1), ")");
                case 1 -> expression("(", any(depth - 1), "||", likely(depth - 1), ")");
                default -> expression("(", likely(depth - 1), "||", any(depth - 1), ")");
            };
        }
        String name = names.any();
        Node node = names.nodes().get(name);
        QueryPart variable = expression("?" + name);
        if (node == null || !GeneratedNames.writable(node)) {
            return expression("(", variable, draw.of("!=", "="), value(0), ")");
        }
        String same = GeneratedNames.constant(node);
        return switch (draw.below(node.isLiteral() ? 11 : 6)) {
            case 0 -> expression("(", variable, draw.of("=", "<=", ">="), same, ")");
            case 1 -> expression("(", variable, "!=", value(0), ")");
            case 2 -> expression("sameTerm(", variable, ",", same, ")");
            case 3 -> expression("(", variable, "IN (", same, QueryPart.clause(",", value(0)), "))");
            case 4 -> expression("(", variable, "NOT IN (", value(0), QueryPart.clause(",", value(0)), "))");
            case 5 -> expression(node.isURI() ? "isIRI(" : "BOUND(", variable, ")");
            case 6 -> expression("( DATATYPE(", variable, ") = DATATYPE(", same, "))");
            case 7 -> expression("( LANG(", variable, ") = LANG(", same, "))");
            case 8 -> expression(draw.of("STRSTARTS(", "CONTAINS("), "STR(", variable, "), STR(", same, "))");
            case 9 -> expression("LANGMATCHES( LANG(", variable, "), LANG(", same, "))");
            default -> expression("(", variable, draw.of("<", ">", "<=", ">=", "="), similar(node), ")");
        };
    }

    /** Returns a literal of the same text or kind, else the same one. */
    private QueryPart similar(Node literal) {
        return expression(GeneratedNames.constant(draw.of(GeneratedData.similar(literal))));
    }

    private QueryPart any(int depth) {
        if (depth <= 0) {
            return comparison(0);
        }
        return switch (draw.below(28)) {
            case 0, 1 -> expression("(", condition(depth - 1), "&&", condition(depth - 1), ")");
            case 2, 3 -> expression("(", condition(depth - 1), "||", condition(depth - 1), ")");
            case 4, 5 -> expression("( !", condition(depth - 1), ")");
            case 6, 7 ->
                expression(
                        "(",
                        value(depth - 1),
                        draw.of("IN", "NOT IN"),
                        "(",
                        value(0),
                        QueryPart.clause(",", value(0)),
                        QueryPart.clause(",", value(depth - 1)),
                        "))");
            case 8 -> expression(draw.of("BOUND(", "!BOUND("), variable(), ")");
            case 9 ->
                expression(
                        draw.of("isIRI(", "isBlank(", "isLiteral(", "isNumeric(", "isTRIPLE("), value(depth - 1), ")");
            case 10 -> expression("LANGMATCHES( LANG(", variable(), "),", draw.of("\"en\"", "\"*\"", "\"EN\""), ")");
            case 11 ->
                expression(
                        draw.of("STRSTARTS(", "CONTAINS(", "STRENDS("),
                        text(depth - 1),
                        ",",
                        draw.of("\"a\"", "\"abc\"", "\"\"", "\"1\"", "\"http\"", "\"abc\"@en"),
                        ")");
            case 12 ->
                expression("REGEX(", text(depth - 1), ",", draw.of("\"^a\"", "\"B\",\"i\"", "\"[0-9]\"", "\"\""), ")");
            case 13 -> expression("sameTerm(", value(depth - 1), ",", value(depth - 1), ")");
            case 14, 15, 16 -> expression(draw.of("EXISTS", "NOT EXISTS"), groups.get());
            case 17 -> variable();
            case 18 -> expression("( DATATYPE(", variable(), ") = DATATYPE(", value(0), "))");
            case 19 -> expression("( YEAR(", variable(), ") = 2024 )");
            case 20 -> value(depth - 1);
            default -> comparison(depth - 1);
        };
    }

    private QueryPart comparison(int depth) {
        String name = names.any();
        Node node = names.nodes().get(name);
        QueryPart other = node != null && GeneratedNames.writable(node) && draw.chance(40)
                ? expression(GeneratedNames.constant(node))
                : value(depth);
        String operator = draw.of("=", "=", "!=", "!=", "<", "<=", ">", ">=");
        return draw.chance(70)
                ? expression("(", expression("?" + name), operator, other, ")")
                : expression("(", value(depth), operator, value(depth), ")");
    }

    QueryPart variable() {
        return expression("?" + names.any());
    }

    private QueryPart text(int depth) {
        return draw.chance(60) ? expression("STR(", value(depth), ")") : value(depth);
    }

    QueryPart constant() {
        Node term = draw.of(draw.chance(65) ? data.terms() : GeneratedData.LITERALS);
        return GeneratedNames.writable(term) ? expression(GeneratedNames.constant(term)) : variable();
    }

    /** Returns an expression that most often computes the term that a variable has. */
    QueryPart same(String variable, Node node) {
        QueryPart plain = expression(variable);
        return switch (draw.below(node == null ? 3 : 6)) {
            case 0 -> plain;
            case 1 -> expression("IF(", likely(1), ",", plain, ",", value(1), ")");
            case 2 -> expression("COALESCE(", draw.chance(50) ? variable() : value(1), ",", plain, ")");
            case 3 ->
                GeneratedNames.writable(node)
                        ? expression("COALESCE( ?unbound ,", GeneratedNames.constant(node), ")")
                        : plain;
            default -> {
                if (!node.isLiteral()) {
                    yield expression("IRI( STR(", plain, "))");
                }
                yield node.getLiteralLanguage().isEmpty()
                        ? expression("STRDT( STR(", plain, "), DATATYPE(", plain, "))")
                        : expression("STRLANG( STR(", plain, "), LANG(", plain, "))");
            }
        };
    }

    QueryPart value(int depth) {
        if (depth <= 0) {
            return draw.chance(60) ? variable() : constant();
        }
        return switch (draw.below(22)) {
            case 0, 1, 2, 3 -> variable();
            case 4, 5 -> constant();
            case 6, 7, 8 ->
                expression("(", value(depth - 1), draw.of("+", "-", "*", "/", "+", "-"), value(depth - 1), ")");
            case 9 -> expression("IF(", condition(depth - 1), ",", value(depth - 1), ",", value(depth - 1), ")");
            case 10, 11 ->
                expression("COALESCE(", value(depth - 1), QueryPart.clause(",", value(depth - 1)), ",", value(0), ")");
            case 12 -> expression("STR(", value(depth - 1), ")");
            case 13 -> expression("LANG(", variable(), ")");
            case 14 -> expression("DATATYPE(", value(depth - 1), ")");
            case 15 -> expression(draw.of("YEAR(", "MONTH(", "DAY("), value(0), ")");
            case 16 -> expression(draw.of("ABS(", "CEIL(", "FLOOR(", "ROUND(", "( -", "( +"), value(depth - 1), ")");
            case 17 -> expression(draw.of("UCASE(", "LCASE(", "STRLEN(", "ENCODE_FOR_URI(", "IRI("), text(0), ")");
            case 18 -> expression("CONCAT(", text(0), ",", text(depth - 1), ")");
            case 19 -> expression(draw.of("STRBEFORE(", "STRAFTER("), text(0), ",", draw.of("\"b\"", "\"\""), ")");
            case 20 -> expression("SUBSTR(", text(0), ", 2", QueryPart.clause(", 1"), ")");
            default -> condition(depth - 1);
        };
    }
}
