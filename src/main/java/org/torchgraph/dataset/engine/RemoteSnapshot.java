package org.torchgraph.dataset.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.torchgraph.dataset.History;
import org.torchgraph.dataset.Reach;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.StoreNameSearch;
import org.torchgraph.dataset.View;
import org.torchgraph.dataset.engine.Surroundings.ReadSurroundings;
import org.torchgraph.dataset.numbered.NumberedData;
import org.torchgraph.dataset.run.DescriptionGraph;
import org.torchgraph.dataset.run.GraphsSnapshot;
import org.torchgraph.dataset.run.QueriedData;
import org.torchgraph.query.CompiledQuery;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryEngine;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReader;
import org.torchgraph.rdf.TripleSource;

/**
 * A version that an engine has. The engine answers queries and reads; a query that asks for the description of the
 * version, which the engine does not have, or that no value can be written into, is evaluated here over a copy.
 */
final class RemoteSnapshot implements Snapshot {
    private final EngineContent content;
    private final Optional<DescriptionGraph> description;

    RemoteSnapshot(EngineContent content) {
        this(content, Optional.empty());
    }

    private RemoteSnapshot(EngineContent content, Optional<DescriptionGraph> description) {
        this.content = content;
        this.description = description;
    }

    @Override
    public String version() {
        return content.version();
    }

    @Override
    public Instant since() {
        return content.since();
    }

    @Override
    public TripleSource union() {
        return content.union();
    }

    @Override
    public long size() {
        return content.triples();
    }

    @Override
    public Optional<TripleSource> graph(Node name) {
        return content.graph(name);
    }

    @Override
    public Stream<Node> graphNames() {
        return content.graphs().stream();
    }

    @Override
    public Stream<Quad> quads(Node subject, Node property, Node object) {
        return content.quads(subject, property, object);
    }

    @Override
    public View around(Collection<Node> nodes, Reach reach) {
        NumberedData read = new NumberedData();
        ReadSurroundings found = content.surroundings().of(nodes, reach);
        found.statements().forEach(read::add);
        Set<Node> many = Stream.concat(
                        found.many().stream(),
                        nodes.stream().filter(content.links().members()::are))
                .collect(Collectors.toSet());
        return new PagedView(over(read.build(), Optional.empty()), many, content.links());
    }

    @Override
    public View withProperties(Set<Node> properties) {
        return content.whole().withProperties(properties);
    }

    @Override
    public View whole() {
        return content.whole();
    }

    @Override
    public Optional<StoreNameSearch> nameSearch(Set<Node> properties) {
        return content.names().apply(properties);
    }

    @Override
    public Limits limits() {
        return content.engine().limits();
    }

    @Override
    public <T> T query(QueryRequest request, ResultReader<T> reader, Deadline deadline) {
        QueryRequest known = request.asking(content.engine().compiled(request));
        CompiledQuery compiled = known.compiled().orElseThrow();
        QueryEngine engine = content.engine().over(content.choice());
        boolean isAboutVersion =
                description.filter(graph -> graph.isAskedBy(known, compiled)).isPresent();
        if (compiled.query().isDescribeType() && !isAboutVersion) {
            return described(engine, known, reader, deadline);
        }
        Optional<QueryRequest> sent = isAboutVersion ? Optional.empty() : bound(known, compiled.query());
        if (sent.isEmpty()) {
            return ofCopy(known, reader, deadline);
        }
        if (compiled.query().isAskType()) {
            return asked(engine, sent.get(), reader, deadline);
        }
        return compiled.query().isConstructType() && content.endsTriples()
                ? constructed(engine, sent.get(), reader, deadline)
                : engine.query(sent.get(), reader, deadline);
    }

    private <T> T ofCopy(QueryRequest request, ResultReader<T> reader, Deadline deadline) {
        return over(content.whole().graphs(), description).query(request, reader, deadline);
    }

