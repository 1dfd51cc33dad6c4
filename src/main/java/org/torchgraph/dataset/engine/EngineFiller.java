package org.torchgraph.dataset.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.collections4.ListUtils;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.http.GSP;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.VOID;
import org.torchgraph.dataset.LoadProgress;
import org.torchgraph.dataset.remote.RemoteEndpoint;
import org.torchgraph.messages.Code;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.routes.IriPaths;

/**
 * Fills an engine with a publication by the SPARQL 1.1 Graph Store HTTP Protocol, one graph after the other. While it
 * lasts, the graph of the catalogue tells which graphs are done, so that the next load goes on from there. The
 * catalogue itself comes last, with the version: the one that it states or, without one, that of the publication.
 */
public final class EngineFiller {
    /** The number of triples that a request has at most, apart from those with blank nodes. */
    static final int MOST_TRIPLES = 50_000;

    /** Names what a graph was filled from, as long as a load goes on. */
    static final Node DONE = NodeFactory.createURI("urn:torchgraph:filled-from");

    private final EngineAddress address;
    private final String store;
    private final LoadProgress progress;

    /**
     * Creates a filler.
     *
     * @throws EngineException if the address of the graph store is missing
     */
    public EngineFiller(EngineAddress address, LoadProgress progress) {
        this.address = address;
        this.store = address.graphStore().orElseThrow(() -> new EngineException(Code.LOAD_NO_GRAPH_STORE));
        this.progress = progress;
    }

    /**
     * Fills the engine.
     *
     * @param replace whether another version is replaced, and graphs below the base that are no longer published are
     *     removed
     * @return the version that the engine has now; empty if it had this version already
     * @throws EngineException if the engine has another version that is not to be replaced, or does not take the
     *     statements; the next load goes on from there
     */
    public Optional<String> fill(Publication publication, boolean replace) {
        DatasetEntry entry = DatasetEntry.of(publication);
        Map<Node, List<Triple>> graphs = publication
                .quads()
                .collect(Collectors.groupingBy(
                        Quad::getGraph, LinkedHashMap::new, Collectors.mapping(Quad::asTriple, Collectors.toList())));
        TripleSource held = read(entry.graph());
        Map<Node, String> done = new HashMap<>();
        held.find(Node.ANY, DONE, Node.ANY)
                .forEach(triple ->
                        done.put(triple.getSubject(), triple.getObject().getLiteralLexicalForm()));
        if (done.isEmpty() && held.find(Node.ANY, Node.ANY, Node.ANY).findAny().isPresent() && !replace) {
            if (held.contains(entry.dataset(), OWL.versionInfo.asNode(), entry.version())) {
                return Optional.empty();
            }
            throw new EngineException(Code.LOAD_FILLED, address.query());
        }
        begin(entry, done);
        Map<Node, String> digests = digests(publication);
        long all = publication.quads().count();
        long sent = 0;
        for (Map.Entry<Node, List<Triple>> graph : graphs.entrySet()) {
            Node name = graph.getKey();
            if (!name.equals(entry.graph())) {
                if (!digests.get(name).equals(done.get(name))) {
                    send(name, graph.getValue(), sent, all);
                    post(entry.graph(), List.of(done(name, digests.get(name))));
                }
                sent += graph.getValue().size();
                progress.loaded(sent, all);
            }
        }
        if (replace) {
            remove(graphs.keySet(), publication.base() + IriPaths.GRAPHS);
        }
        List<Triple> catalogue = graphs.get(entry.graph());
        send(
                entry.graph(),
                entry.isStated()
                        ? catalogue
                        : Stream.concat(
                                        catalogue.stream(),
                                        Stream.of(Triple.create(
                                                entry.dataset(), OWL.versionInfo.asNode(), entry.version())))
                                .toList(),
                sent,
                all);
        progress.loaded(all, all);
        return Optional.of(entry.version().getLiteralLexicalForm());
    }

