package org.torchgraph.dataset.memory;

import static org.torchgraph.dataset.memory.QueryPart.block;
import static org.torchgraph.dataset.memory.QueryPart.clause;
import static org.torchgraph.dataset.memory.QueryPart.of;
import static org.torchgraph.dataset.memory.QueryPart.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes SELECT, as a query or inside one. */
final class SelectGenerator {
    /** Begins the names of texts whose parts come in any order. */
    static final String PARTS = "parts";

    /** Begins the names of numbers that depend on the order in which they are added up. */
    static final String SUM = "sum";

    private final Draw draw;
    private final PatternGenerator patterns;

    SelectGenerator(Draw draw, PatternGenerator patterns) {
        this.draw = draw;
        this.patterns = patterns;
    }

    /** Returns one that has the same rows in whatever order it is worked out. */
    QueryPart subSelect() {
        QueryPart group = patterns.group();
        List<String> columns = columns(group, draw.chance(60) ? 1 : 3);
        QueryPart select =
                switch (draw.below(8)) {
                    case 0, 1 -> of("SELECT", all(columns), "WHERE", group, total(columns), slice());
                    case 2, 3 -> grouped(group, columns, false);
                    case 4 ->
                        of(
                                "SELECT",
                                all(columns),
                                "(",
                                patterns.expressions().value(1),
                                "AS ?" + patterns.names().fresh("n"),
                                ") WHERE",
                                group);
                    case 5 -> of("SELECT *", "WHERE", group);
                    default -> of("SELECT", distinct(), all(columns), "WHERE", group);
                };
        return block(List.of(of(select, draw.chance(8) ? clause(patterns.values()) : words(""))));
    }

    /** Returns a whole query. */
    QueryPart query() {
        QueryPart group = patterns.group();
        List<String> columns = columns(group, 4);
        QueryPart select =
                switch (draw.below(12)) {
                    case 0, 1, 2 -> grouped(group, columns, true);
                    case 3 -> of("SELECT REDUCED", all(columns), from(), "WHERE", group);
                    case 4, 5 -> {
                        QueryPart computed = of(
                                "(",
                                patterns.expressions().value(2),
                                "AS ?" + patterns.names().fresh("n"),
                                ")");
                        yield of("SELECT", distinct(), all(columns), computed, "WHERE", group, end(columns));
                    }
                    case 6, 7, 8 -> of("SELECT *", from(), "WHERE", group, end(List.copyOf(group.variables())));
                    default -> of("SELECT", distinct(), all(columns), from(), "WHERE", group, end(columns));
                };
        return of(select, draw.chance(5) ? clause(patterns.values()) : words(""));
    }

    /** Returns FROM or FROM NAMED, seldom. */
    QueryPart from() {
        return draw.chance(3)
                ? clause(draw.of("FROM", "FROM NAMED"), patterns.graphName(), clause("FROM", patterns.graphName()))
                : words("");
    }

    private List<String> columns(QueryPart group, int most) {
        List<String> all = List.copyOf(group.variables());
        return all.isEmpty() ? List.of("a") : draw.some(draw.between(1, most), all);
    }

    private static QueryPart all(List<String> columns) {
        return of(columns.stream().map(name -> clause("?" + name)).toArray());
    }

    private QueryPart distinct() {
        return draw.chance(35) ? clause("DISTINCT") : words("");
    }

    private QueryPart slice() {
        return of(
                clause("LIMIT " + (draw.chance(4) ? 0 : draw.between(1, 7))),
                draw.chance(35) ? clause("OFFSET " + draw.below(4)) : words(""));
    }

    private QueryPart total(List<String> columns) {
        return of(Stream.concat(
                        Stream.of("ORDER BY"), draw.shuffled(columns).stream().map(name -> draw.of("?%s", "DESC(?%s)")
                                .formatted(name)))
                .toArray());
    }

