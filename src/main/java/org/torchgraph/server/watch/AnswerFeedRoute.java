package org.torchgraph.server.watch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.query.AnswerRows;
import org.torchgraph.server.query.QueryService;
import org.torchgraph.server.query.QuestionRoute;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.AskedVersion;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * Serves {@code /queries/<name>.atom}, a feed of an answer with an entry for each version in which it changed. All
 * other paths below {@code /queries/} are served by another route.
 */
final class AnswerFeedRoute implements Route {
    private static final String SUFFIX = "." + SiteRoute.FEED_SUFFIX;

    private final CurrentVersion currentVersion;
    private final Route others;
    private final AnswerSteps steps;

    /** @param others serves the other forms of answers */
    AnswerFeedRoute(CurrentVersion currentVersion, AnswerRows rows, Route others) {
        this.currentVersion = currentVersion;
        this.others = others;
        this.steps = new AnswerSteps(rows);
    }

    @Override
    public Reply answer(Request request) {
        return request.path().endsWith(SUFFIX) ? feed(request) : others.answer(request);
    }

    private Reply feed(Request request) {
        VersionLine line = VersionLine.of(currentVersion);
        PublishedVersion version = line.current();
        String path = request.path().substring(SiteRoute.QUESTION.path().length());
        String name = path.substring(0, path.length() - SUFFIX.length());
        Question question = version.questions().named(name).orElseThrow(() -> Problem.of(
                        Problem.ProblemKind.NOT_FOUND, Code.NO_QUESTION, name)
                .exception());
        Map<String, String> values = new TreeMap<>(QuestionRoute.values(request, question));
        List<Node> bound = bound(question, values, QueryService.request(version, question, values));
        refuse(question, request, line.kept().areKept());
        FeedWords words = FeedWords.of(version, request);
        String asked = values.entrySet().stream()
                .map(value -> value.getKey() + "=" + PercentEncoding.value(value.getValue()))
                .collect(Collectors.joining("&"));
        QuestionAddress address = new QuestionAddress(name, asked.isEmpty() ? "" : "?" + asked);
        Deadline end = steps.deadline();
        return words.reply(List.of("answer feed", address.path(SUFFIX), line.key()), () -> {
            VersionWalk<AnswerSteps.NamedDifference> walk = steps.of(line, name, values, end);
            return feed(walk, question, bound, address, words).content(words.language(), walk.isWhole());
        });
    }

    /** Returns the values that a reader chose or finds chosen; a parameter that is left empty has none. */
    private static List<Node> bound(Question question, Map<String, String> values, QueryRequest query) {
        Set<String> empty = question.parameters().stream()
                .filter(parameter -> values.getOrDefault(parameter.name(), parameter.defaultValue())
                        .isEmpty())
                .map(Question.Parameter::name)
                .collect(Collectors.toSet());
        return query.bindings().entrySet().stream()
                .filter(binding -> !empty.contains(binding.getKey().getVarName()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static void refuse(Question question, Request request, boolean areKept) {
        if (question.isVolatile()) {
            throw Problem.of(Problem.ProblemKind.NOT_FOUND, Code.FEED_VOLATILE, question.name())
                    .exception();
        }
        if (AskedVersion.named(request).isPresent()) {
            throw Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.FEED_VERSION)
                    .about(AskedVersion.NAME)
                    .exception();
        }
        if (!areKept) {
            throw Problem.of(Problem.ProblemKind.NOT_FOUND, Code.FEED_UNKEPT, SiteRoute.FEED.path())
                    .exception();
        }
    }

    /**
     * The address of an answer.
     *
     * @param query its values, with {@code ?}, or an empty text
     */
    private record QuestionAddress(String name, String query) {
        String path(String suffix) {
            return SiteRoute.QUESTION.path(name) + suffix + query;
        }

        String at(String version) {
            return path("") + (query.isEmpty() ? "?" : "&") + AskedVersion.NAME + "=" + PercentEncoding.value(version);
        }
    }

    private static AtomFeed feed(
            VersionWalk<AnswerSteps.NamedDifference> walk,
            Question question,
            List<Node> bound,
            QuestionAddress address,
            FeedWords words) {
        PublishedVersion version = words.version();
        String title = title(question, bound, words);
        List<AtomFeed.AtomEntry> entries = walk.steps().stream()
                .filter(step -> step.difference().difference().kind() != AnswerDifference.DifferenceKind.NONE)
                .map(step -> {
                    AnswerDifference difference = step.difference().difference();
                    AnswerWords told = new AnswerWords(
                            question,
                            version.site().headings(),
                            words.wording(step.difference().labels()));
                    String lasting = address.at(step.version().version());
                    return AtomFeed.AtomEntry.told(
                            version.base() + lasting.substring(1),
                            words.say("watch.entry", title, told.summary(difference)),
                            step.version().since(),
                            words.address(lasting),
                            told.sentences(difference));
                })
                .toList();
        return new AtomFeed(
                version.base() + address.path(SUFFIX).substring(1),
                words.say("watch.title", title),
                words.since(walk.from(), walk.isWhole()),
                walk.from().since(),
                words.author(),
                words.address(address.path(SUFFIX)),
                words.address(address.path("")),
                entries);
    }

    /** Returns the title of a question with the values that it is asked for. */
    private static String title(Question question, List<Node> bound, FeedWords words) {
        List<Node> titles = question.titles().entrySet().stream()
                .map(title -> NodeFactory.createLiteralLang(title.getValue(), title.getKey()))
                .toList();
        TermRenderer wording = words.wording(words.version().resources().labels(bound));
        String title = wording.best(titles).map(RenderedTerm::text).orElse(question.name());
        String values = bound.stream()
                .map(value -> wording.show(value).text())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return values.isEmpty() ? title : words.say("question.heading", title, values);
    }
}
