package org.torchgraph.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.question.Question;
import org.torchgraph.resource.Labels;
import org.torchgraph.site.frame.Frame;
import org.torchgraph.site.question.QuestionCard;
import org.torchgraph.site.words.Shown;
import org.torchgraph.site.words.Wording;

/**
 * All saved questions, by what they are about.
 *
 * @param groups the fullest first; what is about nothing in particular comes last
 * @param total how many questions there are
 */
public record QuestionsPage(List<Group> groups, int total) {

    /**
     * @param anchor by which it is linked
     * @param subject or null
     */
    public record Group(String anchor, Shown subject, List<Entry> entries) {}

    /**
     * A question in the list.
     *
     * @param panel the class on whose pages it is answered too, or null
     */
    public record Entry(QuestionCard card, Shown panel) {}

    static QuestionsPage of(Frame frame, List<Question> questions, Labels labels) {
        Wording wording = frame.wording(labels);
        Map<String, List<Question>> bySubject = new TreeMap<>();
        questions.forEach(question -> bySubject
                .computeIfAbsent(question.subject().orElse(""), subject -> new ArrayList<>())
                .add(question));
        List<Group> groups = new ArrayList<>();
        bySubject.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Question>> one) ->
                                one.getKey().isEmpty())
                        .thenComparing(one -> -one.getValue().size()))
                .forEach(one -> groups.add(new Group(
                        "about-" + groups.size(),
                        one.getKey().isEmpty() ? null : shown(one.getKey(), wording),
                        one.getValue().stream()
                                .map(question -> entry(question, frame, wording))
                                .toList())));
        return new QuestionsPage(groups, questions.size());
    }

    private static Entry entry(Question question, Frame frame, Wording wording) {
        Optional<Shown> panel = question.panel().map(type -> shown(type, wording));
        return new Entry(QuestionCard.of(question, frame), panel.orElse(null));
    }

    private static Shown shown(String iri, Wording wording) {
        return wording.show(NodeFactory.createURI(iri));
    }
}
