package org.torchgraph.dataset.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.VOID;
import org.torchgraph.dataset.Availability;
import org.torchgraph.dataset.Dataset;
import org.torchgraph.dataset.History;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.View;
import org.torchgraph.dataset.remote.RemoteEndpoint;
import org.torchgraph.dataset.run.GraphsSnapshot;
import org.torchgraph.dataset.run.QueriedData;
import org.torchgraph.dataset.run.QueryExecutor;
import org.torchgraph.messages.Code;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryActivity;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.rdf.TripleSource;

/** The statements that an engine has, in its named graphs. Nothing is written to it. */
public final class RemoteDataset implements Dataset {
    /** Reading everything has this time for each request, and no limit of length. */
    static final Duration TIME_FOR_ALL = Duration.ofMinutes(10);

    private final EngineAddress address;
    private final String base;
    private final EngineVersioning versioning;
    private final EngineVersions versions = new EngineVersions();
    private final EngineBreaker breaker = new EngineBreaker(this::answers);
    private final EngineReads trial;
    private final EngineConnection engine;
    private final EngineConnection patient;
    private final QueryExecutor executor;
    private volatile RemoteSnapshot current;
    private volatile boolean states;

    private RemoteDataset(EngineAddress address, String base, Limits limits, EngineVersioning versioning) {
        this.address = address;
        this.versioning = versioning;
        this.base = base;
        this.engine = new EngineConnection(address, limits, breaker);
        this.patient = new EngineConnection(
                address,
                new Limits(
                        TIME_FOR_ALL, limits.textLength(), limits.concurrent(), Long.MAX_VALUE - 1, Integer.MAX_VALUE),
                breaker);
        this.trial = EngineReads.each(RemoteEndpoint.engine(address.query(), limits), limits.answerRows());
        this.executor = new QueryExecutor(limits);
    }

    /**
     * Asks an engine what it has.
     *
     * @param base the base of the publication
     * @param limits those of each query
     * @throws EngineException if it has no statements below the base, does not give all of them, or has an older
     *     version than it has to
     * @throws org.torchgraph.query.QueryFailedException if it does not answer
     */
    public static RemoteDataset open(EngineAddress address, String base, Limits limits, EngineVersioning versioning) {
        RemoteDataset dataset = new RemoteDataset(address, base, limits, versioning);
        try {
            dataset.begin();
            dataset.breaker.serve();
            return dataset;
        } catch (QueryFailedException failed) {
            dataset.close();
            // Whoever starts a site is told the address.
            throw failed.getCause() instanceof QueryFailedException told ? told : failed;
        } catch (EngineException refused) {
            dataset.close();
            throw refused;
        }
    }

    /** Asks an engine what it has, of which the catalogue states the version or nobody does. */
    public static RemoteDataset open(EngineAddress address, String base, Limits limits) {
        return open(address, base, limits, EngineVersioning.CATALOGUE);
    }

    private void begin() {
        RemoteSnapshot first = read();
        versioning
                .least()
                .filter(least -> EngineVersions.isOlder(first.version(), least))
                .ifPresent(least -> {
                    throw new EngineException(Code.ENGINE_OLDER, address.query(), first.version(), least);
                });
        replace(first);
    }

    /**
     * Returns the version that the engine states, which takes a small request. If there is no answer, other requests
     * are refused until there is.
     *
     * @throws QueryFailedException if the engine does not answer
     * @throws EngineException if it states an older one than it did: it is taken for silent until it has caught up
     */
    public Optional<String> statedVersion() {
        breaker.require();
        try {
            Optional<String> version = stated();
            if (version.filter(this::isBehind).isPresent()) {
                breaker.gone();
                throw new EngineException(Code.ENGINE_BEHIND, version.get(), current.version());
            }
            breaker.answered();
            return version;
        } catch (QueryFailedException silent) {
            breaker.gone();
            throw silent;
        }
    }

    private boolean isBehind(String version) {
        return versions.isBehind(version, Instant.now());
    }

    private Optional<String> stated() {
        return versioning.query().map(this::asked).orElseGet(this::catalogued);
    }

    /** Returns the first value of the answer to a query. */
    private Optional<String> asked(Query query) {
        Var first = Var.alloc(query.getResultVars().getFirst());
        return trial.rows(query).stream()
                .filter(row -> row.contains(first))
                .map(row -> row.get(first))
                .map(value -> value.isLiteral() ? value.getLiteralLexicalForm() : value.toString())
                .findFirst();
    }

    private Optional<String> catalogued() {
        return trial.nodes(PatternQueries.versionOf(base), "v").stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .min(String::compareTo);
    }

    /**
     * Returns whether the engine answers and has statements; its version too if it stated one, as that comes last, and
     * not an older one.
     */
    private boolean answers() {
        try {
            return states
                    ? stated().filter(version -> !isBehind(version)).isPresent()
                    : trial.holds(
                            PatternQueries.in(Var.alloc("g"), PatternQueries.pattern(Node.ANY, Node.ANY, Node.ANY)));
        } catch (QueryFailedException silent) {
            return false;
        }
    }

