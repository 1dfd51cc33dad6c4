package org.torchgraph.site;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.model.Labels;
import org.torchgraph.model.ThingViews.ViewedThing;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.markdown.HomeText;
import org.torchgraph.site.question.Panel;
import org.torchgraph.site.question.QuestionCard;
import org.torchgraph.site.words.Kind;
import org.torchgraph.site.words.Kinds;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * The first page.
 *
 * @param title the title of the publication, or null
 * @param description its description, or null
 * @param text the text that its owner sets, or null
 * @param html that text as HTML
 * @param notes notes on its limits
 * @param panels results about the whole dataset, with charts
 * @param questions the questions that the catalogue names, else the first few questions
 * @param more whether there are others
 * @param classes the classes of its things by kind, the largest first
 * @param otherClasses the classes that are neither the publication's own nor of a kind of their own, if there are such
 * @param examples things to start from
 * @param views some things whose pages show more than statements
 * @param otherViews the number of others
 */
public record HomePage(
        RenderedTerm title,
        RenderedTerm description,
        RenderedTerm text,
        String html,
        List<RenderedTerm> notes,
        List<Panel.PanelView> panels,
        List<QuestionCard> questions,
        boolean more,
        List<ClassCount> classes,
        List<ClassCount> otherClasses,
        List<RenderedTerm> examples,
        List<RenderedTerm> views,
        int otherViews) {
    private static final int MAX_QUESTIONS = 6;
    private static final int MAX_VIEWS = 8;

    /** The number of things in a class, with the link to their list. */
    public record ClassCount(RenderedTerm name, Kind kind, long things, String list) {}

    static HomePage of(
            PageContext frame,
            List<Question> questions,
            List<Panel> panels,
            Map<Node, Long> classes,
            List<ViewedThing> views,
            Labels labels) {
        TermRenderer wording = frame.wording(labels);
        Map<Node, Long> shown = shownClasses(
                classes, frame.site().links().base(), wording.appearance().kinds());
        Map<Node, Long> others = new HashMap<>(classes);
        others.keySet().removeAll(shown.keySet());
        Comparator<ClassCount> order = Comparator.comparing(ClassCount::kind)
                .thenComparing(Comparator.comparing(ClassCount::things).reversed())
                .thenComparing(count -> count.name().machine());
        RenderedTerm text = wording.prose(frame.site().website().homeTexts()).orElse(null);
        return new HomePage(
                wording.best(frame.site().titles()).orElse(null),
                wording.prose(frame.site().entry().descriptions()).orElse(null),
                text,
                text == null ? "" : HomeText.html(text.machine(), frame),
                wording.own(frame.site().entry().notes()),
                panels.stream()
                        .filter(panel -> !panel.isEmpty())
                        .map(panel -> panel.view(frame))
                        .toList(),
                starters(frame, questions).stream()
                        .limit(MAX_QUESTIONS)
                        .map(question -> QuestionCard.of(question, frame))
                        .toList(),
                questions.size() > MAX_QUESTIONS,
                counts(shown, wording, order),
                counts(others, wording, order),
                frame.site().entry().examples().stream().map(wording::show).toList(),
                views.stream()
                        .limit(MAX_VIEWS)
                        .map(view -> wording.show(view.node()))
                        .toList(),
                Math.max(0, views.size() - MAX_VIEWS));
    }

    /**
     * Returns the questions that the catalogue names or, if it names none, those without a panel, with charts first.
     */
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

    /** Returns the publication's own classes and those with a kind of their own; all classes if there are neither. */
    private static Map<Node, Long> shownClasses(Map<Node, Long> classes, String base, Kinds kinds) {
        Map<Node, Long> named = new HashMap<>(classes);
        named.keySet().removeIf(type -> !type.getURI().startsWith(base) && !kinds.isListed(type));
        return named.isEmpty() ? classes : named;
    }

    private static List<ClassCount> counts(
            Map<Node, Long> classes, TermRenderer wording, Comparator<ClassCount> order) {
        return classes.entrySet().stream()
                .map(entry -> classCount(entry.getKey(), entry.getValue(), wording))
                .sorted(order)
                .toList();
    }

    private static ClassCount classCount(Node type, long things, TermRenderer wording) {
        String list = SiteRoute.QUESTION.path("things") + "?class=" + PercentEncoding.value(type.getURI());
        return new ClassCount(wording.show(type), wording.appearance().kinds().of(type), things, wording.link(list));
    }
}
