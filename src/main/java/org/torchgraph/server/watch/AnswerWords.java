package org.torchgraph.server.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.torchgraph.messages.Messages;
import org.torchgraph.question.Question;
import org.torchgraph.site.frame.ColumnHeadings;
import org.torchgraph.site.words.TermRenderer;

/**
 * Tells how an answer differs from the one before.
 *
 * @param question the question
 * @param headings the headings of its columns
 * @param wording shows the values
 */
record AnswerWords(Question question, ColumnHeadings headings, TermRenderer wording) {

    private Messages messages() {
        return wording.language().messages();
    }

    /** Returns one sentence. */
    String summary(AnswerDifference difference) {
        if (question.query().isAskType() && difference.kind() == AnswerDifference.DifferenceKind.ROWS) {
            Node now = difference.come().some().getFirst().getFirst();
            return messages().say("watch.truth." + now.getLiteralLexicalForm());
        }
        return switch (difference.kind()) {
            case FIRST -> messages().say("watch.answer.first", difference.come().number());
            case LAST -> messages().say("watch.answer.last", difference.gone().number());
            case COLUMNS ->
                messages()
                        .say(
                                "watch.answer.columns",
                                difference.gone().number(),
                                difference.come().number());
            case NONE, ROWS ->
                messages()
                        .say(
                                "watch.answer.rows",
                                difference.changed().number(),
                                difference.come().number(),
                                difference.gone().number());
        };
    }

    /** Returns a sentence for each row, as far as they are told. */
    List<String> sentences(AnswerDifference difference) {
        List<String> sentences = new ArrayList<>();
        if (question.query().isAskType() || difference.kind() != AnswerDifference.DifferenceKind.ROWS) {
            return sentences;
        }
        difference.changed().some().forEach(row -> sentences.add(changed(difference, row)));
        addOthers(difference.changed(), sentences);
        difference.come().some().forEach(row -> sentences.add(messages().say("watch.row.new", cells(row))));
        addOthers(difference.come(), sentences);
        difference.gone().some().forEach(row -> sentences.add(messages().say("watch.row.gone", cells(row))));
        addOthers(difference.gone(), sentences);
        return sentences;
    }

    private void addOthers(AnswerDifference.ToldRows<?> rows, List<String> sentences) {
        if (rows.others() > 0) {
            sentences.add(messages().say("watch.rows.others", rows.others()));
        }
    }

    private String changed(AnswerDifference difference, AnswerDifference.ChangedRow row) {
        String values = IntStream.range(difference.keys(), difference.columns().size())
                .filter(at -> !Objects.equals(row.before().get(at), row.after().get(at)))
                .mapToObj(at -> messages()
                        .say(
                                "watch.value",
                                headings.heading(difference.columns().get(at), wording),
                                cell(row.before().get(at)),
                                cell(row.after().get(at))))
                .collect(Collectors.joining(messages().say("watch.between")));
        return messages().say("watch.row.changed", cells(row.after().subList(0, difference.keys())), values);
    }

    private String cells(List<Node> row) {
        return row.stream().filter(node -> node != null).map(this::cell).collect(Collectors.joining(" · "));
    }

    private String cell(Node node) {
        return node == null ? messages().say("watch.empty") : wording.show(node).text();
    }
}
