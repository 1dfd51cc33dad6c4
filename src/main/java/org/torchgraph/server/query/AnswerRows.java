package org.torchgraph.server.query;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.Table;
import org.torchgraph.question.Question;
import org.torchgraph.server.version.PublishedVersion;

/** Reads whole answers of saved queries as rows, whatever the form of the query, to compare those of two versions. */
public final class AnswerRows {
    private static final List<String> TRIPLE = List.of("subject", "property", "object");
    private static final List<String> TRUTH = List.of("answer");

    /** Stands for every blank node, whose labels differ from version to version. */
    private static final Node BLANK = NodeFactory.createBlankNode("blank");

    private final QueryService queryService;

    public AnswerRows(QueryService queryService) {
        this.queryService = queryService;
    }

    /** Returns the deadline of a request that came now. */
    public Deadline deadline() {
        return queryService.deadline();
    }

    /**
     * Returns the rows of a SELECT query, a row for each triple of a CONSTRUCT or DESCRIBE query, or one with the truth
     * of an ASK query.
     *
     * @throws org.torchgraph.http.ProblemException if the query fails or has more rows than a file may have
     */
    public Table of(PublishedVersion version, Question question, QueryRequest query, Deadline end) {
        if (question.query().isAskType()) {
            boolean holds = queryService.ask(version, query, running -> running.ask(), end);
            return new Table(
                    TRUTH,
                    List.of(List.of(NodeFactory.createLiteralDT(Boolean.toString(holds), XSDDatatype.XSDboolean))));
        }
        if (question.query().isSelectType()) {
            Table table = queryService.whole(version, query, end);
            return new Table(
                    table.columns(),
                    table.rows().stream().map(AnswerRows::comparable).toList());
        }
        return new Table(
                TRIPLE,
                queryService.triples(version, query, end).stream()
                        .map(triple ->
                                comparable(List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())))
                        .toList());
    }

    private static List<Node> comparable(List<Node> row) {
        return row.stream()
                .map(node -> node != null && node.isBlank() ? BLANK : node)
                .toList();
    }
}
