package org.torchgraph.server.reconcile;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Labels;
import org.torchgraph.query.Deadline;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.search.MatchedThing;

/**
 * Finds the candidates of queries. A name counts for seven tenths of a score where properties are known, which count
 * for the rest.
 */
final class Candidates {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final double WEIGHT_OF_NAME = 0.7;
    private static final double CLOSE = 0.8;
    /** A name without the same words in the same order may still leave no doubt, if no other comes near. */
    private static final double SURE = 97;

    private static final double LEAD = 10;
    private static final int LOOKED_AT = 50;
    private static final int VALUES_LOOKED_AT = 200;

    private final KnownTerms terms;
    private final TripleSource union;
    private final List<String> ranges;

    /** @param ranges languages of the reader, the best first; none for the script of each query */
    Candidates(KnownTerms terms, List<String> ranges) {
        this.terms = terms;
        this.union = terms.version().snapshot().union();
        this.ranges = ranges;
    }

    private record ScoredThing(MatchedThing match, Map<String, Double> properties, double score) {}

    /**
     * Returns the candidates of each query of a batch, as JSON.
     *
     * @throws ProblemException if the index is not ready, or the time is over
     */
    JsonObjectBuilder of(Map<String, ReconciliationQuery> batch, Deadline end) {
        Map<String, List<ScoredThing>> found = new LinkedHashMap<>();
        batch.forEach((key, query) -> {
            if (end.nanosLeft() < 0) {
                throw Problem.of(Problem.ProblemKind.OUT_OF_TIME, Code.RECONCILE_TIME)
                        .exception();
            }
            found.put(key, candidates(query));
        });
        Labels labels = terms.version()
                .resources()
                .labels(found.values().stream()
                        .flatMap(List::stream)
                        .flatMap(one -> Stream.concat(Stream.of(one.match().thing()), one.match().classes().stream()))
                        .distinct()
                        .toList());
        JsonObjectBuilder results = Json.createObjectBuilder();
        found.forEach((key, candidates) ->
                results.add(key, Json.createObjectBuilder().add("result", json(candidates, batch.get(key), labels))));
        return results;
    }

    private List<ScoredThing> candidates(ReconciliationQuery query) {
        List<Node> wanted = query.types().stream().map(terms::node).toList();
        Predicate<List<Node>> typed = classes -> wanted.isEmpty()
                || (query.everyType()
                        ? wanted.stream().allMatch(type -> terms.isIn(classes, type))
                        : wanted.stream().anyMatch(type -> terms.isIn(classes, type)));
        List<MatchedThing> matches = query.name().isEmpty()
                ? byProperties(query, typed)
                : ready(() ->
                        terms.version().search().match(query.name(), typed, !wanted.isEmpty(), LOOKED_AT, PATIENCE));
        return matches.stream()
                .map(match -> scored(match, query))
                .sorted(Comparator.comparingDouble(ScoredThing::score).reversed())
                .limit(query.limit())
                .toList();
    }

    /** Returns the things that have a value, or that a value names. */
    private List<MatchedThing> byProperties(ReconciliationQuery query, Predicate<List<Node>> typed) {
        List<Node> things = new ArrayList<>();
        for (ReconciliationQuery.KnownProperty property : query.properties()) {
            for (String value : property.values()) {
                Stream<Node> named = ready(
                                () -> terms.version().search().match(value, classes -> true, true, LOOKED_AT, PATIENCE))
                        .stream()
                        .filter(MatchedThing::same)
                        .map(MatchedThing::thing);
                Stream.concat(Stream.of(terms.node(value)), named)
                        .flatMap(
                                node -> Stream.concat(Stream.of(node), union.subjects(terms.node(property.id()), node)))
                        .filter(Node::isURI)
                        .limit(VALUES_LOOKED_AT)
                        .forEach(things::add);
            }
        }
        return things.stream()
                .distinct()
                .map(thing -> new MatchedThing(
                        thing,
                        thing,
                        0,
                        false,
                        union.classes(thing).filter(Node::isURI).toList()))
                .filter(match -> typed.test(match.classes()) && !match.classes().isEmpty())
                .filter(match -> scored(match, query).score() > 0)
                .toList();
    }

    private ScoredThing scored(MatchedThing match, ReconciliationQuery query) {
        Map<String, Double> close = new LinkedHashMap<>();
        query.properties().forEach(property -> close.put(property.id(), closeness(match.thing(), property)));
        double known = close.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0)
                * MatchedThing.HIGHEST;
        double weight = close.isEmpty() ? 1 : query.name().isEmpty() ? 0 : WEIGHT_OF_NAME;
        return new ScoredThing(match, close, weight * match.score() + (1 - weight) * known);
    }

    private double closeness(Node thing, ReconciliationQuery.KnownProperty property) {
        return union.objects(thing, terms.node(property.id()))
                .limit(VALUES_LOOKED_AT)
                .flatMap(own -> property.values().stream()
                        .map(value -> own.isURI() && own.equals(terms.node(value))
                                ? 1
                                : ready(() -> terms.version().search().closeness(value, own, PATIENCE))))
                .mapToDouble(Number::doubleValue)
                .max()
                .orElse(0);
    }

    private static <T> T ready(Supplier<Optional<T>> found) {
        return found.get().orElseThrow(() -> Problem.of(Problem.ProblemKind.NOT_READY, Code.INDEX_NOT_READY)
                .exception());
    }

    private JsonArrayBuilder json(List<ScoredThing> candidates, ReconciliationQuery query, Labels labels) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (int at = 0; at < candidates.size(); at++) {
            ScoredThing one = candidates.get(at);
            List<String> languages =
                    ranges.isEmpty() ? languages(query, one.match().name()) : ranges;
            JsonArrayBuilder classes = Json.createArrayBuilder();
            one.match().classes().forEach(type -> classes.add(terms.named(type, labels, languages)));
            JsonArrayBuilder features = Json.createArrayBuilder();
            if (!query.name().isEmpty()) {
                features.add(feature("name", one.match().score() / MatchedThing.HIGHEST));
            }
            one.properties().forEach((id, close) -> features.add(feature(id, close)));
            array.add(terms.named(one.match().thing(), labels, languages)
                    .add("type", classes)
                    .add("score", rounded(one.score()))
                    .add("features", features)
                    .add("match", at == 0 && isSure(candidates, query)));
        }
        return array;
    }

    /** Returns the language of a name, if it is in the script of the query, else a language of that script. */
    private static List<String> languages(ReconciliationQuery query, Node name) {
        Language asked = Language.of(query.name());
        boolean alike = name.isLiteral()
                && (query.name().isEmpty()
                        || Language.of(name.getLiteralLexicalForm()).equals(asked));
        return List.of(alike ? name.getLiteralLanguage() : asked.code());
    }

    /** Tells whether the first candidate is the thing without doubt. */
    private static boolean isSure(List<ScoredThing> candidates, ReconciliationQuery query) {
        ScoredThing first = candidates.get(0);
        ScoredThing second = candidates.size() > 1 ? candidates.get(1) : null;
        boolean agrees = first.properties().values().stream().allMatch(close -> close >= CLOSE);
        boolean alone = second == null
                || (first.match().same()
                        ? !second.match().same() || second.score() < first.score() - LEAD
                        : second.score() < first.score() - LEAD);
        boolean close =
                query.name().isEmpty() || first.match().same() || first.match().score() >= SURE;
        return agrees && alone && close;
    }

    private static JsonObjectBuilder feature(String id, double value) {
        return Json.createObjectBuilder().add("id", id).add("value", rounded(value));
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
