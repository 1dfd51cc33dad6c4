package org.torchgraph.dataset.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.torchgraph.dataset.Availability;
import org.torchgraph.dataset.Dataset;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.remote.RemoteEndpoint;
import org.torchgraph.dataset.run.QueryExecutor;
import org.torchgraph.messages.Code;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryActivity;
import org.torchgraph.query.QueryFailedException;

/** The statements that an engine has, in its named graphs. Nothing is written to it. */
public final class RemoteDataset implements Dataset {
    /** Reading everything has this time for each request, and no limit of length. */
    static final Duration TIME_FOR_ALL = Duration.ofMinutes(10);

    /** The number of statements up to which they are copied unless somebody sets another one. */
    public static final long MOST_COPIED = 1_000_000;

    private final EngineAddress address;
    private final String base;
    private final EngineVersioning versioning;
    private final EngineVersions versions = new EngineVersions();
    private final EngineBreaker breaker = new EngineBreaker(this::answers);
    private final EngineReads trial;
    private final EngineConnection engine;
    private final EngineConnection patient;
    private final QueryExecutor executor;
    private final EngineReader reader;
    private volatile RemoteSnapshot current;
    private volatile boolean states;

    private RemoteDataset(
            EngineAddress address, String base, Limits limits, EngineVersioning versioning, long mostCopied) {
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
        this.reader = new EngineReader(address.query(), base, mostCopied, engine, patient, executor);
    }

    /**
     * Asks an engine what it has.
     *
     * @param base the base of the publication
     * @param limits those of each query
     * @param mostCopied the number of statements up to which they are copied at the start and whenever all are read
     * @throws EngineException if it has no statements below the base, does not give all of them, or has an older
     *     version than it has to
     * @throws org.torchgraph.query.QueryFailedException if it does not answer
     */
    public static RemoteDataset open(
            EngineAddress address, String base, Limits limits, EngineVersioning versioning, long mostCopied) {
        RemoteDataset dataset = new RemoteDataset(address, base, limits, versioning, mostCopied);
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

    /** Asks an engine what it has, of which up to {@value #MOST_COPIED} statements are copied. */
    public static RemoteDataset open(EngineAddress address, String base, Limits limits, EngineVersioning versioning) {
        return open(address, base, limits, versioning, MOST_COPIED);
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

    /** Returns whether the engine stated a version when it was last read. */
    public boolean statesVersion() {
        return states;
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
        EngineReader.ReadVersion read =
                reader.read(versioning.query().map(query -> () -> asked(query)), this::catalogued);
        states = read.states();
        return read.snapshot();
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