    /**
     * Asks the engine in which points it differs from this program over the same statements.
     *
     * @throws QueryFailedException if the engine cannot be reached any more
     */
    public List<EngineDivergence> divergences() {
        return current.divergences(address.query(), trial);
    }

    @Override
    public Optional<Availability> availability() {
        return Optional.of(new Availability(breaker.silentSince()));
    }

    /**
     * Reads the version that the engine has now, which may become the current one.
     *
     * @throws QueryFailedException if the engine does not answer
     */
    public Snapshot candidate() {
        return read();
    }

    /** Makes a candidate of this dataset the current version. */
    public void replace(Snapshot candidate) {
        current = (RemoteSnapshot) candidate;
        versions.serve(candidate.version());
    }

    private RemoteSnapshot read() {
        EngineReads all = EngineReads.each(patient, Integer.MAX_VALUE);
        Map<Node, Long> sizes = sizes(all);
        Set<Node> foreign = sizes.keySet().stream().filter(OwnGraphs::isOwn).collect(Collectors.toSet());
        sizes.keySet().removeAll(foreign);
        Set<Node> graphs = Set.copyOf(sizes.keySet());
        if (graphs.isEmpty()) {
            throw new EngineException(Code.ENGINE_EMPTY, address.query());
        }
        // Before the statements, so that none of a later version is taken for the last of it.
        Optional<String> asked = versioning.query().flatMap(this::asked);
        if (versioning.query().isPresent() && asked.isEmpty()) {
            throw new EngineException(Code.ENGINE_NO_VERSION, address.query());
        }
        WholeReader reader = new WholeReader(all, address.query());
        GraphsSnapshot copy = copy(reader, sizes);
        if (copy.union().contains(Node.ANY, EngineFiller.DONE, Node.ANY)) {
            throw new EngineException(Code.ENGINE_LOADING, address.query());
        }
        String version = version(copy, asked);
        GraphChoice choice = GraphChoice.of(all, graphs);
        EngineReads reads = EngineReads.shared(engine, engine.limits().answerRows());
        Surroundings surroundings = new Surroundings(reads, graphs, choice);
        surroundings.keepClasses(copy);
        WholeCopy whole = new WholeCopy(
                () -> {
                    Map<Node, Long> now = sizes(all);
                    now.keySet().retainAll(graphs);
                    return copy(reader, now);
                },
                copy);
        return new RemoteSnapshot(new EngineContent(
                engine,
                reads,
                executor,
                choice,
                graphs,
                !foreign.isEmpty(),
                version,
                Instant.now(),
                copy.size(),
                whole,
                surroundings,
                new ManyLinks(reads, foreign),
                new RemoteTriples(reads, surroundings, choice, OccurringNodes.in(copy.union()), whole.union())));
    }

    /** Returns the numbers of statements of the graphs with IRIs, in the order of these. */
    private static Map<Node, Long> sizes(EngineReads all) {
        Map<Node, Long> sizes = new TreeMap<>((one, other) -> one.getURI().compareTo(other.getURI()));
        all.rows(PatternQueries.graphSizes()).stream()
                .filter(row -> row.get("g").isURI())
                .forEach(row -> sizes.put(row.get("g"), EngineReads.number(row, "n")));
        return sizes;
    }

    private GraphsSnapshot copy(WholeReader reader, Map<Node, Long> sizes) {
        return new GraphsSnapshot(executor, new QueriedData(reader.read(sizes)), "", Instant.EPOCH, History.NONE);
    }

    /**
     * Returns the version that the catalogue states, or else a digest of the statements.
     *
     * @param asked the version by the query for it
     */
    private String version(View copy, Optional<String> asked) {
        TripleSource union = copy.union();
        Optional<Node> entry = union.find(Node.ANY, VOID.uriSpace.asNode(), Node.ANY)
                .filter(triple -> triple.getObject().isLiteral()
                        && triple.getObject().getLiteralLexicalForm().equals(base))
                .map(Triple::getSubject)
                .findFirst();
        if (entry.isEmpty()
                && Stream.concat(copy.graphNames(), union.subjects())
                        .noneMatch(node -> node.isURI() && node.getURI().startsWith(base))) {
            throw new EngineException(Code.ENGINE_OTHER_BASE, address.query(), base);
        }
        Optional<String> stated =
                asked.or(() -> entry.flatMap(dataset -> union.objects(dataset, OWL.versionInfo.asNode())
                        .filter(Node::isLiteral)
                        .map(Node::getLiteralLexicalForm)
                        .min(String::compareTo)));
        states = stated.isPresent();
        return stated.orElseGet(() -> StatementsDigest.of(base, copy));
    }

    @Override
    public Snapshot snapshot() {
        return current;
    }

    @Override
    public Limits limits() {
        return engine.limits();
    }

    @Override
    public QueryActivity activity() {
        return engine.activity();
    }

    @Override
    public String kind() {
        return "sparql";
    }

    @Override
    public void close() {
        breaker.close();
        engine.close();
        patient.close();
        executor.close();
    }
}
