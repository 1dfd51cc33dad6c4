package org.torchgraph.dataset.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.torchgraph.dataset.numbered.NumberedData;
import org.torchgraph.dataset.run.QueriedData;
import org.torchgraph.dataset.run.QueryExecutor;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryRequest;

/**
 * Asks generated queries of generated data and compares the answers with those of plain ARQ over Jena's own graphs.
 *
 * <p>{@code -Dgenerated.queries=100000} asks more, {@code -Dgenerated.seed=7} others; with the seed of a failure and
 * one query, only that is asked.
 */
class GeneratedQueriesTest {
    private static final int QUERIES = Integer.getInteger("generated.queries", 2_000);
    private static final long SEED = Long.getLong("generated.seed", 1);
    /** After so many failures no more queries are asked. */
    private static final int ENOUGH = 8;
    /** So many of the failures are made smaller. */
    private static final int SHOWN = 3;

    private static final String BASE = "http://example.org/";

    /** Jena warns of each sort key that is an error. */
    private static final Logger JENA = Logger.getLogger("org.apache.jena");

    @AutoClose
    private final QueryExecutor executor = new QueryExecutor(Limits.standard().within(Duration.ofSeconds(30)));

    /** The data as a dataset in memory has them; the only thing to change for another store. */
    private static DatasetGraph underTest(List<Quad> quads) {
        NumberedData data = new NumberedData();
        quads.forEach(data::add);
        return data.build();
    }

    @BeforeAll
    static void silence() {
        JENA.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        JENA.setLevel(null);
    }

    private enum Verdict {
        SAME,
        /** The answer is another one. */
        OTHERWISE,
        /** It is no query. */
        MALFORMED,
        /** It is more than the test waits for. */
        TOO_MUCH,
        /** Plain ARQ fails. */
        ARQ_FAILS,
        /** Plain ARQ answers otherwise when the same triples come in another order. */
        UNDECIDED,
        /** The engine of Jena that evaluates by definition answers as we do. */
        DISPUTED
    }

    /** @param reason of a verdict other than SAME */
    private record Judgement(Verdict verdict, String reason) {}

    @Test
    void generated_queries_are_answered_as_plain_arq_answers_them() {
        Map<Verdict, List<Long>> seeds = new EnumMap<>(Verdict.class);
        List<GeneratedCase> failures = new ArrayList<>();
        long start = System.nanoTime();
        int asked = 0;
        for (; asked < QUERIES && failures.size() < ENOUGH; asked++) {
            GeneratedCase one = GeneratedCase.of(SEED + asked);
            Verdict verdict = judged(one).verdict();
            seeds.computeIfAbsent(verdict, none -> new ArrayList<>()).add(one.seed());
            if (verdict == Verdict.OTHERWISE) {
                failures.add(one);
            }
        }
        String summary = "%d queries from seed %d in %d ms: %s"
                .formatted(
                        asked,
                        SEED,
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                        seeds.entrySet().stream()
                                .map(entry ->
                                        entry.getKey() + " " + entry.getValue().size() + some(entry.getValue()))
                                .collect(Collectors.joining(", ")));
        if (Boolean.getBoolean("generated.summary")) {
            System.out.println(summary);
        }
        if (!failures.isEmpty()) {
            fail(failures.stream()
                    .limit(SHOWN)
                    .map(this::explained)
                    .collect(Collectors.joining("\n\n", summary + "\n\n", "\n")));
        }
        if (asked >= 1000) {
            assertThat(seeds.get(Verdict.SAME)).as(summary).hasSizeGreaterThan(asked * 9 / 10);
        }
    }

    /** The queries of Jena and of the program ask no more of a dataset than this. */
    @Test
    void generated_patterns_find_what_they_find_in_graphs_of_jena() {
        for (long seed = SEED; seed < SEED + QUERIES / 10; seed++) {
            Draw draw = new Draw(seed);
            GeneratedData drawn = GeneratedData.drawn(draw);
            DatasetGraph actual = underTest(drawn.quads());
            DatasetGraph expected = new PlainArq(drawn.quads()).data();
            assertThat(actual.listGraphNodes())
                    .toIterable()
                    .as("graphs, seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(drawn.quads().stream()
                            .map(Quad::getGraph)
                            .distinct()
                            .toList());
            assertThat(actual.containsGraph(GeneratedData.iri("none"))).isFalse();
            Function<List<Node>, Node> term = nodes -> draw.chance(50) ? Node.ANY : draw.of(nodes);
            for (int i = 0; i < 60; i++) {
                Quad like = draw.of(drawn.quads());
                Triple pattern = Triple.create(
                        term.apply(List.of(like.getSubject(), draw.of(drawn.terms()))),
                        term.apply(List.of(like.getPredicate(), draw.of(drawn.predicates()))),
                        term.apply(List.of(like.getObject(), draw.of(GeneratedData.LITERALS))));
                String description = "%s, seed %d".formatted(pattern, seed);
                same(expected.getDefaultGraph(), actual.getDefaultGraph(), pattern, description);
                same(expected.getGraph(like.getGraph()), actual.getGraph(like.getGraph()), pattern, description);
                assertThat(found(actual, Node.ANY, pattern))
                        .as(description)
                        .isEqualTo(found(expected, Node.ANY, pattern));
                assertThat(found(actual, like.getGraph(), pattern))
                        .as(description)
                        .isEqualTo(found(expected, like.getGraph(), pattern));
            }
        }
    }

