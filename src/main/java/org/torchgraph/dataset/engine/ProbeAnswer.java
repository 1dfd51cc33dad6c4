package org.torchgraph.dataset.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.vocabulary.XSD;

/**
 * The answer to a probe, whatever its form.
 *
 * @param rows the rows, in their order if the query asks for one; a triple is a row of three, a truth value one of one
 */
record ProbeAnswer(List<List<Node>> rows) {
    private static final int MOST_ROWS_SHOWN = 10;
    private static final int MOST_CHARACTERS_SHOWN = 120;
    private static final PrefixMap PREFIXES = prefixes();

    private static PrefixMap prefixes() {
        PrefixMap prefixes = PrefixMapFactory.create();
        prefixes.add("xsd", XSD.NS);
        return prefixes;
    }

    /** Reads the answer of a query that is running. */
    static ProbeAnswer read(Query query, QueryExec running) {
        if (query.isAskType()) {
            return new ProbeAnswer(List.of(List.of(running.ask() ? NodeConst.nodeTrue : NodeConst.nodeFalse)));
        }
        if (query.isConstructType()) {
            LinkedHashSet<List<Node>> triples = new LinkedHashSet<>();
            running.constructTriples()
                    .forEachRemaining(triple ->
                            triples.add(List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())));
            return new ProbeAnswer(sorted(List.copyOf(triples)));
        }
        List<Var> columns = Var.varList(query.getResultVars());
        List<List<Node>> rows = new ArrayList<>();
        running.select()
                .forEachRemaining(row -> rows.add(columns.stream()
                        .map(column -> row.contains(column) ? row.get(column) : Node.ANY)
                        .toList()));
        return new ProbeAnswer(query.hasOrderBy() ? List.copyOf(rows) : sorted(rows));
    }

    private static List<List<Node>> sorted(List<List<Node>> rows) {
        return rows.stream()
                .sorted((one, other) -> row(one).compareTo(row(other)))
                .toList();
    }

    /** Returns whether the answer is told by its length. */
    boolean isLong() {
        return rows.size() > MOST_ROWS_SHOWN;
    }

    /** Returns the rows that another answer does not have, or all rows if that has all of them in another order. */
    ProbeAnswer without(ProbeAnswer other) {
        List<List<Node>> rest = new ArrayList<>(rows);
        other.rows.forEach(rest::remove);
        return rest.isEmpty() && rows.size() == other.rows.size() ? this : new ProbeAnswer(rest);
    }

    /** Returns the rows as SPARQL writes them after VALUES; of many, their number. */
    String text() {
        return isLong()
                ? String.valueOf(rows.size())
                : StringUtils.abbreviateMiddle(
                        rows.stream().map(row -> row(row) + " ").collect(Collectors.joining("", "{ ", "}")),
                        " … ",
                        MOST_CHARACTERS_SHOWN);
    }

    private static String row(List<Node> row) {
        String terms = row.stream().map(ProbeAnswer::term).collect(Collectors.joining(" "));
        return row.size() == 1 ? terms : "(" + terms + ")";
    }

    private static String term(Node term) {
        return term.equals(Node.ANY) ? "UNDEF" : NodeFmtLib.str(term, PREFIXES);
    }
}
