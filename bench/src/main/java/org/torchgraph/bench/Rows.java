package org.torchgraph.bench;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.jena.datatypes.DatatypeFormatException;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.resultset.ResultSetReaderRegistry;
import org.apache.jena.sparql.resultset.SPARQLResult;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sys.JenaSystem;

/** The rows of an answer, by their values and without their order. */
record Rows(List<String> sorted) {
    private static final Lang JSON = ResultSetLang.RS_JSON;

    /** The variable of the row with which Virtuoso 7 answers ASK; a no has no row. */
    private static final String VIRTUOSO_ASK = "__ASK_RETVAL";

    static {
        JenaSystem.init();
    }

    static Rows of(String json) {
        SPARQLResult read = ResultSetReaderRegistry.getFactory(JSON)
                .create(JSON)
                .readAny(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Context.emptyContext());
        if (read.isBoolean()) {
            return new Rows(List.of(Boolean.toString(read.getBooleanResult())));
        }
        ResultSet rows = read.getResultSet();
        if (rows.getResultVars().equals(List.of(VIRTUOSO_ASK))) {
            boolean yes = rows.hasNext() && rows.next().getLiteral(VIRTUOSO_ASK).getInt() != 0;
            return new Rows(List.of(Boolean.toString(yes)));
        }
        List<String> all = new ArrayList<>();
        rows.forEachRemaining(row -> {
            TreeMap<String, String> values = new TreeMap<>();
            row.varNames()
                    .forEachRemaining(
                            name -> values.put(name, value(row.get(name).asNode())));
            all.add(values.toString());
        });
        Collections.sort(all);
        return new Rows(all);
    }

    /** Returns how many rows there are, here and in other rows, and the first row that only one of them has. */
    String unlike(Rows other) {
        String counts = sorted.size() + " instead of " + other.sorted.size();
        return sorted.stream()
                .filter(row -> !other.sorted.contains(row))
                .findFirst()
                .map(row -> counts + ", " + row + " among them")
                .orElse(counts);
    }

    /** Engines write the same number in several ways, divide to different lengths, and Virtuoso 7 has 1 for true. */
    private static String value(Node node) {
        try {
            if (node.isLiteral() && node.getLiteralValue() instanceof Boolean yes) {
                return yes ? "1" : "0";
            }
            if (node.isLiteral() && node.getLiteralValue() instanceof Number number) {
                return new BigDecimal(number.toString())
                        .round(new MathContext(9))
                        .stripTrailingZeros()
                        .toPlainString();
            }
        } catch (DatatypeFormatException malformed) {
            return node.toString();
        }
        return node.isLiteral() && !node.getLiteralLanguage().isEmpty()
                ? node.getLiteralLexicalForm() + "@" + node.getLiteralLanguage().toLowerCase(Locale.ROOT)
                : node.toString();
    }
}