    /** Returns ORDER BY, LIMIT and OFFSET, or some of them. */
    private QueryPart end(List<String> columns) {
        QueryPart order = words("");
        if (draw.chance(45)) {
            List<Object> keys = new ArrayList<>(List.of("ORDER BY"));
            for (int i = draw.between(1, 2); i > 0; i--) {
                Object key = columns.isEmpty() || draw.chance(30)
                        ? patterns.expressions().value(1)
                        : "?" + draw.of(columns);
                keys.add(clause(draw.of("", "ASC", "DESC") + "(", key, ")"));
            }
            order = clause(keys.toArray());
        }
        return of(order, draw.chance(30) ? slice() : words(""));
    }

    private QueryPart grouped(QueryPart group, List<String> columns, boolean whole) {
        List<Object> select = new ArrayList<>();
        List<Object> keys = new ArrayList<>();
        List<String> sortable = new ArrayList<>();
        int count = draw.chance(30) ? 0 : draw.chance(70) ? 1 : 2;
        for (int i = 0; i < count; i++) {
            String key = draw.of(columns);
            if (draw.chance(25)) {
                key = patterns.names().fresh("k");
                keys.add(of("(", patterns.expressions().value(2), "AS ?" + key, ")"));
            } else {
                keys.add(draw.chance(15) ? of("(", patterns.expressions().value(1), ")") : "?" + key);
                if (keys.get(i) instanceof QueryPart) {
                    continue;
                }
            }
            sortable.add(key);
            if (draw.chance(85)) {
                select.add(clause("?" + key));
            }
            if (draw.chance(10)) {
                select.add(
                        clause("(SAMPLE(?" + key + ") AS ?" + patterns.names().fresh("n") + ")"));
            }
        }
        for (int i = draw.between(1, 2); i > 0; i--) {
            String name = patterns.names().fresh("n");
            select.add(clause("(", draw.chance(80) ? aggregate() : overAggregates(), "AS ?" + name, ")"));
            sortable.add(name);
        }
        if (whole && draw.chance(20)) {
            select.add(clause(
                    "(",
                    draw.of("SUM(", "AVG(", "AVG( DISTINCT", "SUM( DISTINCT"),
                    patterns.expressions().value(1),
                    ") AS ?" + patterns.names().fresh(SUM),
                    ")"));
        }
        if (whole && draw.chance(12)) {
            select.add(clause(
                    "( GROUP_CONCAT(DISTINCT STR(",
                    patterns.expressions().value(0),
                    "); SEPARATOR=\"|\") AS ?" + patterns.names().fresh(PARTS) + ")"));
        }
        return of(
                "SELECT",
                of(select.toArray()),
                whole ? from() : words(""),
                "WHERE",
                group,
                keys.isEmpty() ? words("") : of("GROUP BY", of(keys.toArray())),
                having(),
                whole ? end(sortable) : words(""));
    }

    private QueryPart overAggregates() {
        return switch (draw.below(3)) {
            case 0 -> QueryPart.expression("(", aggregate(), draw.of("+", "-", "*"), aggregate(), ")");
            case 1 -> QueryPart.expression("IF(", aggregate(), "> 1 ,", aggregate(), ",", aggregate(), ")");
            default -> QueryPart.expression("COALESCE(", aggregate(), ",", aggregate(), ")");
        };
    }

    private QueryPart having() {
        if (!draw.chance(25)) {
            return words("");
        }
        return clause(
                "HAVING (",
                aggregate(),
                draw.of(">", "<", "=", "!=", ">="),
                draw.chance(70)
                        ? draw.of("0", "1", "2", "3")
                        : patterns.expressions().constant(),
                ")");
    }

    private QueryPart aggregate() {
        QueryPart argument = draw.chance(75)
                ? patterns.expressions().variable()
                : patterns.expressions().value(1);
        String distinct = draw.chance(35) ? "DISTINCT" : "";
        return switch (draw.below(11)) {
            case 0, 1 -> of("COUNT(", distinct, "*)");
            case 2, 3, 4 -> of("COUNT(", distinct, argument, ")");
            case 5, 6 -> of("MIN(", distinct, argument, ")");
            case 7 -> of("MAX(", distinct, argument, ")");
            case 8 -> of("SUM(", distinct, argument, ")");
            case 9 -> of("AVG(", distinct, argument, ")");
            default -> of("SUM(", "STRLEN(", "STR(", argument, ")))");
        };
    }
}
