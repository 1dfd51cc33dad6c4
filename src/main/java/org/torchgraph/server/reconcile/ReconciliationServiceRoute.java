package org.torchgraph.server.reconcile;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;
import org.torchgraph.model.Labels;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.search.Hits;
import org.torchgraph.search.SearchRequest;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.HtmlReplies;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.Pages;

/** Serves what the manifest of {@code /reconcile} names: suggestions, the properties of a class, previews. */
public final class ReconciliationServiceRoute implements Route {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int SUGGESTED = 10;
    private static final int MAX_SUGGESTED = 50;
    private static final int PROPOSED = 50;
    private static final int MAX_PROPOSED = 500;
    private static final int MAX_SKIPPED = 10_000;

    /** The services. */
    enum Service {
        ENTITY("suggest/entity"),
        TYPE("suggest/type"),
        PROPERTY("suggest/property"),
        FLYOUT("flyout"),
        PROPERTIES("properties"),
        PREVIEW("preview");

        static final List<Service> SUGGESTIONS = List.of(ENTITY, PROPERTY, TYPE);

        private final String name;

        Service(String name) {
            this.name = name;
        }

        String path() {
            return SiteRoute.RECONCILIATION_SERVICE.path(name);
        }

        /** Returns what a suggestion is for. */
        String kind() {
            return name.substring(name.indexOf('/') + 1);
        }
    }

    private final ReconciliationRoute.VersionTerms versionTerms;

    /** @param versionTerms shared with {@link ReconciliationRoute} */
    public ReconciliationServiceRoute(ReconciliationRoute.VersionTerms versionTerms) {
        this.versionTerms = versionTerms;
    }

    /** @throws ProblemException if there is no such service, or a parameter is wrong */
    @Override
    public Reply answer(Request request) {
        KnownTerms terms = versionTerms.get();
        Service service = Arrays.stream(Service.values())
                .filter(one -> one.path().equals(request.path()))
                .findFirst()
                .orElseThrow(() -> Problem.of(Problem.ProblemKind.NOT_FOUND, Code.RECONCILE_SERVICE, request.path())
                        .exception());
        return switch (service) {
            case ENTITY -> suggestions(terms, request, entities(terms, request));
            case TYPE -> suggestions(terms, request, terms(terms, request, terms.classes()));
            case PROPERTY -> suggestions(terms, request, terms(terms, request, terms.properties()));
            case PROPERTIES -> properties(terms, request);
            case FLYOUT -> flyout(terms, request);
            case PREVIEW -> preview(terms, request);
        };
    }

    private static Reply suggestions(KnownTerms terms, Request request, JsonArrayBuilder found) {
        return JsonAnswers.of(
                terms.version(),
                request,
                () -> Json.createObjectBuilder().add("result", found),
                List.of(
                        prefix(request),
                        "" + number(request, "cursor", 0, MAX_SKIPPED),
                        "" + number(request, "limit", SUGGESTED, MAX_SUGGESTED),
                        JsonAnswers.ranges(terms.version(), request).get(0)));
    }

    private static JsonArrayBuilder entities(KnownTerms terms, Request request) {
        List<Hits.Hit> hits = prefix(request).isEmpty()
                ? List.of()
                : terms.version()
                        .search()
                        .suggest(
                                prefix(request),
                                number(request, "cursor", 0, MAX_SKIPPED),
                                number(request, "limit", SUGGESTED, MAX_SUGGESTED),
                                PATIENCE)
                        .orElseThrow(ReconciliationServiceRoute::notReady);
        Labels labels = labels(
                terms, hits.stream().flatMap(hit -> Stream.concat(Stream.of(hit.thing()), hit.classes().stream())));
        List<String> ranges = JsonAnswers.ranges(terms.version(), request);
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (Hits.Hit hit : hits) {
            JsonArrayBuilder notable = Json.createArrayBuilder();
            hit.classes().forEach(type -> notable.add(terms.named(type, labels, ranges)));
            JsonObjectBuilder one = terms.named(hit.thing(), labels, ranges).add("notable", notable);
            hit.classes().stream()
                    .findFirst()
                    .ifPresent(type ->
                            one.add("description", labels.name(type, ranges).text()));
            array.add(one);
        }
        return array;
    }

