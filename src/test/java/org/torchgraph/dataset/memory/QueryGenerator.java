package org.torchgraph.dataset.memory;

import static org.torchgraph.dataset.memory.QueryPart.of;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;

/** Writes queries of all forms for some data. */
final class QueryGenerator {
    private final Draw draw;
    private final GeneratedData data;
    private final PatternGenerator patterns;
    private final SelectGenerator selects;

    QueryGenerator(Draw draw, GeneratedData data) {
        this.draw = draw;
        this.data = data;
        this.patterns = new PatternGenerator(draw, data);
        this.selects = new SelectGenerator(draw, patterns);
    }

    QueryPart query() {
        return switch (draw.below(24)) {
            case 0, 1 -> of("ASK", selects.from(), patterns.group());
            case 2, 3 -> construct();
            case 4 -> {
                QueryPart group = patterns.group();
                yield of("DESCRIBE", "?" + patterns.names().any(), "WHERE", group);
            }
            default -> selects.query();
        };
    }

    private QueryPart construct() {
        QueryPart group = patterns.group();
        List<QueryPart> template = new ArrayList<>();
        for (int i = draw.between(1, 2); i > 0; i--) {
            template.add(of(
                    draw.chance(12) ? "_:x" : "?" + patterns.names().any(),
                    draw.chance(25)
                            ? "?" + patterns.names().any()
                            : GeneratedNames.constant(draw.of(data.predicates())),
                    draw.chance(12) ? "_:x" : "?" + patterns.names().any(),
                    "."));
        }
        return of("CONSTRUCT", QueryPart.block(template), selects.from(), "WHERE", group);
    }

    /** Returns values that a saved question may have for some variables of its query, most often none. */
    Map<Var, Node> bindings(QueryPart query) {
        Map<Var, Node> values = new LinkedHashMap<>();
        List<String> variables = List.copyOf(query.variables());
        if (!variables.isEmpty() && draw.chance(15)) {
            for (int i = draw.between(1, 2); i > 0; i--) {
                String name = draw.of(variables);
                Node own = patterns.names().nodes().get(name);
                values.put(
                        Var.alloc(name),
                        own != null && draw.chance(70)
                                ? own
                                : draw.of(draw.chance(80) ? data.terms() : GeneratedData.LITERALS));
            }
        }
        return values;
    }
}
