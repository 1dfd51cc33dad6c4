package org.torchgraph.dataset.engine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.PatternVars;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.dataset.remote.CutAnswerException;
import org.torchgraph.dataset.remote.RemoteEndpoint;
import org.torchgraph.dataset.run.GraphsSnapshot;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.query.CompiledQuery;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReader;

/**
 * Asks an engine each probe and compares its answer with that of this program.
 *
 * @param address where the engine answers queries
 * @param engine is asked
 * @param choice the graphs that it is asked of
 * @param here evaluates the same queries over a copy of the statements
 */
record EngineExamination(String address, EngineReads engine, GraphChoice choice, GraphsSnapshot here) {

    /**
     * Returns the points in which the engine differs.
     *
     * @throws QueryFailedException if it cannot be reached any more
     */
    List<EngineDivergence> divergences() {
        Map<Var, Node> sample = sample();
        return Stream.of(EngineProbe.values())
                .flatMap(probe -> answer(probe, sample).stream().map(answer -> new EngineDivergence(probe, answer)))
                .toList();
    }

    private Optional<Message> answer(EngineProbe probe, Map<Var, Node> sample) {
        return switch (probe) {
            case DEFAULT_GRAPH -> defaultGraph();
            case BLANK_NODE_LABELS -> new BlankNodeProbe(address, here.union()).answer();
            default -> answer(probe, probe.query(), sample);
        };
    }

    private Optional<Message> defaultGraph() {
        if (choice.defaults().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                choice.namesEachGraph()
                        ? Message.of(
                                Code.ENGINE_GRAPHS_LISTED, choice.defaults().size())
                        : Message.of(Code.ENGINE_GRAPHS_UNION, choice.defaults().getFirst()));
    }

    private Optional<Message> answer(EngineProbe probe, Query written, Map<Var, Node> sample) {
        Map<Var, Node> values = new HashMap<>(sample);
        values.keySet().retainAll(PatternVars.vars(written.getQueryPattern()));
        if (values.containsValue(Node.ANY)) {
            return Optional.empty();
        }
        Query query = BoundQuery.of(written, values).orElseThrow();
        QueryRequest request = EngineReads.request(query);
        ResultReader<ProbeAnswer> reader = running -> ProbeAnswer.read(written, running);
        ProbeAnswer expected = here.query(request, reader);
        try {
            QueryRequest sent = probe == EngineProbe.STATEMENTS_OF_ALL_GRAPHS
                    ? request.asking(choice.applied(request, CompiledQuery.of(query)))
                    : request;
            ProbeAnswer actual = engine.engine().query(sent, reader);
            return actual.equals(expected) ? Optional.empty() : Optional.of(difference(actual, expected));
        } catch (QueryFailedException failed) {
            return Optional.of(refusal(failed));
        }
    }

    private static Message difference(ProbeAnswer actual, ProbeAnswer expected) {
        boolean areMany = expected.isLong();
        return Message.of(
                Code.ENGINE_ANSWERS,
                (areMany ? actual : actual.without(expected)).text(),
                (areMany ? expected : expected.without(actual)).text());
    }

    private static Message refusal(QueryFailedException failed) {
        if (RemoteEndpoint.isUnreached(failed)) {
            throw failed;
        }
        CutAnswerException cut = ExceptionUtils.throwableOfType(failed, CutAnswerException.class);
        if (cut != null) {
            return Message.of(Code.ENGINE_ENDS, cut.message().arguments().getFirst());
        }
        Message told = failed.message();
        return Message.of(
                Code.ENGINE_REFUSES,
                told.code() == Code.ENDPOINT_SILENT ? told.arguments().getLast() : told);
    }

    /**
     * Returns what some variables stand for in each probe: a thing and a class of it, and a thing and a property of a
     * text whose language tag has capital letters; {@link Node#ANY} if there is none.
     */
    private Map<Var, Node> sample() {
        Optional<Triple> typed = first(triple -> triple.getPredicate().equals(RDF.type.asNode())
                && triple.getObject().isURI());
        Optional<Triple> named = first(triple -> triple.getObject().isLiteral()
                && StringUtils.isMixedCase(triple.getObject().getLiteralLanguage()));
        return Map.of(
                Var.alloc("s"), typed.map(Triple::getSubject).orElse(Node.ANY),
                Var.alloc("o"), typed.map(Triple::getObject).orElse(Node.ANY),
                Var.alloc("named"), named.map(Triple::getSubject).orElse(Node.ANY),
                Var.alloc("naming"), named.map(Triple::getPredicate).orElse(Node.ANY));
    }

    private Optional<Triple> first(Predicate<Triple> condition) {
        return here.union()
                .find()
                .filter(triple -> triple.getSubject().isURI() && condition.test(triple))
                .min(Comparator.comparing(Triple::toString));
    }
}