    private static JsonArrayBuilder terms(KnownTerms terms, Request request, List<Node> all) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        terms.suggested(all, prefix(request)).stream()
                .skip(number(request, "cursor", 0, MAX_SKIPPED))
                .limit(number(request, "limit", SUGGESTED, MAX_SUGGESTED))
                .forEach(term ->
                        array.add(terms.named(term, terms.labels(), JsonAnswers.ranges(terms.version(), request))
                                .add("description", term.getURI())));
        return array;
    }

    private static Reply properties(KnownTerms terms, Request request) {
        String type = request.parameter("type").orElse("");
        int limit = number(request, "limit", PROPOSED, MAX_PROPOSED);
        List<String> ranges = JsonAnswers.ranges(terms.version(), request);
        return JsonAnswers.of(
                terms.version(),
                request,
                () -> {
                    JsonArrayBuilder array = Json.createArrayBuilder();
                    (type.isBlank() ? terms.properties() : terms.propertiesOf(terms.node(type)))
                            .stream()
                                    .limit(limit)
                                    .forEach(property -> array.add(terms.named(property, terms.labels(), ranges)));
                    return Json.createObjectBuilder()
                            .add("type", type)
                            .add("limit", limit)
                            .add("properties", array);
                },
                List.of(type, "" + limit, ranges.get(0)));
    }

    private static Reply flyout(KnownTerms terms, Request request) {
        String id = needed(request, "id");
        Node thing = thing(terms, id);
        List<String> ranges = JsonAnswers.ranges(terms.version(), request);
        return JsonAnswers.of(
                terms.version(),
                request,
                () -> Json.createObjectBuilder()
                        .add("id", id)
                        .add("html", Pages.flyout(names(terms.version(), thing, ranges))),
                List.of(id, ranges.get(0)));
    }

    private static List<String> names(PublishedVersion version, Node thing, List<String> ranges) {
        Labels labels = version.resources().labels(List.of(thing));
        return Stream.concat(
                        Stream.of(labels.name(thing, ranges).text()),
                        named(version, thing).stream().map(Node::getLiteralLexicalForm))
                .distinct()
                .toList();
    }

    private static List<Node> named(PublishedVersion version, Node thing) {
        return version.search().names(thing, PATIENCE).orElseThrow(ReconciliationServiceRoute::notReady);
    }

    /** Returns a small page for a frame of another site. */
    private static Reply preview(KnownTerms terms, Request request) {
        PublishedVersion version = terms.version();
        Node thing = thing(terms, needed(request, "id"));
        List<Node> classes = version.snapshot()
                .union()
                .classes(thing)
                .filter(Node::isURI)
                .sorted((one, other) -> one.getURI().compareTo(other.getURI()))
                .toList();
        return HtmlReplies.framed(HtmlReplies.page(
                version,
                request.only(List.of("id", "lang")),
                thing.getURI(),
                List.of(),
                frame -> Pages.preview(
                        frame,
                        thing,
                        named(version, thing),
                        classes,
                        labels(terms, Stream.concat(Stream.of(thing), classes.stream())))));
    }

    private static Labels labels(KnownTerms terms, Stream<Node> nodes) {
        return terms.version().resources().labels(nodes.distinct().toList());
    }

    private static Node thing(KnownTerms terms, String id) {
        Node thing = terms.node(id);
        if (id.isBlank() || !terms.version().resources().describes(thing.getURI())) {
            throw Problem.of(Problem.ProblemKind.NOT_FOUND, Code.THING_UNKNOWN, thing.getURI())
                    .about("id")
                    .exception();
        }
        return thing;
    }

    private static String prefix(Request request) {
        String text = needed(request, "prefix").strip();
        if (text.length() > SearchRequest.MAX_CHARACTERS) {
            throw Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.SEARCH_LENGTH, SearchRequest.MAX_CHARACTERS)
                    .about("prefix")
                    .exception();
        }
        return text;
    }

    private static String needed(Request request, String name) {
        return request.parameter(name)
                .orElseThrow(() -> Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.RECONCILE_MISSING, name)
                        .about(name)
                        .exception());
    }

    /** Returns a whole number, {@code otherwise} where none or an empty one is given. */
    private static int number(Request request, String name, int otherwise, int most) {
        String text = request.parameter(name).orElse("");
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}")) {
            throw Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.RECONCILE_FORM, name, text)
                    .about(name)
                    .exception();
        }
        return Math.min(most, Integer.parseInt(text));
    }

    private static ProblemException notReady() {
        return Problem.of(Problem.ProblemKind.NOT_READY, Code.INDEX_NOT_READY).exception();
    }
}
