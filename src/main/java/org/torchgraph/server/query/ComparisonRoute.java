package org.torchgraph.server.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultFormat;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.HtmlReplies;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.Representation;
import org.torchgraph.server.version.ThingResolver;
import org.torchgraph.site.Pages;
import org.torchgraph.site.compare.ComparisonPage;
import org.torchgraph.site.question.QuestionResult;

/** Serves {@code /compare}, things of one class side by side, as a page, CSV or a workbook. */
public final class ComparisonRoute implements Route {
    private static final int MAX_CHOICES = 200;
    private static final String LANGUAGE = "lang";

    private static final List<Representation> FORMS =
            List.of(Representation.PAGE, Representation.of(ResultFormat.CSV), Representation.WORKBOOK);

    private final CurrentVersion currentVersion;
    private final QueryService queryService;
    private final ResultReplies replies;

    public ComparisonRoute(CurrentVersion currentVersion, QueryService queryService) {
        this.currentVersion = currentVersion;
        this.queryService = queryService;
        this.replies = new ResultReplies(queryService);
    }

    /**
     * The things of a request and the question that compares them.
     *
     * @param things the things, each once
     * @param twice whether one was given more than once
     * @param question the question, none for fewer than two things
     */
    private record Comparison(List<Node> things, boolean twice, Optional<Question> question) {}

    @Override
    public Reply answer(Request sent) {
        PublishedVersion version = currentVersion.get();
        String path = SiteRoute.COMPARISON.path();
        boolean negotiated = sent.path().equals(path);
        Representation form = negotiated
                ? Representation.chosen(sent, FORMS)
                : Representation.ofSuffix(sent.path().substring(path.length() + 1), FORMS)
                        .orElseThrow();
        Reply reply = form.equals(Representation.PAGE)
                ? page(version, sent.only(List.of(ComparisonPage.THING, LANGUAGE)))
                : data(version, sent, form);
        return negotiated ? reply.varying("Accept") : reply;
    }

    private Reply page(PublishedVersion version, Request request) {
        String canonical = SiteRoute.COMPARISON.iri(version.base())
                + request.without(LANGUAGE).query();
        try {
            Comparison wanted = wanted(version, request);
            Deadline end = queryService.deadline();
            Reply page = HtmlReplies.page(version, request, canonical, List.of(), frame -> {
                List<QuestionResult.Rows> results = new ArrayList<>();
                wanted.question().ifPresent(question -> wanted.things()
                        .forEach(thing -> results.add(queryService.read(
                                version,
                                question,
                                about(version, question, thing).forPage(),
                                end))));
                List<ComparisonPage.Choice> choices = choices(version, wanted.things());
                List<Node> nodes = Stream.concat(
                                wanted.things().stream(), choices.stream().flatMap(ComparisonPage.Choice::nodes))
                        .distinct()
                        .toList();
                return Pages.comparison(
                        frame,
                        ComparisonPage.of(
                                frame,
                                wanted.things(),
                                results,
                                choices,
                                wanted.twice() ? Message.of(Code.COMPARISON_TWICE) : null,
                                version.resources().labels(nodes),
                                version.resources().shortNames(wanted.things())));
            });
            return wanted.question().filter(Question::isVolatile).isPresent() ? page.notStored() : page;
        } catch (ProblemException bad) {
            List<ComparisonPage.Choice> choices = choices(version, List.of());
            List<Node> nodes =
                    choices.stream().flatMap(ComparisonPage.Choice::nodes).toList();
            return HtmlReplies.refusal(
                    version,
                    request,
                    bad.problem().kind().status(),
                    SiteRoute.COMPARISON.iri(version.base()),
                    frame -> Pages.comparison(
                            frame,
                            ComparisonPage.of(
                                    frame,
                                    List.of(),
                                    List.of(),
                                    choices,
                                    bad.problem().message(),
                                    version.resources().labels(nodes),
                                    Map.of())));
        }
    }

