package org.torchgraph.dataset.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.torchgraph.messages.Code;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryFailedException.FailureKind;

/**
 * Splits a DESCRIBE into the question which things it describes and their description, which is the same whatever the
 * engine: SPARQL 1.1 (§16.4) leaves to each engine what a description has, and Virtuoso 7 ends one without saying so.
 *
 * @param describe the query
 */
record RowsDescribe(Query describe) {

    /** Returns the query for the things that the pattern finds; empty if the query names all of them itself. */
    Optional<Query> rows() {
        List<Var> variables = describe.getProjectVars();
        if (variables.isEmpty()) {
            return Optional.empty();
        }
        Query rows = describe.cloneQuery();
        if (rows.getQueryPattern() == null) {
            rows.setQueryPattern(new ElementGroup());
        }
        rows.getResultURIs().clear();
        return Optional.of(PatternQueries.rowsOf(rows, variables));
    }

    /** Returns the things that the query names itself. */
    Set<Node> named() {
        return new LinkedHashSet<>(describe.getResultURIs());
    }

    /**
     * Returns the things in rows: IRIs and blank nodes.
     *
     * @throws QueryFailedException if there are more than {@code most}
     */
    Set<Node> found(RowSet rows, int most) {
        Set<Node> things = new LinkedHashSet<>();
        rows.forEachRemaining(row -> row.forEach((variable, value) -> {
            if ((value.isURI() || value.isBlank()) && things.add(value) && things.size() > most) {
                throw new QueryFailedException(FailureKind.OUT_OF_BUDGET, Code.ANSWER_TRIPLES, most);
            }
        }));
        return things;
    }

    /** Returns the query for the descriptions of things, with the prefixes and the graphs of the query. */
    Query of(Set<Node> things) {
        Query all = new Query();
        all.setPrefixMapping(describe.getPrefixMapping());
        all.setQueryDescribeType();
        describe.getGraphURIs().forEach(all::addGraphURI);
        describe.getNamedGraphURIs().forEach(all::addNamedGraphURI);
        things.forEach(all::addDescribeNode);
        return all;
    }
}
