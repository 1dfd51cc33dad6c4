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
 * All saved questions, by what they are about.
 *
 * @param groups the fullest first; what is about nothing in particular comes last
 * @param total how many questions there are
 */
public record QuestionsPage(List<QuestionGroup> groups, int total) {

    /**
     * @param anchor by which it is linked
     * @param subject or null
     */
    public record QuestionGroup(String anchor, RenderedTerm subject, List<QuestionEntry> entries) {}

    /**
     * A question in the list.
     *
     * @param panel the class on whose pages it is answered too, or null
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
