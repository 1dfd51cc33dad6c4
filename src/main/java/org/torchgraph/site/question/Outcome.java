package org.torchgraph.site.question;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.messages.Message;
import org.torchgraph.resource.Claim;
import org.torchgraph.resource.Labels;
import org.torchgraph.site.answer.Amounts;
import org.torchgraph.site.answer.Grid;
import org.torchgraph.site.answer.Vouched;
import org.torchgraph.site.frame.Frame;
import org.torchgraph.sparql.Table;

/** What became of a question that was asked. */
public sealed interface Outcome {

    /**
     * The rows of a SELECT.
     *
     * @param worth of what the rows name as their evidence
     * @param units names of the units in it, by their symbols
     * @param labels of the nodes in the first two
     */
    record Rows(Table table, Map<Node, Claim> worth, Labels units, Labels labels) implements Outcome {
        /** Rows that name no evidence, with units as they are. */
        public Rows(Table table, Labels labels) {
            this(table, Map.of(), labels, labels);
        }

        /** As they are read: amounts in one cell, and a mark for what each row rests on. */
        Grid read(Frame frame) {
            return Grid.of(Vouched.of(Amounts.read(told(frame)), worth), labels, frame);
        }

        /** As a picture needs them: each value by itself. */
        Grid plain(Frame frame) {
            return Grid.of(Vouched.of(told(frame), worth).table(), labels, frame);
        }

        private Table told(Frame frame) {
            return Amounts.told(table, units, frame.language().tag());
        }
    }

    /** The answer to an ASK. */
    record Truth(boolean holds) implements Outcome {}

    /** The triples of a CONSTRUCT or DESCRIBE. */
    record Triples(List<Triple> triples, Labels labels) implements Outcome {}

    /** No answer: which parameter is wrong and what it may be, or why the query gave none. */
    record Refused(Message why) implements Outcome {}
}
