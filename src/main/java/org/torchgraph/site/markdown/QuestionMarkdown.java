package org.torchgraph.site.markdown;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.node.Node;
import org.torchgraph.model.Description;
import org.torchgraph.model.Labels;
import org.torchgraph.query.empty.EmptyResultExplanation;
import org.torchgraph.question.Question;
import org.torchgraph.site.chart.ResultTable;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.question.QuestionForm;
import org.torchgraph.site.question.QuestionPage;
import org.torchgraph.site.question.QuestionResult;
import org.torchgraph.site.words.RenderedTerm;

/** Writes a question and its answer as Markdown: a table with what each row rests on, what was cut, and the sources. */
public final class QuestionMarkdown {
    /** The largest number of rows; other forms have all. */
    public static final int MAX_ROWS = 100;

    private final MarkdownTerms words;
    private final MarkdownSources sources;
    private final MarkdownText text = new MarkdownText();

    private QuestionMarkdown(PageContext frame) {
        words = new MarkdownTerms(frame);
        sources = new MarkdownSources(words);
    }

    /**
     * Returns the text of a question with its answer.
     *
     * @param values lexical forms by parameter, as the asker gave them
     * @param labels the labels of these values
     * @param outcome the answer
     * @param empty explains why the answer has no rows; empty if it has some or none are expected
     * @param described returns what is known of the things with the given IRIs
     */
    public static String of(
            PageContext frame,
            Question question,
            Map<String, String> values,
            Labels labels,
            QuestionResult outcome,
            Optional<EmptyResultExplanation> empty,
            Function<Collection<String>, Map<String, Description>> described) {
        QuestionPage page = QuestionPage.of(
                frame, question, values, new QuestionForm.Choices(Map.of(), labels), outcome, question.text());
        return new QuestionMarkdown(frame).write(page, empty, described);
    }

    private String write(
            QuestionPage page,
            Optional<EmptyResultExplanation> empty,
            Function<Collection<String>, Map<String, Description>> described) {
        text.heading(1, words.of(page.heading()));
        if (page.card().description() != null) {
            text.summary(words.of(page.card().description()));
        }
        List<List<Node>> head = new ArrayList<>();
        page.inputs().forEach(input -> head.add(input(input)));
        head.add(labelled("cite", MarkdownCitation.of(page.citation(words.frame()), words)));
        head.add(labelled(
                "thing.download",
                words.commas(Stream.concat(Stream.of("html"), page.formats().stream())
                        .map(form ->
                                List.of(MarkdownTerms.link(form, words.frame().origin() + page.download(form))))
                        .toList())));
        text.bullets(head);
        text.heading(2, List.of(words.say("question.answer")));
        if (page.truth() != null) {
            text.paragraph(List.of(words.say(page.truth() ? "question.yes" : "question.no")));
        } else if (page.grid().total() == 0) {
            text.paragraph(List.of(words.say("question.empty")));
            empty.ifPresent(why -> text.paragraph(emptied(why)));
        } else {
            table(page.grid());
        }
        sources.write(text, described);
        return text.write();
    }

    private List<Node> labelled(String key, List<Node> value) {
        return Stream.concat(Stream.of(words.label(key)), value.stream()).toList();
    }

    private List<Node> input(QuestionForm.Input input) {
        List<Node> line = new ArrayList<>();
        line.add(MarkdownTerms.code(input.name()));
        line.add(MarkdownTerms.text(words.frame().messages().say("markdown.parameter", input.what())));
        line.add(input.value().isEmpty() ? words.say("question.all") : MarkdownTerms.code(input.value()));
        return line;
    }

    private void table(ResultTable grid) {
        int shown = Math.min(MAX_ROWS, grid.rows().size());
        text.paragraph(List.of(
                !grid.complete()
                        ? words.say("grid.more", shown, grid.total())
                        : shown < grid.total()
                                ? words.say("grid.cut", shown, grid.total())
                                : words.say("question.rows", grid.total())));
        List<List<Node>> headings = new ArrayList<>(grid.columns().stream()
                .map(column -> List.of(MarkdownTerms.text(column)))
                .toList());
        if (grid.marks() != null) {
            headings.add(List.of(MarkdownTerms.text(grid.marks().heading())));
        }
        text.table(
                headings,
                IntStream.range(0, shown).mapToObj(row -> cells(grid, row)).toList());
    }

    private List<List<Node>> cells(ResultTable grid, int row) {
        List<List<Node>> cells = new ArrayList<>();
        for (RenderedTerm cell : grid.rows().get(row)) {
            cells.add(cell == null ? List.of() : words.of(cell));
        }
        if (grid.marks() != null) {
            cells.add(sources.claims(grid.marks().rows().get(row)));
        }
        return cells;
    }

    /** Returns which part of the query leaves no rows. */
    private List<Node> emptied(EmptyResultExplanation why) {
        return why.removedBy()
                .map(step -> words
                        .frame()
                        .messages()
                        .weave(
                                why.position() == 1 ? "editor.say.first" : "editor.say.removed",
                                said -> List.of(MarkdownTerms.text(said)),
                                List.of(List.of(
                                        words.say("editor.kind." + step.kind()),
                                        MarkdownTerms.text(" "),
                                        MarkdownTerms.code(step.text()))))
                        .stream()
                        .flatMap(List::stream)
                        .toList())
                .orElseGet(() -> List.of(words.say("editor.say.modifier")));
    }
}
