package org.torchgraph.bench;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
        List<String> all = new ArrayList<>();
        rows.forEachRemaining(row -> {
            TreeMap<String, String> values = new TreeMap<>();
            row.varNames().forEachRemaining(name -> values.put(name, value(row.get(name).asNode())));
            all.add(values.toString());
        });
        Collections.sort(all);
        return new Rows(all);
    }

    /** Engines write the same number in several ways, and divide to different lengths. */
    private static String value(Node node) {
        try {
            if (node.isLiteral() && node.getLiteralValue() instanceof Number number) {
                return new BigDecimal(number.toString())
                        .round(new MathContext(9))
                        .stripTrailingZeros()
                        .toPlainString();
            }
        } catch (DatatypeFormatException malformed) {
            return node.toString();
        }
        return node.toString();
    }
}
