package org.torchgraph.dataset.engine;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.Vars;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.modify.TemplateLib;
import org.apache.jena.sparql.syntax.Template;
import org.torchgraph.dataset.numbered.NumberedData;
import org.torchgraph.messages.Code;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryFailedException.FailureKind;

/**
 * Makes the triples of a CONSTRUCT here, of the rows of its pattern: Virtuoso 7 says of rows that it has ended them
 * early, and of triples it does not.
 *
 * @param construct the query
 */
record RowsConstruct(Query construct) {
    private static final Node GRAPH = PatternQueries.iri("urn:torchgraph:constructed");

    /** Returns the query for the rows. */
    Query rows() {
        Set<Var> variables = new LinkedHashSet<>();
        construct.getConstructTemplate().getTriples().forEach(triple -> Vars.addVarsFromTriple(variables, triple));
        variables.removeIf(variable -> variable.isBlankNodeVar());
        return PatternQueries.rowsOf(construct, variables);
    }

    /** Returns the triples that the template makes of rows, each once. */
    DatasetGraph made(RowSet rows, int most) {
        Set<Triple> triples = new HashSet<>();
        TemplateLib.calcTriples(construct.getConstructTemplate().getTriples(), rows)
                .forEachRemaining(triple -> {
                    if (triple.getPredicate().isURI() && !triple.getSubject().isLiteral() && triples.add(triple)) {
                        require(triples.size() <= most, most);
                    }
                });
        NumberedData data = new NumberedData();
        triples.forEach(triple -> data.add(Quad.create(GRAPH, triple)));
        return data.build();
    }

    private static void require(boolean isWithin, int most) {
        if (!isWithin) {
            throw new QueryFailedException(FailureKind.OUT_OF_BUDGET, Code.ANSWER_TRIPLES, most);
        }
    }

    /** Returns the query for all triples of those that are made, with the prefixes of the query. */
    Query all() {
        Query all = new Query();
        all.setPrefixMapping(construct.getPrefixMapping());
        all.setQueryConstructType();
        Triple any = PatternQueries.pattern(Node.ANY, Node.ANY, Node.ANY);
        all.setConstructTemplate(new Template(BasicPattern.wrap(List.of(any))));
        all.setQueryPattern(PatternQueries.block(any));
        return all;
    }
}
