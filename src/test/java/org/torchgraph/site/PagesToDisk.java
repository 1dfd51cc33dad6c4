package org.torchgraph.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.model.vocabulary.Vocabulary;
import org.torchgraph.question.Question;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.question.Panel;
import org.torchgraph.site.question.QuestionPage;
import org.torchgraph.site.question.QuestionResult;
import org.torchgraph.site.words.LocalLinks;

/** Writes the pages of a checkout to {@code target/pages/<language>}, to be looked at in a browser. */
final class PagesToDisk {
    private final Path root;
    private final Sample sample;
    private final List<Question> questions = new ArrayList<>();

    private PagesToDisk(Path root) throws IOException {
        this.root = root;
        sample = Sample.publication(root);
        try (Stream<Path> files = Files.list(root.resolve("queries"))) {
            for (Path file : files.sorted().toList()) {
                questions.add(Asked.question(file));
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        PagesToDisk pages = new PagesToDisk(Path.of(arguments.length == 0 ? "." : arguments[0]));
        for (Language language : Language.values()) {
            pages.write(language);
        }
    }

    private void write(Language language) throws IOException {
        for (String thing : List.of(
                "id/policy/2021-most-green-development-action-plan",
                "id/target/2021-green/energy-intensity-all",
                "id/org/most",
                "id/indicator-system/2021",
                "id/zone-group/national-high-tech-zones",
                "id/evidence/2021-green-targets",
                "concept/basis/stated",
                "dataset")) {
            String path = new LocalLinks(Sample.BASE).path(Sample.BASE + thing).orElseThrow();
            save(language, path, Pages.thing(frame(language, path), sample.describe(thing), panels(thing)));
        }
        save(
                language,
                "/index",
                Pages.home(
                        frame(language, "/"),
                        questions,
                        List.of(),
                        sample.model().classes(),
                        sample.labels()));
        save(language, "/queries", Pages.questions(frame(language, "/queries"), questions, sample.labels()));
        for (Question question : questions) {
            question(language, question);
        }
        save(language, "/sparql", Pages.editor(frame(language, "/sparql"), "", List.of()));
        save(
                language,
                "/def",
                Pages.vocabulary(
                        frame(language, "/def"),
                        Vocabulary.of(sample.triples(), Sample.BASE + "def#"),
                        sample.labels()));
        save(language, "/export", Pages.export(frame(language, "/export")));
        save(
                language,
                "/about",
                Pages.about(frame(language, "/about"), sample.model().cited(), sample.versions(), sample.labels()));
        save(
                language,
                "/problem",
                Pages.problem(
                        frame(language, "/doc/x"),
                        new ProblemPage(
                                Problem.ProblemKind.NOT_FOUND,
                                Message.of(Code.THING_UNKNOWN, "https://w3id.org/torchgraph/id/x"))));
        save(
                language,
                "/refused",
                Pages.question(
                        frame(language, "/queries/targets-due-in"),
                        questions.get(questions.size() - 1),
                        Map.of("year", "soon"),
                        QuestionPage.Choices.NONE,
                        new QuestionResult.Refused(Message.of(Code.PARAMETER_REPEATED, "year")),
                        ""));
    }

    private void question(Language language, Question question) throws IOException {
        Map<String, Node> bound = new HashMap<>();
        for (Question.Parameter parameter : question.parameters()) {
            bound.put(
                    parameter.name(),
                    NodeFactory.createLiteralDT(
                            parameter.defaultValue(),
                            TypeMapper.getInstance().getSafeTypeByName(parameter.datatype())));
        }
        QuestionResult outcome =
                new QuestionResult.Rows(Asked.answer(sample.graph(), question, bound), sample.labels());
        String path = "/queries/" + question.name();
        save(
                language,
                path,
                Pages.question(
                        frame(language, path),
                        question,
                        Map.of(),
                        QuestionPage.Choices.NONE,
                        outcome,
                        question.text()));
    }

    private List<Panel> panels(String thing) {
        Node node = NodeFactory.createURI(Sample.BASE + thing);
        return questions.stream()
                .filter(question -> question.panel()
                        .map(NodeFactory::createURI)
                        .filter(type -> sample.graph().contains(Triple.create(node, RDF.type.asNode(), type)))
                        .isPresent())
                .map(question -> new Panel(
                        question,
                        new QuestionResult.Rows(
                                Asked.answer(sample.graph(), question, Map.of("this", node)), sample.labels())))
                .toList();
    }

    private PageContext frame(Language language, String path) {
        return sample.frame(language, false, path);
    }

    private static void save(Language language, String path, String html) throws IOException {
        Path file = Path.of("target/pages/" + language.code() + path + ".html");
        Files.createDirectories(file.getParent());
        Files.writeString(file, html);
    }
}
