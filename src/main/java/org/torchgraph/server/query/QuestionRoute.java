package org.torchgraph.server.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.torchgraph.http.Link;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Labels;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultFormat;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.question.Question;
import org.torchgraph.rdf.syntax.Expressiveness;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.AskedVersion;
import org.torchgraph.server.version.CitationReplies;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.FollowLinks;
import org.torchgraph.server.version.HtmlReplies;
import org.torchgraph.server.version.PictureReplies;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.Representation;
import org.torchgraph.site.Pages;
import org.torchgraph.site.cite.CitationFormat;
import org.torchgraph.site.codebook.CsvwMetadata;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.question.Picture;
import org.torchgraph.site.question.QuestionForm;
import org.torchgraph.site.question.QuestionPage;
import org.torchgraph.site.question.QuestionResult;

/** Serves {@code /queries/<name>}, a saved query as a page or, by suffix, as data. */
public final class QuestionRoute implements Route {
    private static final String ROOT = SiteRoute.QUESTION.path();
    private static final String LANGUAGE = "lang";
    private static final String EMBED = "embed";

    private static final List<Representation> ROWS = Stream.of(
                    ResultFormat.CSV, ResultFormat.JSON, ResultFormat.TSV, ResultFormat.XML)
            .map(Representation::of)
            .toList();

    private final CurrentVersion currentVersion;
    private final QueryService queryService;
    private final QuestionFiles files;
    private final QuestionTexts texts;
    private final QuestionChoices offers;
    private final NotebookReplies notebooks;

    public QuestionRoute(CurrentVersion currentVersion, QueryService queryService) {
        this.currentVersion = currentVersion;
        this.queryService = queryService;
        this.files = new QuestionFiles(queryService);
        this.texts = new QuestionTexts(queryService);
        this.offers = new QuestionChoices(queryService);
        this.notebooks = new NotebookReplies(queryService, offers);
    }

