package org.torchgraph.site.question;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.messages.Message;
import org.torchgraph.model.Claim;
import org.torchgraph.model.Labels;
import org.torchgraph.publication.evidence.Passage;
import org.torchgraph.query.Table;
import org.torchgraph.rdf.syntax.Expressiveness;
import org.torchgraph.site.chart.AmountColumns;
import org.torchgraph.site.chart.ResultTable;
import org.torchgraph.site.chart.TableWithEvidence;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.RenderedTerm;

/** The result of asking a question. */
public sealed interface QuestionResult {

    /**
     * The rows of a SELECT query.
     *
     * @param table the rows
     * @param claimsByNode the claims that each node of the evidence column, else each thing drawn, stands for
     * @param units the labels of units, by their symbols
     * @param labels the labels of the nodes in the table and the claims
     */
    record Rows(Table table, Map<Node, Claim> claimsByNode, Labels units, Labels labels) implements QuestionResult {
        /** Creates rows without evidence, with units as they are. */
        public Rows(Table table, Labels labels) {
            this(table, Map.of(), labels, labels);
        }

        /** Returns the table for reading: amounts in one cell, and the evidence of each row as a mark. */
        public ResultTable read(PageContext frame) {
            return ResultTable.of(
                    TableWithEvidence.of(AmountColumns.read(translated(frame), frame.language()), claimsByNode),
                    labels,
                    frame);
        }

        /** Returns the table for charts: every value in its own cell. */
        ResultTable plain(PageContext frame) {
            return ResultTable.of(
                    TableWithEvidence.of(translated(frame), claimsByNode).table(), labels, frame);
        }

        /** Returns the sources that the evidence of the rows cites, those cited most often first. */
        List<RenderedTerm> sources(PageContext frame) {
            Map<Node, Long> cited = claimsByNode.values().stream()
                    .flatMap(claim -> Stream.concat(
                                    claim.passages().stream().map(Passage::source), claim.sources().stream())
                            .filter(Objects::nonNull)
                            .distinct())
                    .collect(Collectors.groupingBy(source -> source, Collectors.counting()));
            return cited.entrySet().stream()
                    .sorted(Map.Entry.<Node, Long>comparingByValue().reversed().thenComparing(entry -> entry.getKey()
                            .toString()))
                    .map(entry -> frame.wording(labels).show(entry.getKey()))
                    .toList();
        }

        private Table translated(PageContext frame) {
            return AmountColumns.translated(table, units, frame.language().tag());
        }
    }

    /** The result of an ASK query. */
    record Truth(boolean holds) implements QuestionResult {}

    /**
     * The triples of a CONSTRUCT or DESCRIBE query.
     *
     * @param syntaxes that can express the triples
     */
    record Triples(List<Triple> triples, Labels labels, List<Expressiveness> syntaxes) implements QuestionResult {}

    /** No result, with the reason: a wrong parameter, or a failure of the query. */
    record Refused(Message why) implements QuestionResult {}
}