    private Reply data(PublishedVersion version, Request request, Representation form) {
        for (String name : request.parameters().keySet()) {
            if (!List.of(ComparisonPage.THING, LANGUAGE, LabelsParameter.NAME).contains(name)) {
                throw Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.COMPARISON_PARAMETER, name)
                        .about(name)
                        .exception();
            }
        }
        Optional<Language> labels = LabelsParameter.of(version.site().interfaceLanguages(), request, form);
        Comparison wanted = wanted(version, request);
        Question question =
                wanted.question().orElseThrow(() -> bad(wanted.twice() ? Code.COMPARISON_TWICE : Code.COMPARISON_FEW));
        List<QueryRequest> queries = wanted.things().stream()
                .map(thing -> about(version, question, thing))
                .toList();
        EntityTag tag = version.tag(
                "comparison",
                form.key(),
                wanted.things().toString(),
                labels.map(Language::code).orElse(""));
        String path = SiteRoute.COMPARISON.path()
                + request.without(LabelsParameter.NAME).query();
        Map<String, String> origin = labels.map(language -> WorkbookOrigin.of(version, Map.of(), path, language))
                .orElse(Map.of());
        return replies.table(
                version,
                queries,
                new ResultReplies.TableFile("comparison", form, labels, origin, question.isVolatile()),
                tag);
    }

    private static QueryRequest about(PublishedVersion version, Question question, Node thing) {
        return QueryService.request(version, question, Map.of(Question.THIS, thing.getURI()));
    }

    /** Returns what the request asks to compare. */
    private static Comparison wanted(PublishedVersion version, Request request) {
        List<Node> given = request.values(ComparisonPage.THING).stream()
                .filter(value -> !value.isBlank())
                .map(value -> thing(version, request, value.strip()))
                .toList();
        List<Node> things = given.stream().distinct().toList();
        boolean twice = things.size() < given.size();
        if (things.size() > ComparisonPage.MAX_THINGS) {
            throw bad(Code.COMPARISON_MANY, ComparisonPage.MAX_THINGS);
        }
        if (things.size() < 2) {
            return new Comparison(things, twice, Optional.empty());
        }
        Set<String> shared = new HashSet<>(version.resources().classesOf(things.get(0)));
        things.forEach(thing -> shared.retainAll(version.resources().classesOf(thing)));
        if (shared.isEmpty()) {
            throw bad(Code.COMPARISON_CLASSES);
        }
        return new Comparison(things, twice, Optional.of(version.questions().comparing(shared)));
    }

    private static Node thing(PublishedVersion version, Request request, String value) {
        try {
            return new ThingResolver(version)
                    .given(value, request)
                    .filter(thing -> !version.resources().classesOf(thing).isEmpty())
                    .orElseThrow(() -> Problem.of(Problem.ProblemKind.NOT_FOUND, Code.COMPARISON_UNKNOWN, value)
                            .about(ComparisonPage.THING)
                            .exception());
        } catch (IRIException notAnIri) {
            throw bad(Code.COMPARISON_IRI, value);
        }
    }

    private static ProblemException bad(Code code, Object... arguments) {
        return Problem.of(Problem.ProblemKind.BAD_PARAMETER, code, arguments)
                .about(ComparisonPage.THING)
                .exception();
    }

    /** Returns the things to add to a comparison; without any thing those of each class that has a question for it. */
    private static List<ComparisonPage.Choice> choices(PublishedVersion version, List<Node> things) {
        if (things.size() == ComparisonPage.MAX_THINGS) {
            return List.of();
        }
        if (!things.isEmpty()) {
            return List.of(new ComparisonPage.Choice(
                    null, things, version.resources().alternatives().to(things.get(0), MAX_CHOICES)));
        }
        return version.questions().all().stream()
                .flatMap(question -> question.compares().stream())
                .map(NodeFactory::createURI)
                .map(type -> new ComparisonPage.Choice(
                        type, List.of(), version.resources().alternatives().of(type, MAX_CHOICES)))
                .filter(choice -> choice.alike().size() > 1)
                .toList();
    }
}
