package org.torchgraph.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.torchgraph.model.CitedSource;
import org.torchgraph.model.Description;
import org.torchgraph.model.Labels;
import org.torchgraph.model.ThingViews.ViewedThing;
import org.torchgraph.model.change.ThingWrite;
import org.torchgraph.model.vocabulary.VocabularyExcerpt;
import org.torchgraph.question.Question;
import org.torchgraph.site.brief.BriefPage;
import org.torchgraph.site.compare.ComparisonPage;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.question.Panel;
import org.torchgraph.site.question.QuestionForm;
import org.torchgraph.site.question.QuestionPage;
import org.torchgraph.site.question.QuestionResult;
import org.torchgraph.site.search.SearchPage;
import org.torchgraph.site.thing.StructuredData;
import org.torchgraph.site.thing.ThingPage;
import org.torchgraph.site.thing.ThingSection;
import org.torchgraph.site.vocabulary.VocabularyPage;
import org.torchgraph.site.words.TermRenderer;

/** Renders pages as HTML from values; it does not read the dataset. */
public final class Pages {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), "org.torchgraph.site.templates");

    /** The element before which a notice stands. No text of the data contains it, as its brackets are escaped. */
    private static final String MAIN = "<main id=\"main\"";

    private Pages() {}

    /**
     * Returns a page with the notice that the store does not answer; the page itself if it has no frame.
     *
     * @param since the time since which it has not answered
     */
    public static String silent(PageContext frame, String page, Instant since) {
        int main = page.indexOf(MAIN);
        return main < 0
                ? page
                : page.substring(0, main)
                        + render("silence", Map.of("frame", frame, "since", since))
                        + page.substring(main);
    }

    /**
     * Returns the page of a thing, without panels whose result has no rows.
     *
     * @param sections what it shows because of what the thing is
     * @param changes what writers have changed of it
     * @param labels the labels of what these changes mention
     */
    public static String thing(
            PageContext frame,
            Description description,
            List<Panel> panels,
            List<ThingSection> sections,
            List<ThingWrite> changes,
            Labels labels) {
        List<Panel.PanelView> views = panels.stream()
                .filter(panel -> !panel.isEmpty())
                .map(panel -> panel.view(frame))
                .toList();
        ThingPage page = ThingPage.of(description, frame.wording(description.labels()), frame);
        TermRenderer wording = frame.wording(labels);
        return render(
                "thing",
                Map.of(
                        "frame",
                        frame,
                        "page",
                        page,
                        "panels",
                        views,
                        "sections",
                        sections,
                        "changes",
                        changes.stream()
                                .filter(change -> ChangeSentences.tells(change.values(), change.more(), wording)
                                        || !change.write().note().isEmpty())
                                .map(change -> WriteView.of(description.thing(), change, wording))
                                .toList(),
                        "data",
                        StructuredData.of(description, frame)));
    }

    /** Returns the printable page about a thing. */
    public static String brief(PageContext frame, BriefPage page) {
        return render("brief", frame, page);
    }

    /** Returns the first page, with results about the whole dataset and the number of things per class. */
    public static String home(
            PageContext frame,
            List<Question> questions,
            List<Panel> panels,
            Map<Node, Long> classes,
            List<ViewedThing> views,
            Labels labels) {
        return render(
                "home",
                Map.of(
                        "frame",
                        frame,
                        "page",
                        HomePage.of(frame, questions, panels, classes, views, labels),
                        "data",
                        StructuredData.of(frame.site(), frame)));
    }

    /**
     * Returns the list of all saved questions.
     *
     * @param frame the context of the page
     * @param questions the questions
     * @param labels the labels of their subjects
     */
    public static String questions(PageContext frame, List<Question> questions, Labels labels) {
        return render("questions", frame, QuestionsPage.of(frame, questions, labels));
    }

    /**
     * Returns the page of a question with its result.
     *
     * @param values lexical forms by parameter, as the asker gave them
     * @param choices things that a parameter may stand for
     * @param sparql the query with the values in their places, for the editor
     */
    public static String question(
            PageContext frame,
            Question question,
            Map<String, String> values,
            QuestionForm.Choices choices,
            QuestionResult outcome,
            String sparql) {
        return render("question", frame, QuestionPage.of(frame, question, values, choices, outcome, sparql));
    }

    /**
     * Returns a picture of the result of a question as SVG; empty if it has no such picture.
     *
     * @param number the place of the picture among those of the page, from 1
     */
    public static Optional<String> picture(
            PageContext frame,
            Question question,
            Map<String, String> values,
            QuestionForm.Choices choices,
            QuestionResult outcome,
            int number) {
        return QuestionPage.of(frame, question, values, choices, outcome, "")
                .sheet(number, frame)
                .map(sheet -> render("picture", frame, sheet));
    }

    /** Returns a page with the result only, to be embedded in another page. */
    public static String embedded(
            PageContext frame, Question question, Map<String, String> values, Labels labels, QuestionResult outcome) {
        return render(
                "embedded",
                frame,
                QuestionPage.of(
                        frame, question, values, new QuestionForm.Choices(Map.of(), labels), outcome, question.text()));
    }

    /** Returns a small page about a thing, with all its names, to be shown in a frame of another site. */
    public static String preview(PageContext frame, Node thing, List<Node> names, List<Node> classes, Labels labels) {
        TermRenderer wording = frame.wording(labels);
        return render(
                "preview",
                Map.of(
                        "frame",
                        frame,
                        "thing",
                        wording.show(thing),
                        "names",
                        names.stream().map(wording::show).toList(),
                        "classes",
                        classes.stream().map(wording::show).toList()));
    }

    /** Returns the names of a thing as a fragment of HTML. */
    public static String flyout(List<String> names) {
        return render("flyout", Map.of("names", names));
    }

    /** Returns the page of a comparison. */
    public static String comparison(PageContext frame, ComparisonPage page) {
        return render("comparison", frame, page);
    }

    /** Returns the search page. */
    public static String search(PageContext frame, SearchPage page) {
        return render("search", frame, page);
    }

    /** Returns the query editor with a query, which may be empty, and the saved questions as examples. */
    public static String editor(PageContext frame, String query, List<Question> questions) {
        return render("editor", frame, EditorPage.of(frame, query, questions));
    }

    /** Returns the page about the ontology. */
    public static String vocabulary(PageContext frame, VocabularyExcerpt vocabulary, Labels labels) {
        return render("vocabulary", frame, VocabularyPage.of(frame, vocabulary, labels));
    }

    /** Returns the page about dumps. */
    public static String export(PageContext frame) {
        return render(
                "export",
                Map.of("frame", frame, "formats", frame.site().dumpFormats().formats()));
    }

    /** Returns the page about the publication and its sources. */
    public static String about(PageContext frame, List<CitedSource> cited, List<ViewedThing> views, Labels labels) {
        return render("about", frame, AboutPage.of(frame, cited, views, labels));
    }

    /** Returns the page of the versions of the dataset. */
    public static String versions(PageContext frame, VersionsPage page) {
        return render("versions", frame, page);
    }

    /** Returns an error page with status, title and one sentence about this request. */
    public static String problem(PageContext frame, ProblemPage page) {
        return render("problem", frame, page);
    }

    private static String render(String template, PageContext frame, Object page) {
        return render(template, Map.of("frame", frame, "page", page));
    }

    private static String render(String template, Map<String, Object> values) {
        StringOutput html = new StringOutput(16 * 1024);
        boolean isWhole = !(values.get("frame") instanceof PageContext frame)
                || frame.messages().isWhole();
        TEMPLATES.render(template + ".jte", values, isWhole ? html : new MarkedOutput(html));
        return HtmlCharacters.visible(html.toString());
    }
}
