package org.torchgraph.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.torchgraph.model.CitedSource;
import org.torchgraph.model.Description;
import org.torchgraph.model.Labels;
import org.torchgraph.model.catalogue.Versions;
import org.torchgraph.model.vocabulary.Vocabulary;
import org.torchgraph.question.Question;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.question.Panel;
import org.torchgraph.site.question.QuestionPage;
import org.torchgraph.site.question.QuestionResult;
import org.torchgraph.site.search.SearchPage;
import org.torchgraph.site.thing.StructuredData;
import org.torchgraph.site.thing.ThingPage;
import org.torchgraph.site.vocabulary.VocabularyPage;

/** Writes pages: values in, HTML out. Whatever a page needs of the data is given to it. */
public final class Pages {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), "org.torchgraph.site.templates");

    private Pages() {}

    /** The page of one thing; panels whose answer has no rows are left out. */
    public static String thing(PageContext frame, Description description, List<Panel> panels) {
        List<Panel.PanelView> views = panels.stream()
                .filter(panel -> !panel.isEmpty())
                .map(panel -> panel.view(frame))
                .toList();
        ThingPage page = ThingPage.of(description, frame.wording(description.labels()), frame.origin());
        return render(
                "thing",
                Map.of("frame", frame, "page", page, "panels", views, "data", StructuredData.of(description, frame)));
    }

    /** The first page, with answers about the whole, and the number of things in each class. */
    public static String home(
            PageContext frame, List<Question> questions, List<Panel> panels, Map<Node, Long> classes, Labels labels) {
        return render(
                "home",
                Map.of(
                        "frame",
                        frame,
                        "page",
                        HomePage.of(frame, questions, panels, classes, labels),
                        "data",
                        StructuredData.of(frame.site(), frame)));
    }

    /** All saved questions, with the names of what they are about. */
    public static String questions(PageContext frame, List<Question> questions, Labels labels) {
        return render("questions", frame, QuestionsPage.of(frame, questions, labels));
    }

    /**
     * One question and its answer.
     *
     * @param values lexical forms by parameter, as the asker gave them
     * @param choices things that a parameter may stand for
     * @param sparql the query with the values in their places, for the editor
     */
    public static String question(
            PageContext frame,
            Question question,
            Map<String, String> values,
            QuestionPage.Choices choices,
            QuestionResult outcome,
            String sparql) {
        return render("question", frame, QuestionPage.of(frame, question, values, choices, outcome, sparql));
    }

    /** The answer alone, to be shown inside another page. */
    public static String embedded(
            PageContext frame, Question question, Map<String, String> values, QuestionResult outcome) {
        return render(
                "embedded",
                frame,
                QuestionPage.of(frame, question, values, QuestionPage.Choices.NONE, outcome, question.text()));
    }

    /** A search and what it found. */
    public static String search(PageContext frame, SearchPage page) {
        return render("search", frame, page);
    }

    /** The query editor, with a query filled in unless it is empty, and the saved questions as examples. */
    public static String editor(PageContext frame, String query, List<Question> questions) {
        return render("editor", frame, EditorPage.of(frame, query, questions));
    }

    /** The ontology. */
    public static String vocabulary(PageContext frame, Vocabulary vocabulary, Labels labels) {
        return render("vocabulary", frame, VocabularyPage.of(frame, vocabulary, labels));
    }

    /** Where the whole can be had. */
    public static String export(PageContext frame) {
        return render(
                "export",
                Map.of("frame", frame, "formats", frame.site().wholes().formats()));
    }

    /** What the publication is, what it rests on, and its versions. */
    public static String about(PageContext frame, List<CitedSource> cited, Versions versions, Labels labels) {
        return render("about", frame, AboutPage.of(frame, cited, versions, labels));
    }

    /** Something went wrong: a status, its title, and one sentence about this request. */
    public static String problem(PageContext frame, ProblemPage page) {
        return render("problem", frame, page);
    }

    private static String render(String template, PageContext frame, Object page) {
        return render(template, Map.of("frame", frame, "page", page));
    }

    private static String render(String template, Map<String, Object> values) {
        StringOutput html = new StringOutput(16 * 1024);
        TEMPLATES.render(template + ".jte", values, html);
        return html.toString();
    }
}
