package org.torchgraph.site.question;

import java.util.List;
import org.apache.jena.graph.Triple;
import org.torchgraph.resource.Labels;
import org.torchgraph.sparql.Table;

/** What became of a question that was asked. */
public sealed interface Outcome {

    /** The rows of a SELECT. */
    record Rows(Table table, Labels labels) implements Outcome {}

    /** The answer to an ASK. */
    record Truth(boolean holds) implements Outcome {}

    /** The triples of a CONSTRUCT or DESCRIBE. */
    record Triples(List<Triple> triples, Labels labels) implements Outcome {}

    /** Not run: one sentence that says which parameter is wrong and what it may be. */
    record Refused(String sentence) implements Outcome {}
}
