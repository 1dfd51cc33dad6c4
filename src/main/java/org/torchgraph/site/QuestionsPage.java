package org.torchgraph.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.model.Labels;
import org.torchgraph.question.Question;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.question.QuestionCard;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * The list of all saved questions, grouped by subject.
 *
 * @param groups the groups, the largest first; questions without a subject come last
 * @param total the number of questions
 */
public record QuestionsPage(List<QuestionGroup> groups, int total) {

    /**
     * The questions about one subject.
     *
     * @param anchor the fragment of the group
     * @param subject the subject, or null
     * @param entries the questions
     */
    public record QuestionGroup(String anchor, RenderedTerm subject, List<QuestionEntry> entries) {}

    /**
     * A question in the list.
     *
     * @param card the question
     * @param panel the class on whose pages its result is shown too, or null
     */
    public record QuestionEntry(QuestionCard card, RenderedTerm panel) {}

    static QuestionsPage of(PageContext frame, List<Question> questions, Labels labels) {
        TermRenderer wording = frame.wording(labels);
        Map<String, List<Question>> bySubject = new TreeMap<>();
        questions.forEach(question -> bySubject
                .computeIfAbsent(question.subject().orElse(""), subject -> new ArrayList<>())
                .add(question));
        List<QuestionGroup> groups = new ArrayList<>();
        bySubject.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Question>> one) ->
                                one.getKey().isEmpty())
                        .thenComparing(one -> -one.getValue().size()))
                .forEach(one -> groups.add(new QuestionGroup(
                        "about-" + groups.size(),
                        one.getKey().isEmpty() ? null : shown(one.getKey(), wording),
                        one.getValue().stream()
                                .map(question -> entry(question, frame, wording))
                                .toList())));
        return new QuestionsPage(groups, questions.size());
    }

    private static QuestionEntry entry(Question question, PageContext frame, TermRenderer wording) {
        Optional<RenderedTerm> panel = question.panel().map(type -> shown(type, wording));
        return new QuestionEntry(QuestionCard.of(question, frame), panel.orElse(null));
    }

    private static RenderedTerm shown(String iri, TermRenderer wording) {
        return wording.show(NodeFactory.createURI(iri));
    }
}
