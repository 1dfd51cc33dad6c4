package org.torchgraph.site.question;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.messages.Message;
import org.torchgraph.model.Claim;
import org.torchgraph.model.Labels;
import org.torchgraph.query.Table;
import org.torchgraph.site.chart.AmountColumns;
import org.torchgraph.site.chart.ResultTable;
import org.torchgraph.site.chart.TableWithEvidence;
import org.torchgraph.site.frame.PageContext;

/** What became of a question that was asked. */
public sealed interface QuestionResult {

    /**
     * The rows of a SELECT.
     *
     * @param worth of what the rows name as their evidence
     * @param units names of the units in it, by their symbols
     * @param labels of the nodes in the first two
     */
    record Rows(Table table, Map<Node, Claim> worth, Labels units, Labels labels) implements QuestionResult {
        /** Rows that name no evidence, with units as they are. */
        public Rows(Table table, Labels labels) {
            this(table, Map.of(), labels, labels);
        }

        /** As they are read: amounts in one cell, and a mark for what each row rests on. */
        ResultTable read(PageContext frame) {
            return ResultTable.of(TableWithEvidence.of(AmountColumns.read(told(frame)), worth), labels, frame);
        }

        /** As a picture needs them: each value by itself. */
        ResultTable plain(PageContext frame) {
            return ResultTable.of(TableWithEvidence.of(told(frame), worth).table(), labels, frame);
        }

        private Table told(PageContext frame) {
            return AmountColumns.translated(table, units, frame.language().tag());
        }
    }

    /** The answer to an ASK. */
    record Truth(boolean holds) implements QuestionResult {}

    /** The triples of a CONSTRUCT or DESCRIBE. */
    record Triples(List<Triple> triples, Labels labels) implements QuestionResult {}

    /** No answer: which parameter is wrong and what it may be, or why the query gave none. */
    record Refused(Message why) implements QuestionResult {}
}
