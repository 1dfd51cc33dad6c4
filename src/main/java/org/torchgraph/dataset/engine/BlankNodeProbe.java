package org.torchgraph.dataset.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.atlas.web.TypedInputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.http.HttpOp;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.http.Params;
import org.apache.jena.sparql.util.Context;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.rdf.TripleSource;

/**
 * Finds whether an engine gives a blank node the same label in each answer, and another one to another blank node.
 *
 * @param address where the engine answers queries
 * @param held the statements that it has
 */
record BlankNodeProbe(String address, TripleSource held) {

    /** Returns what the engine does if it keeps no labels; empty if it does, or has no blank nodes to ask for. */
    Optional<Message> answer() {
        List<Triple> links = links();
        if (links.isEmpty()) {
            return Optional.empty();
        }
        try {
            Set<String> first = labels(links.getFirst());
            boolean isKept = first.equals(labels(links.getFirst()))
                    && links.stream().skip(1).noneMatch(other -> first.equals(labels(other)));
            return isKept ? Optional.empty() : Optional.of(Message.of(Code.ENGINE_LABELS));
        } catch (HttpException refused) {
            Message status = Message.of(Code.ENDPOINT_STATUS, refused.getStatusCode());
            return Optional.of(Message.of(Code.ENGINE_REFUSES, status));
        }
    }

    /** Returns one or two triples to different blank nodes, each the only one of its property. */
    private List<Triple> links() {
        Map<List<Node>, List<Triple>> byProperty = held.find()
                .filter(triple ->
                        triple.getSubject().isURI() && triple.getObject().isBlank())
                .limit(1000)
                .collect(Collectors.groupingBy(triple -> List.of(triple.getSubject(), triple.getPredicate())));
        Map<Node, Triple> byObject = byProperty.values().stream()
                .filter(triples -> triples.size() == 1)
                .map(List::getFirst)
                .collect(Collectors.toMap(Triple::getObject, Function.identity(), (one, other) -> one));
        return byObject.values().stream().limit(2).toList();
    }

    private Set<String> labels(Triple link) {
        Var blank = Var.alloc("b");
        Query query = PatternQueries.select(
                true,
                PatternQueries.in(Var.alloc("g"), Triple.create(link.getSubject(), link.getPredicate(), blank)),
                "b");
        Params form = Params.create().add("query", query.serialize());
        // The labels are read as the engine writes them, which other answers are not.
        Context asWritten = Context.create();
        asWritten.set(ARQ.inputGraphBNodeLabels, true);
        try (TypedInputStream answer = HttpOp.httpPostForm(address, form, ResultSetLang.RS_JSON.getHeaderString())) {
            Set<String> labels = new HashSet<>();
            RowSetReader.createReader(ResultSetLang.RS_JSON)
                    .read(answer, asWritten)
                    .forEachRemaining(row -> labels.add(String.valueOf(row.get(blank))));
            return labels;
        }
    }
}
