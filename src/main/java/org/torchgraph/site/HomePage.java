package org.torchgraph.site;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.model.Labels;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.question.Panel;
import org.torchgraph.site.question.QuestionCard;
import org.torchgraph.site.words.Kind;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * The first page.
 *
 * @param title of the publication, or null
 * @param description of it, or null
 * @param notes on its limits
 * @param panels answers about the whole, with their pictures
 * @param questions those that the catalogue names, else the first few that can be asked of the whole
 * @param more whether there are others
 * @param classes of its things, by kind, the largest first
 * @param examples things to start from
 */
public record HomePage(
        RenderedTerm title,
        RenderedTerm description,
        List<RenderedTerm> notes,
        List<Panel.PanelView> panels,
        List<QuestionCard> questions,
        boolean more,
        List<ClassCount> classes,
        List<RenderedTerm> examples) {
    private static final int QUESTIONS = 6;

    /** How many things are in a class. */
    public record ClassCount(RenderedTerm name, Kind kind, long things, String list) {}

    static HomePage of(
            PageContext frame, List<Question> questions, List<Panel> panels, Map<Node, Long> classes, Labels labels) {
        TermRenderer wording = frame.wording(labels);
        Comparator<ClassCount> order = Comparator.comparing(ClassCount::kind)
                .thenComparing(Comparator.comparing(ClassCount::things).reversed())
                .thenComparing(count -> count.name().machine());
        return new HomePage(
                wording.best(frame.site().entry().titles()).orElse(null),
                wording.prose(frame.site().entry().descriptions()).orElse(null),
                wording.own(frame.site().entry().notes()),
                panels.stream()
                        .filter(panel -> !panel.isEmpty())
                        .map(panel -> panel.view(frame))
                        .toList(),
                starters(frame, questions).stream()
                        .limit(QUESTIONS)
                        .map(question -> QuestionCard.of(question, frame))
                        .toList(),
                questions.size() > QUESTIONS,
                worthNaming(classes, frame.site().links().base()).entrySet().stream()
                        .map(entry -> classCount(entry.getKey(), entry.getValue(), wording))
                        .sorted(order)
                        .toList(),
                frame.site().entry().examples().stream().map(wording::show).toList());
    }

    /** Those with a picture before the others, when the catalogue names none. */
    private static List<Question> starters(PageContext frame, List<Question> questions) {
        List<Question> named = questions.stream()
                .filter(question -> frame.site().entry().starters().contains(question.name()))
                .toList();
        return !named.isEmpty()
                ? named
                : questions.stream()
                        .filter(question -> question.panel().isEmpty())
                        .sorted(Comparator.comparing(question -> question.view() == Question.ViewKind.TABLE))
                        .toList();
    }

    /** The publication's own classes and those that readers look for; all, when it has neither. */
    private static Map<Node, Long> worthNaming(Map<Node, Long> classes, String base) {
        Map<Node, Long> named = new HashMap<>(classes);
        named.keySet().removeIf(type -> !type.getURI().startsWith(base) && !Kind.isListed(type));
        return named.isEmpty() ? classes : named;
    }

    private static ClassCount classCount(Node type, long things, TermRenderer wording) {
        String list = SiteRoute.QUESTION.path("things") + "?class=" + PercentEncoding.value(type.getURI());
        return new ClassCount(wording.show(type), Kind.of(type), things, wording.link(list));
    }
}