    /**
     * The dataset in the catalogue.
     *
     * @param isStated whether the catalogue states the version
     */
    private record DatasetEntry(Node dataset, Node graph, Node version, boolean isStated) {
        static DatasetEntry of(Publication publication) {
            Quad entry = publication
                    .quads()
                    .filter(quad -> quad.getPredicate().equals(VOID.uriSpace.asNode())
                            && quad.getObject().isLiteral()
                            && quad.getObject().getLiteralLexicalForm().equals(publication.base()))
                    .findFirst()
                    .orElseThrow(() -> new EngineException(Code.LOAD_NO_CATALOGUE, publication.base()));
            return publication
                    .quads()
                    .filter(quad -> quad.getSubject().equals(entry.getSubject())
                            && quad.getPredicate().equals(OWL.versionInfo.asNode())
                            && quad.getObject().isLiteral())
                    .map(Quad::getObject)
                    .findFirst()
                    .map(stated -> new DatasetEntry(entry.getSubject(), entry.getGraph(), stated, true))
                    .orElseGet(() -> new DatasetEntry(
                            entry.getSubject(),
                            entry.getGraph(),
                            NodeFactory.createLiteralString(publication.version()),
                            false));
        }
    }

    /** Returns the digests of the files from which each graph is. */
    private static Map<Node, String> digests(Publication publication) {
        Map<Node, String> digests = new HashMap<>();
        publication.data().forEach(file -> file.quads().stream()
                .map(Quad::getGraph)
                .distinct()
                .forEach(graph -> digests.merge(graph, file.digest(), (one, more) -> one + " " + more)));
        return digests;
    }

    /** Says in the catalogue that a load is going on. Sites over the engine find no version then, and keep theirs. */
    private void begin(DatasetEntry entry, Map<Node, String> done) {
        put(
                entry.graph(),
                Stream.concat(
                                Stream.of(done(entry.graph(), "")),
                                done.entrySet().stream().map(known -> done(known.getKey(), known.getValue())))
                        .distinct()
                        .toList());
    }

    private static Triple done(Node graph, String digest) {
        return Triple.create(graph, DONE, NodeFactory.createLiteralString(digest));
    }

    /** Sends a graph in pieces. Blank nodes go together: in each request they are other ones. */
    private void send(Node graph, List<Triple> triples, long before, long all) {
        Map<Boolean, List<Triple>> blank = triples.stream().collect(Collectors.partitioningBy(EngineFiller::isBlank));
        put(graph, blank.get(true));
        long sent = before + blank.get(true).size();
        for (List<Triple> piece : ListUtils.partition(blank.get(false), MOST_TRIPLES)) {
            post(graph, piece);
            sent += piece.size();
            progress.loaded(sent, all);
        }
    }

    private static boolean isBlank(Triple triple) {
        return triple.getSubject().isBlank()
                || triple.getObject().isBlank()
                || triple.getObject().isTripleTerm();
    }

    /** Removes graphs of the publication that it has no longer. */
    private void remove(Collection<Node> kept, String below) {
        Limits patient = Limits.standard().within(RemoteDataset.TIME_FOR_ALL);
        EngineReads.each(RemoteEndpoint.engine(address.query(), patient), Integer.MAX_VALUE)
                .nodes(PatternQueries.graphNames(), "g")
                .stream()
                .filter(graph -> graph.isURI() && graph.getURI().startsWith(below) && !kept.contains(graph))
                .forEach(graph -> sending(graph, () -> at(graph).DELETE()));
    }

    private TripleSource read(Node graph) {
        try {
            return TripleSource.of(at(graph).GET());
        } catch (HttpException failed) {
            if (failed.getStatusCode() == 404) {
                return TripleSource.of(Stream.empty());
            }
            throw refused(graph, failed);
        }
    }

    private void put(Node graph, List<Triple> triples) {
        sending(graph, () -> at(graph).PUT(TripleSource.of(triples.stream()).asGraph()));
    }

    private void post(Node graph, List<Triple> triples) {
        sending(graph, () -> at(graph).POST(TripleSource.of(triples.stream()).asGraph()));
    }

    private GSP at(Node graph) {
        return GSP.service(store).graphName(graph);
    }

    private void sending(Node graph, Runnable request) {
        try {
            request.run();
        } catch (HttpException failed) {
            throw refused(graph, failed);
        }
    }

    private EngineException refused(Node graph, HttpException failed) {
        int status = failed.getStatusCode();
        if (status <= 0) {
            return new EngineException(Code.LOAD_UNREACHED, store);
        }
        return status == 401 || status == 403
                ? new EngineException(Code.LOAD_REFUSED_USER, store, graph, status)
                : new EngineException(Code.LOAD_REFUSED_GRAPH, store, graph, status);
    }
}
