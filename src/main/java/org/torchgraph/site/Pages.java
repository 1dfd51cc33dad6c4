package org.torchgraph.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.torchgraph.export.catalogue.Versions;
import org.torchgraph.question.Question;
import org.torchgraph.resource.Description;
import org.torchgraph.resource.Labels;
import org.torchgraph.site.frame.Frame;
import org.torchgraph.site.question.Outcome;
import org.torchgraph.site.question.Panel;
import org.torchgraph.site.question.QuestionPage;
import org.torchgraph.site.search.SearchPage;
import org.torchgraph.site.thing.StructuredData;
import org.torchgraph.site.thing.ThingPage;
import org.torchgraph.site.vocabulary.Vocabulary;
import org.torchgraph.site.vocabulary.VocabularyPage;

/** Writes pages: values in, HTML out. Whatever a page needs of the data is given to it. */
public final class Pages {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), "org.torchgraph.site.templates");

    private Pages() {}

    /** The page of one thing; panels whose answer has no rows are left out. */
    public static String thing(Frame frame, Description description, List<Panel> panels) {
        List<Panel.View> views = panels.stream()
                .filter(panel -> !panel.isEmpty())
                .map(panel -> panel.view(frame))
                .toList();
        ThingPage page = ThingPage.of(description, frame.wording(description.labels()), frame.origin());
        return render(
                "thing",
                Map.of("frame", frame, "page", page, "panels", views, "data", StructuredData.of(description, frame)));
    }

    /** The first page, with answers about the whole, and as many things a class as {@link HomePage#count} found. */
    public static String home(
            Frame frame, List<Question> questions, List<Panel> panels, Map<Node, Long> classes, Labels labels) {
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
    public static String questions(Frame frame, List<Question> questions, Labels labels) {
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
            Frame frame,
            Question question,
            Map<String, String> values,
            QuestionPage.Choices choices,
            Outcome outcome,
            String sparql) {
        return render("question", frame, QuestionPage.of(frame, question, values, choices, outcome, sparql));
    }

    /** The answer alone, to be shown inside another page. */
    public static String embedded(Frame frame, Question question, Map<String, String> values, Outcome outcome) {
        return render(
                "embedded",
                frame,
                QuestionPage.of(frame, question, values, QuestionPage.Choices.NONE, outcome, question.text()));
    }

    /** A search and what it found. */
    public static String search(Frame frame, SearchPage page) {
        return render("search", frame, page);
    }

    /** The query editor, with a query filled in unless it is empty, and the saved questions as examples. */
    public static String editor(Frame frame, String query, List<Question> questions) {
        return render("editor", frame, EditorPage.of(frame, query, questions));
    }

    /** The ontology. */
    public static String vocabulary(Frame frame, Vocabulary vocabulary, Labels labels) {
        return render("vocabulary", frame, VocabularyPage.of(frame, vocabulary, labels));
    }

    /** Where the whole can be had. */
    public static String export(Frame frame) {
        return render(
                "export",
                Map.of("frame", frame, "formats", frame.site().wholes().formats()));
    }

    /** What the publication is, what it rests on, and its versions. */
    public static String about(Frame frame, List<AboutPage.Cited> cited, Versions versions, Labels labels) {
        return render("about", frame, AboutPage.of(frame, cited, versions, labels));
    }

    /** Something went wrong: a status, its title, and one sentence about this request. */
    public static String problem(Frame frame, ProblemPage page) {
        return render("problem", frame, page);
    }

    private static String render(String template, Frame frame, Object page) {
        return render(template, Map.of("frame", frame, "page", page));
    }

    private static String render(String template, Map<String, Object> values) {
        StringOutput html = new StringOutput(16 * 1024);
        TEMPLATES.render(template + ".jte", values, html);
        return html.toString();
    }
}