    /**
     * Returns the request for a query with its values in it; if the query assigns one of them itself, only where
     * nothing can be asked of a copy.
     */
    private Optional<QueryRequest> bound(QueryRequest request, Query query) {
        Map<Var, Node> bindings = request.bindings();
        return BoundQuery.of(query, bindings)
                .or(() -> content.whole().union().counted().flatMap(counted -> BoundQuery.compared(query, bindings)))
                .map(CompiledQuery::of)
                .map(request.binding(Map.of())::asking);
    }

    private <T> T described(QueryEngine engine, QueryRequest request, ResultReader<T> reader, Deadline deadline) {
        RowsDescribe describe =
                new RowsDescribe(request.compiled().orElseThrow().query());
        Set<Node> things = describe.named();
        Optional<Query> rows = describe.rows();
        if (rows.isPresent()) {
            Optional<QueryRequest> sent = bound(request, rows.get());
            if (sent.isEmpty()) {
                return ofCopy(request, reader, deadline);
            }
            things.addAll(engine.query(
                    sent.get(), running -> describe.found(running.select(), limits().answerRows()), deadline));
        }
        if (things.stream().anyMatch(Node::isBlank)) {
            // A blank node has no name by which another request could ask for it.
            return ofCopy(request, reader, deadline);
        }
        NumberedData read = new NumberedData();
        content.surroundings()
                .of(things, Reach.whole(Stream.of(), Stream.of(), false))
                .statements()
                .forEach(read::add);
        QueryRequest all = request.binding(Map.of()).asking(CompiledQuery.of(describe.of(things)));
        return over(read.build(), Optional.empty()).query(all, reader, deadline);
    }

    private <T> T constructed(QueryEngine engine, QueryRequest request, ResultReader<T> reader, Deadline deadline) {
        RowsConstruct construct =
                new RowsConstruct(request.compiled().orElseThrow().query());
        DatasetGraph made = engine.query(
                request.asking(CompiledQuery.of(construct.rows())),
                running -> construct.made(running.select(), limits().answerRows()),
                deadline);
        QueryRequest all = request.over(List.of(), List.of()).asking(CompiledQuery.of(construct.all()));
        return over(made, Optional.empty()).query(all, reader, deadline);
    }

    /** Asks for a row in the place of a truth value, because Virtuoso 7 answers ASK by rows too. */
    private <T> T asked(QueryEngine engine, QueryRequest request, ResultReader<T> reader, Deadline deadline) {
        Query ask = request.compiled().orElseThrow().query();
        // Virtuoso takes values behind a query only of variables that are columns.
        Query any =
                PatternQueries.rowsOf(ask, ask.hasValues() && !ask.hasGroupBy() ? ask.getValuesVariables() : List.of());
        if (!any.hasLimit()) {
            any.setLimit(1);
        }
        boolean found = engine.query(
                request.asking(CompiledQuery.of(any)),
                running -> running.select().hasNext(),
                deadline);
        QueryRequest value = request.asking(CompiledQuery.of(PatternQueries.truth(found)));
        return over(DatasetGraphFactory.empty(), Optional.empty()).query(value, reader, deadline);
    }

    /** Returns the points in which an engine differs from this program over the same statements. */
    List<EngineDivergence> divergences(String address, EngineReads trial) {
        GraphsSnapshot here = over(content.whole().graphs(), Optional.empty());
        return new EngineExamination(address, trial, content.choice(), here).divergences();
    }

    @Override
    public Snapshot with(Node name, TripleSource graph) {
        return over(content.whole().graphs(), description).with(name, graph);
    }

    @Override
    public Snapshot describedBy(Node name, Set<String> vocabularies, Supplier<TripleSource> work) {
        DescriptionGraph graph =
                new DescriptionGraph(name, vocabularies, content.whole().union().asGraph(), () -> work.get()
                        .asGraph());
        return new RemoteSnapshot(content, Optional.of(graph));
    }

    private GraphsSnapshot over(DatasetGraph data, Optional<DescriptionGraph> described) {
        return new GraphsSnapshot(
                content.executor(), new QueriedData(data, described), version(), since(), History.NONE);
    }
}
