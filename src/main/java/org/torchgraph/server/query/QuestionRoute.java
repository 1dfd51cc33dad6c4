package org.torchgraph.server.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.torchgraph.export.Format;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.Link;
import org.torchgraph.http.MediaType;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.question.Question;
import org.torchgraph.server.edition.Edition;
import org.torchgraph.server.edition.Editions;
import org.torchgraph.server.edition.Form;
import org.torchgraph.server.edition.Frames;
import org.torchgraph.server.edition.HtmlReplies;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.site.Pages;
import org.torchgraph.site.question.Outcome;
import org.torchgraph.sparql.Answers;
import org.torchgraph.sparql.QueryRequest;
import org.torchgraph.sparql.ResultFormat;
import org.torchgraph.sparql.Table;

/** {@code /queries/<name>}: one saved query, as a page or, by suffix, as data. */
public final class QuestionRoute implements Route {
    private static final String ROOT = "/queries/";
    private static final String LANGUAGE = "lang";

    private final Editions editions;
    private final Asking asking;
    private final ResultReplies replies;

    public QuestionRoute(Editions editions, Asking asking) {
        this.editions = editions;
        this.asking = asking;
        this.replies = new ResultReplies(asking);
    }

    @Override
    public Reply answer(Request request) {
        Edition edition = editions.get();
        String rest = request.path().substring(ROOT.length());
        int dot = rest.indexOf('.');
        String name = dot < 0 ? rest : rest.substring(0, dot);
        Question question = edition.questions().named(name).orElseThrow(() -> Problem.of(
                        Problem.Kind.NOT_FOUND, "There is no question " + name + "; /queries lists all.")
                .exception());
        String suffix = dot < 0 ? negotiated(request, question) : rest.substring(dot + 1);
        Reply reply =
                suffix.equals("html") ? page(edition, request, question) : data(edition, request, question, suffix);
        return (dot < 0 ? reply.varying("Accept") : reply).linking(links(name, suffix, question));
    }

    /** With a value that is wrong the form is shown again, and the sentence that says so. */
    private Reply page(Edition edition, Request request, Question question) {
        String canonical = edition.base() + ROOT.substring(1) + question.name();
        Map<String, String> values = values(request);
        try {
            QueryRequest query = Asking.request(edition, question, values);
            String sparql = QueryTransformOps.syntaxSubstitute(question.query(), query.bindings())
                    .toString();
            return HtmlReplies.page(
                    edition,
                    request,
                    canonical,
                    List.of(),
                    frame -> Pages.question(frame, question, values, outcome(edition, question, query), sparql));
        } catch (ProblemException bad) {
            Outcome refused = new Outcome.Refused(bad.problem().detail());
            String html = Pages.question(
                    Frames.of(edition, request, canonical, List.of()), question, values, refused, question.text());
            return HtmlReplies.secured(Reply.once(
                            bad.problem().kind().status(),
                            HtmlReplies.CONTENT_TYPE,
                            html.getBytes(StandardCharsets.UTF_8)))
                    .varying("Accept-Language")
                    .with("Cache-Control", "no-store");
        }
    }

    private Outcome outcome(Edition edition, Question question, QueryRequest query) {
        if (question.query().isSelectType()) {
            Table table = asking.table(edition, query);
            return new Outcome.Rows(table, edition.resources().labels(Asking.nodes(table)));
        }
        if (question.query().isAskType()) {
            return new Outcome.Truth(asking.ask(edition, query, running -> running.ask()));
        }
        Graph graph = asking.ask(edition, query, Answers.triples(asking.answerTriples()));
        List<Triple> triples = graph.find().toList();
        List<Node> nodes = triples.stream()
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                .filter(Node::isURI)
                .distinct()
                .toList();
        return new Outcome.Triples(triples, edition.resources().labels(nodes));
    }

    private Reply data(Edition edition, Request request, Question question, String suffix) {
        QueryRequest query = Asking.request(edition, question, values(request));
        EntityTag tag = edition.tag(
                "question", question.name(), suffix, query.bindings().toString());
        boolean rows = question.query().isSelectType() || question.query().isAskType();
        Optional<ResultFormat> table = ResultFormat.ofSuffix(suffix).filter(format -> rows);
        if (table.isPresent()) {
            return replies.rows(edition, query, table.get(), tag);
        }
        Format format = Form.ofSuffix(suffix, Form.RDF).flatMap(Form::format).orElseThrow(() -> Problem.of(
                        Problem.Kind.NOT_FOUND,
                        "The answer is not offered as ." + suffix + "; there are "
                                + String.join(", ", suffixes(question)) + ".")
                .exception());
        return replies.triples(edition, query, format, tag);
    }

    /** The values that the asker gave; the language of the page is no parameter of the question. */
    private static Map<String, String> values(Request request) {
        Map<String, String> values = new LinkedHashMap<>();
        request.parameters().forEach((name, given) -> {
            if (name.equals(LANGUAGE) || given.get(0).isEmpty()) {
                return;
            }
            if (given.size() > 1) {
                throw Problem.of(Problem.Kind.BAD_PARAMETER, "The parameter " + name + " is given more than once.")
                        .about(name)
                        .exception();
            }
            values.put(name, given.get(0));
        });
        return values;
    }

    private static String negotiated(Request request, Question question) {
        Map<MediaType, String> offered = new LinkedHashMap<>();
        suffixes(question).forEach(suffix -> offered.put(type(suffix), suffix));
        return request.accept()
                .best(List.copyOf(offered.keySet()))
                .map(offered::get)
                .orElseThrow(() -> Problem.notAcceptable(offered.keySet().stream()
                                .map(MediaType::toString)
                                .toList())
                        .exception());
    }

    /** All forms of the answer; the first is for a client that takes anything. */
    private static List<String> suffixes(Question question) {
        List<String> suffixes = new ArrayList<>();
        if (question.query().isSelectType() || question.query().isAskType()) {
            List.of(ResultFormat.CSV, ResultFormat.JSON, ResultFormat.TSV, ResultFormat.XML)
                    .forEach(format -> suffixes.add(format.suffix()));
        }
        Form.RDF.forEach(form -> suffixes.add(form.suffix()));
        suffixes.add(1, "html");
        return suffixes;
    }

    private static MediaType type(String suffix) {
        return ResultFormat.ofSuffix(suffix)
                .map(format -> MediaType.of(format.mediaType()))
                .orElseGet(() ->
                        Form.ofSuffix(suffix, Form.PAGE_AND_RDF).orElseThrow().type());
    }

    private static List<Link> links(String name, String chosen, Question question) {
        return suffixes(question).stream()
                .filter(suffix -> !suffix.equals(chosen))
                .map(suffix -> Link.to(ROOT + name + "." + suffix, "alternate")
                        .type(type(suffix).toString()))
                .toList();
    }
}
