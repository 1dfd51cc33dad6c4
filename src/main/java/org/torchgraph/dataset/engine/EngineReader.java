package org.torchgraph.dataset.engine;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.VOID;
import org.torchgraph.dataset.History;
import org.torchgraph.dataset.PagedLinks;
import org.torchgraph.dataset.View;
import org.torchgraph.dataset.run.GraphsSnapshot;
import org.torchgraph.dataset.run.QueriedData;
import org.torchgraph.dataset.run.QueryExecutor;
import org.torchgraph.messages.Code;
import org.torchgraph.rdf.TripleSource;

/**
 * Reads the version that an engine has: as a copy of all statements or, if they are too many for that, what is counted.
 *
 * @param address where the engine is
 * @param mostCopied the number of statements that are copied at most
 * @param engine is asked by clients and pages
 * @param patient is asked for much
 * @param executor evaluates queries over copies
 */
record EngineReader(
        String address,
        String base,
        long mostCopied,
        EngineConnection engine,
        EngineConnection patient,
        QueryExecutor executor) {

    /**
     * What was read.
     *
     * @param states whether somebody states the version
     */
    record ReadVersion(RemoteSnapshot snapshot, boolean states) {}

    /**
     * Reads the version.
     *
     * @param query asks for the identifier of the version, if a query does
     * @param catalogue asks the catalogue for it
     * @throws EngineException if the engine does not have what can be served
     */
    ReadVersion read(Optional<Supplier<Optional<String>>> query, Supplier<Optional<String>> catalogue) {
        EngineReads all = EngineReads.each(patient, Integer.MAX_VALUE);
        Map<Node, Long> sizes = sizes(all);
        Set<Node> foreign = sizes.keySet().stream().filter(OwnGraphs::isOwn).collect(Collectors.toSet());
        sizes.keySet().removeAll(foreign);
        if (sizes.isEmpty()) {
            throw new EngineException(Code.ENGINE_EMPTY, address);
        }
        // Before the statements, so that none of a later version is taken for the last of it.
        Optional<String> asked = query.flatMap(Supplier::get);
        if (query.isPresent() && asked.isEmpty()) {
            throw new EngineException(Code.ENGINE_NO_VERSION, address);
        }
        long number = sizes.values().stream().mapToLong(size -> size).sum();
        return number <= mostCopied
                ? copied(all, sizes, foreign, asked)
                : new ReadVersion(
                        counted(
                                all,
                                sizes,
                                foreign,
                                asked.or(catalogue)
                                        .orElseThrow(() -> new EngineException(
                                                Code.ENGINE_UNVERSIONED, address, number, mostCopied))),
                        true);
    }

    private ReadVersion copied(EngineReads all, Map<Node, Long> sizes, Set<Node> foreign, Optional<String> asked) {
        Set<Node> graphs = Set.copyOf(sizes.keySet());
        GraphsSnapshot copy = copy(all, sizes);
        if (copy.union().contains(Node.ANY, EngineFiller.DONE, Node.ANY)) {
            throw new EngineException(Code.ENGINE_LOADING, address);
        }
        Optional<String> stated = asked.or(() -> stated(copy));
        GraphChoice choice = GraphChoice.of(all, graphs);
        EngineReads reads = EngineReads.shared(engine, engine.limits().answerRows());
        UsedProperties used = UsedProperties.in(copy.union());
        Surroundings surroundings = new Surroundings(reads, graphs, choice, used, subject -> {});
        surroundings.keepClasses(copy);
        WholeCopy whole = new WholeCopy(
                () -> {
                    Map<Node, Long> now = sizes(all);
                    now.keySet().retainAll(graphs);
                    return copy(all, now);
                },
                copy);
        RemoteSnapshot snapshot = new RemoteSnapshot(new EngineContent(
                engine,
                reads,
                executor,
                choice,
                graphs,
                OwnGraphs.areOfVirtuoso(foreign),
                stated.orElseGet(() -> StatementsDigest.of(base, copy)),
                Instant.now(),
                copy.size(),
                whole,
                surroundings,
                new ManyLinks(reads, foreign, new GraphMembers(reads, Set.of())),
                new RemoteTriples(reads, surroundings, choice, used, OccurringNodes.in(copy.union()), whole.union()),
                properties -> Optional.empty()));
        return new ReadVersion(snapshot, stated.isPresent());
    }

    /** Returns the version that the catalogue states. */
    private Optional<String> stated(View copy) {
        TripleSource union = copy.union();
        Optional<Node> entry = union.find(Node.ANY, VOID.uriSpace.asNode(), Node.ANY)
                .filter(triple -> triple.getObject().isLiteral()
                        && triple.getObject().getLiteralLexicalForm().equals(base))
                .map(Triple::getSubject)
                .findFirst();
        if (entry.isEmpty()
                && Stream.concat(copy.graphNames(), union.subjects())
                        .noneMatch(node -> node.isURI() && node.getURI().startsWith(base))) {
            throw new EngineException(Code.ENGINE_OTHER_BASE, address, base);
        }
        return entry.flatMap(dataset -> union.objects(dataset, OWL.versionInfo.asNode())
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .min(String::compareTo));
    }

    private RemoteSnapshot counted(EngineReads all, Map<Node, Long> sizes, Set<Node> foreign, String version) {
        EngineCounts counts = new EngineCounts(all, foreign, base);
        LargeEngine large = new LargeEngine(address, base, all, sizes, counts);
        GraphsSnapshot small = copy(all, large.smallGraphs());
        if (small.union().contains(Node.ANY, EngineFiller.DONE, Node.ANY) || large.isLoading()) {
            throw new EngineException(Code.ENGINE_LOADING, address);
        }
        large.requireBase();
        Set<Node> graphs = Set.copyOf(sizes.keySet());
        GraphChoice choice = GraphChoice.of(all, graphs);
        EngineReads reads = EngineReads.shared(engine, engine.limits().answerRows());
        AskedNodes occurring = new AskedNodes(base, counts, reads);
        UsedProperties used = UsedProperties.ofAnyValues(counts.properties().keySet());
        Surroundings surroundings = new Surroundings(reads, graphs, choice, used, occurring::tell);
        long number = sizes.values().stream().mapToLong(size -> size).sum();
        AskedTriples union = new AskedTriples(all, surroundings, graphs, small, counts, number);
        Set<Node> paged = sizes.entrySet().stream()
                .filter(graph -> graph.getValue() > PagedLinks.MOST_OF_GRAPH)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        ManyLinks links = new ManyLinks(reads, foreign, new GraphMembers(reads, paged));
        AskedGraphs whole = new AskedGraphs(
                union,
                sizes,
                small,
                pattern -> EngineContent.quads(reads, graphs, pattern),
                name -> copy(all, new LinkedHashMap<>(Map.of(name, sizes.get(name))))
                        .graph(name)
                        .orElseThrow(),
                properties -> snapshot(large.withProperties(properties, small)));
        return new RemoteSnapshot(new EngineContent(
                engine,
                reads,
                executor,
                choice,
                graphs,
                OwnGraphs.areOfVirtuoso(foreign),
                version,
                Instant.now(),
                number,
                whole,
                surroundings,
                links,
                new RemoteTriples(reads, surroundings, choice, used, occurring, union),
                properties -> EngineTextSearch.of(reads, foreign, properties)));
    }

    /** Returns the numbers of statements of the graphs with IRIs, in the order of these. */
    private static Map<Node, Long> sizes(EngineReads all) {
        Map<Node, Long> sizes = new TreeMap<>((one, other) -> one.getURI().compareTo(other.getURI()));
        all.rows(PatternQueries.graphSizes()).stream()
                .filter(row -> row.get("g").isURI())
                .forEach(row -> sizes.put(row.get("g"), EngineReads.number(row, "n")));
        return sizes;
    }

    private GraphsSnapshot copy(EngineReads all, Map<Node, Long> sizes) {
        return snapshot(new QueriedData(new WholeReader(all, address).read(sizes)));
    }

    private GraphsSnapshot snapshot(QueriedData data) {
        return new GraphsSnapshot(executor, data, "", Instant.EPOCH, History.NONE);
    }
}