    /** Returns how often each is found. */
    private static Map<Quad, Long> found(DatasetGraph data, Node graph, Triple pattern) {
        return counted(data.findNG(graph, pattern.getSubject(), pattern.getPredicate(), pattern.getObject()));
    }

    private static <T> Map<T, Long> counted(Iterator<T> found) {
        return Iter.asStream(found).collect(Collectors.groupingBy(one -> one, Collectors.counting()));
    }

    private static void same(Graph expected, Graph actual, Triple pattern, String description) {
        assertThat(counted(actual.find(pattern))).as(description).isEqualTo(counted(expected.find(pattern)));
        assertThat(actual.contains(pattern)).as(description).isEqualTo(expected.contains(pattern));
        assertThat(actual.size()).as(description).isEqualTo(expected.size());
        assertThat(actual.isEmpty()).as(description).isEqualTo(expected.isEmpty());
    }

    private static String some(List<Long> seeds) {
        return seeds.size() > 20 ? "" : " " + seeds;
    }

    private String explained(GeneratedCase failure) {
        GeneratedCase smallest =
                failure.smallest(one -> judged(one).verdict() == Verdict.OTHERWISE, TimeUnit.SECONDS.toNanos(20));
        return smallest + judged(smallest).reason();
    }

    private Judgement judged(GeneratedCase one) {
        Query query;
        try {
            query = parsed(one.text());
        } catch (QueryException malformed) {
            return new Judgement(Verdict.MALFORMED, malformed.getMessage());
        }
        PlainArq plain = new PlainArq(one.quads());
        Answer expected;
        try {
            expected = plain.answer(query, one.bindings());
        } catch (RuntimeException failure) {
            return new Judgement(isTooMuch(failure) ? Verdict.TOO_MUCH : Verdict.ARQ_FAILS, failure.toString());
        }
        Supplier<Answer> all = () -> plain.answer(whole(one.text()), one.bindings());
        Answer actual = null;
        Optional<String> difference;
        try {
            actual = executor.over(new QueriedData(underTest(one.quads())))
                    .query(
                            QueryRequest.of(one.text(), BASE).binding(one.bindings()),
                            running -> Answer.read(running, 2 * PlainArq.MAX_ROWS));
            difference = AnswerComparison.difference(query, expected, actual, all);
        } catch (QueryFailedException failure) {
            difference = Optional.of("failure " + failure + " for " + failure.getCause());
        } catch (Answer.TooMuchException | QueryCancelledException tooMuch) {
            return new Judgement(Verdict.TOO_MUCH, "rows without LIMIT");
        }
        if (difference.isEmpty()) {
            return new Judgement(Verdict.SAME, "");
        }
        return new Judgement(
                verdict(one, query, expected, actual, all),
                "different: %s\nplain ARQ: %s\nours: %s".formatted(difference.get(), expected, actual));
    }

    private static boolean isTooMuch(Throwable failure) {
        return failure instanceof Answer.TooMuchException
                || failure instanceof QueryCancelledException
                || failure.getCause() != null && isTooMuch(failure.getCause());
    }

    private static Verdict verdict(
            GeneratedCase one, Query query, Answer expected, Answer actual, Supplier<Answer> all) {
        try {
            for (int order = 0; order < 4; order++) {
                Answer again = new PlainArq(new Draw(order).shuffled(one.quads())).answer(query, one.bindings());
                if (AnswerComparison.difference(query, expected, again, all).isPresent()) {
                    return Verdict.UNDECIDED;
                }
            }
            Answer defined = new PlainArq(one.quads()).byDefinition(query, one.bindings());
            return actual != null
                            && AnswerComparison.difference(query, defined, actual, all)
                                    .isEmpty()
                    ? Verdict.DISPUTED
                    : Verdict.OTHERWISE;
        } catch (RuntimeException notDefined) {
            return isTooMuch(notDefined) ? Verdict.TOO_MUCH : Verdict.OTHERWISE;
        }
    }

    private static Query parsed(String text) {
        Query query = QueryFactory.create(text, BASE, Syntax.syntaxSPARQL_12);
        query.ensureResultVars();
        return query;
    }

    /** Returns the query without what leaves out rows that would otherwise be the same or come later. */
    private static Query whole(String text) {
        Query query = parsed(text);
        query.setLimit(Query.NOLIMIT);
        query.setOffset(Query.NOLIMIT);
        query.setReduced(false);
        return query;
    }
}
