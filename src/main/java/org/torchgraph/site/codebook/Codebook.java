package org.torchgraph.site.codebook;

import java.util.List;
import org.apache.jena.graph.Node;
import org.torchgraph.model.Labels;
import org.torchgraph.model.vocabulary.Vocabulary;
import org.torchgraph.query.Table;
import org.torchgraph.question.Question;
import org.torchgraph.question.QuestionColumn;
import org.torchgraph.site.frame.Site;

/**
 * What the columns of an answer hold.
 *
 * @param question the question, which has rows
 * @param columns its columns in order
 */
public record Codebook(Question question, List<CodebookColumn> columns) {

    /** Returns the properties whose values the columns of a question have. */
    public static List<Node> properties(Question question) {
        return QuestionColumn.of(question).stream()
                .flatMap(column -> column.property().stream())
                .toList();
    }

    /**
     * Reads the columns of an answer.
     *
     * @param table the rows of the answer, by which types and units are told
     * @param vocabulary the terms with their definitions
     * @param labels the labels of its {@link #properties}
     */
    public static Codebook of(Question question, Table table, Site site, Vocabulary vocabulary, Labels labels) {
        return new Codebook(
                question,
                QuestionColumn.of(question).stream()
                        .map(column -> CodebookColumn.of(column, table, site, vocabulary, labels))
                        .toList());
    }
}