    @Override
    public Reply answer(Request sent) {
        if (sent.path().endsWith("/")) {
            return Reply.seeOther(sent.path().replaceFirst("/+$", "") + sent.query());
        }
        String rest = sent.path().substring(ROOT.length());
        int dot = rest.indexOf('.');
        String name = dot < 0 ? rest : rest.substring(0, dot);
        PublishedVersion version = AskedVersion.of(currentVersion, sent, name);
        Question question = version.questions().named(name).orElseThrow(() -> Problem.of(
                        Problem.ProblemKind.NOT_FOUND, Code.NO_QUESTION, name)
                .exception());
        if (question.isVolatile() && AskedVersion.named(sent).isPresent()) {
            throw Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.VERSION_VOLATILE, name)
                    .about(AskedVersion.NAME)
                    .exception();
        }
        if (dot < 0) {
            Optional<CitationFormat> cited = CitationReplies.format(sent);
            if (cited.isPresent()) {
                return citation(version, sent.only(knownParameters(question)), question, cited.get());
            }
        }
        if (rest.substring(dot + 1).equals(CsvwMetadata.SUFFIX)
                && question.query().isSelectType()) {
            return new ColumnReplies(queryService)
                    .reply(version, sent, question, values(sent.without(LabelsParameter.NAME), question));
        }
        if (dot >= 0 && rest.substring(dot + 1).equals(Representation.PICTURE.suffix())) {
            return picture(version, sent, question);
        }
        Optional<NotebookReplies.NotebookForm> notebook =
                NotebookReplies.NotebookForm.of(rest.substring(dot + 1), question);
        if (dot >= 0 && notebook.isPresent()) {
            return notebooks.reply(version, sent, question, notebook.get(), values(sent, question));
        }
        List<Representation> offered = forms(question);
        Representation form =
                dot < 0 ? Representation.chosen(sent, offered) : bySuffix(rest.substring(dot + 1), offered);
        // Links to pages may have gained unknown parameters; for data every parameter has to be known.
        Request request = form.equals(Representation.PAGE) ? sent.only(knownParameters(question)) : sent;
        Reply reply = form.equals(Representation.PAGE)
                ? page(version, request, question)
                : form.equals(Representation.MARKDOWN)
                        ? texts.reply(
                                version, request, question, values(request.without(LabelsParameter.NAME), question))
                        : files.reply(version, request, question, form);
        Reply followed =
                reply.linking(FollowLinks.of(currentVersion, question, sent).links());
        return dot < 0
                ? followed.varying("Accept").with("Content-Location", form.at(ROOT + name) + request.query())
                : followed;
    }

    /** Returns the picture of the answer; 404 if it has none. */
    private Reply picture(PublishedVersion version, Request request, Question question) {
        Optional<Language> language =
                LabelsParameter.of(version.site().interfaceLanguages(), request, Representation.PICTURE);
        String number = request.parameter(Picture.NUMBER).orElse("1");
        Map<String, String> values =
                values(request.without(LabelsParameter.NAME).without(Picture.NUMBER), question);
        QueryRequest query = QueryService.request(version, question, values).forPage();
        Deadline end = queryService.deadline();
        Reply picture = PictureReplies.of(
                version,
                request,
                language.orElseThrow(),
                SiteRoute.QUESTION.iri(version.base()) + question.name(),
                frame -> Optional.of(number)
                        .filter(asked -> asked.matches("[1-9]"))
                        .flatMap(asked -> Pages.picture(
                                frame,
                                question,
                                values,
                                offers.of(
                                        version,
                                        question,
                                        values,
                                        query.bindings().values(),
                                        end),
                                queryService.outcome(version, question, query, end),
                                Integer.parseInt(asked)))
                        .orElseThrow(() -> Problem.of(Problem.ProblemKind.NOT_FOUND, Code.NO_PICTURE, question.name())
                                .exception()));
        return question.isVolatile() ? picture.notStored() : picture;
    }

    private Reply citation(PublishedVersion version, Request request, Question question, CitationFormat format) {
        Map<String, String> values = values(unframed(request), question);
        QueryRequest query = QueryService.request(version, question, values).forPage();
        QuestionForm.Choices choices =
                offers.of(version, question, values, query.bindings().values(), queryService.deadline());
        return CitationReplies.reply(
                version,
                request,
                SiteRoute.QUESTION.iri(version.base()) + question.name(),
                format,
                frame -> QuestionPage.citation(frame, question, values, choices));
    }

    /** Returns links to the other forms that can express the answer. */
    static List<Link> links(Request request, Question question, Representation form, Predicate<Expressiveness> can) {
        String query = request.without(LabelsParameter.NAME).query();
        return form.others(ROOT + question.name(), query, Representation.expressible(forms(question), can));
    }

    /** Tells in which syntaxes an answer can be had. */
    static Predicate<Expressiveness> expressible(PublishedVersion version, QuestionResult outcome) {
        return outcome instanceof QuestionResult.Triples triples
                ? triples.syntaxes()::contains
                : version.site().dumpFormats()::isExpressible;
    }

    private static List<String> knownParameters(Question question) {
        return Stream.concat(
                        Stream.of(LANGUAGE, EMBED, AskedVersion.NAME),
                        question.parameters().stream().map(Question.Parameter::name))
                .toList();
    }

    private static Representation bySuffix(String suffix, List<Representation> offered) {
        return Representation.ofSuffix(suffix, offered).orElseThrow(() -> Problem.of(
                        Problem.ProblemKind.NOT_FOUND,
                        Code.NO_ANSWER_FORMAT,
                        suffix,
                        offered.stream().map(Representation::suffix).collect(Collectors.joining(", ")))
                .exception());
    }

    /** Returns the forms of a question's result; the first is for a client that accepts anything. */
    public static List<Representation> forms(Question question) {
        boolean rows = ResultReaders.areRows(question.query());
        List<Representation> forms = new ArrayList<>(rows ? ROWS : List.of());
        forms.addAll(Representation.RDF);
        forms.addAll(1, List.of(Representation.MARKDOWN, Representation.PAGE));
        if (rows && question.query().isSelectType()) {
            forms.add(Representation.WORKBOOK);
        }
        return forms;
    }

    /** Returns the page; if a value is invalid, the form with the reason. */
    private Reply page(PublishedVersion version, Request request, Question question) {
        String canonical = SiteRoute.QUESTION.iri(version.base()) + question.name();
        Map<String, String> values = values(unframed(request), question);
        boolean embedded = request.parameter(EMBED).isPresent();
        Reply page;
        try {
            QueryRequest query = QueryService.request(version, question, values).forPage();
            Deadline end = queryService.deadline();
            List<PageContext.Alternate> feed =
                    FollowLinks.of(currentVersion, question, request).alternates();
            Reply answer = HtmlReplies.answer(version, request, canonical, feed, frame -> {
                QuestionResult outcome = queryService.outcome(version, question, query, end);
                List<Link> links = links(request, question, Representation.PAGE, expressible(version, outcome));
                if (embedded) {
                    Labels labels = version.resources()
                            .labels(List.copyOf(query.bindings().values()));
                    String html = Pages.embedded(frame, question, values, labels, outcome);
                    return HtmlReplies.content(html, limit(outcome), links, true);
                }
                QuestionForm.Choices choices =
                        offers.of(version, question, values, query.bindings().values(), end);
                String sparql = query.written(question.query()).toString();
                String html = Pages.question(frame, question, values, choices, outcome, sparql);
                return HtmlReplies.content(html, limit(outcome), links, choices.areFor(question.parameters()));
            });
            page = question.isVolatile() ? answer.notStored() : answer;
        } catch (ProblemException bad) {
            QuestionResult refused = new QuestionResult.Refused(bad.problem().message());
            page = HtmlReplies.refusal(
                    version,
                    request,
                    bad.problem().kind().status(),
                    canonical,
                    frame -> embedded
                            ? Pages.embedded(
                                    frame, question, values, version.resources().labels(List.of()), refused)
                            : Pages.question(
                                    frame,
                                    question,
                                    values,
                                    offers.of(version, question, Map.of(), List.of(), queryService.deadline()),
                                    refused,
                                    question.text()));
        }
        return embedded ? HtmlReplies.framed(page) : page;
    }

    static Map<String, String> limit(QuestionResult outcome) {
        return outcome instanceof QuestionResult.Rows rows ? QueryService.limit(rows.table()) : Map.of();
    }

    /** Returns a request for a page without the parameter that asks for the result only. */
    private static Request unframed(Request request) {
        List<String> given = request.values(EMBED);
        return given.equals(List.of("1")) || given.equals(List.of("")) ? request.without(EMBED) : request;
    }

    /**
     * Returns the values of parameters, without those that only affect the display and those that forms leave empty. A
     * name that the question does not take is among them, so that it is refused.
     */
    public static Map<String, String> values(Request request, Question question) {
        Map<String, String> values = new LinkedHashMap<>();
        request.parameters().forEach((name, given) -> {
            if (name.equals(LANGUAGE)
                    || name.equals(AskedVersion.NAME)
                    || given.get(0).isEmpty() && question.takes(name)) {
                return;
            }
            if (given.size() > 1) {
                throw Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.PARAMETER_REPEATED, name)
                        .about(name)
                        .exception();
            }
            values.put(name, given.get(0));
        });
        return values;
    }
}
