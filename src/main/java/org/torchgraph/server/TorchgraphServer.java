package org.torchgraph.server;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torchgraph.dataset.Availability;
import org.torchgraph.dataset.Dataset;
import org.torchgraph.messages.Message;
import org.torchgraph.messages.MessageException;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.search.Search;
import org.torchgraph.server.dataset.ContextRoute;
import org.torchgraph.server.dataset.DatasetRoute;
import org.torchgraph.server.dataset.DumpFiles;
import org.torchgraph.server.dataset.DumpRoute;
import org.torchgraph.server.dataset.GraphStoreRoute;
import org.torchgraph.server.dataset.HistoryRoute;
import org.torchgraph.server.dataset.WriteRoute;
import org.torchgraph.server.discovery.DatasetCitationRoute;
import org.torchgraph.server.discovery.GuideRoute;
import org.torchgraph.server.discovery.OpenApiRoute;
import org.torchgraph.server.discovery.RobotsRoute;
import org.torchgraph.server.discovery.SitemapRoute;
import org.torchgraph.server.mcp.McpProblems;
import org.torchgraph.server.mcp.McpRoute;
import org.torchgraph.server.page.AssetRoute;
import org.torchgraph.server.page.HomeRoute;
import org.torchgraph.server.page.NegotiatedProblems;
import org.torchgraph.server.page.PageRoute;
import org.torchgraph.server.page.SiteAssetRoute;
import org.torchgraph.server.query.CodebookRoute;
import org.torchgraph.server.query.Codebooks;
import org.torchgraph.server.query.ComparisonRoute;
import org.torchgraph.server.query.ExplainRoute;
import org.torchgraph.server.query.Panels;
import org.torchgraph.server.query.QueryService;
import org.torchgraph.server.query.QuestionRoute;
import org.torchgraph.server.query.SparqlRoute;
import org.torchgraph.server.query.TermsRoute;
import org.torchgraph.server.reconcile.ReconciliationRoute;
import org.torchgraph.server.reconcile.ReconciliationServiceRoute;
import org.torchgraph.server.reply.Responder;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.search.SearchRoute;
import org.torchgraph.server.search.SuggestRoute;
import org.torchgraph.server.thing.BriefRoute;
import org.torchgraph.server.thing.DocumentReplies;
import org.torchgraph.server.thing.DocumentRoute;
import org.torchgraph.server.thing.ResourceRoute;
import org.torchgraph.server.thing.ThingRoute;
import org.torchgraph.server.thing.VocabularyRoute;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.watch.FeedRoute;
import org.torchgraph.server.watch.WatchedRoutes;
import org.torchgraph.server.write.UpdateRoute;
import org.torchgraph.server.write.WriteGate;

/**
 * The running site: an embedded Fuseki with our services for queries and graph store, and our routes for all other
 * paths.
 */
public final class TorchgraphServer implements AutoCloseable {
    /** The number of threads that accept connections and look which can be read; requests have virtual threads. */
    private static final int MAX_THREADS = 32;

    private static final Logger LOG = LoggerFactory.getLogger(TorchgraphServer.class);

    private final FusekiServer fuseki;
    private final Dataset dataset;
    private final CurrentVersion currentVersion;
    private final Monitoring monitoring;
    private volatile ServerState state = ServerState.STARTING;

    private TorchgraphServer(
            FusekiServer fuseki, Dataset dataset, CurrentVersion currentVersion, Monitoring monitoring) {
        this.fuseki = fuseki;
        this.dataset = dataset;
        this.currentVersion = currentVersion;
        this.monitoring = monitoring;
    }

    /**
     * Starts the server and returns when it accepts requests.
     *
     * @throws CannotListenException if the server cannot listen on the address
     */
    public static TorchgraphServer start(ServerAddress reach, CurrentVersion currentVersion, Dataset dataset) {
        return start(reach, currentVersion, dataset, Optional.empty());
    }

    /**
     * Starts the server, which nobody observes.
     *
     * @throws CannotListenException if the server cannot listen on the address
     */
    public static TorchgraphServer start(
            ServerAddress reach, CurrentVersion currentVersion, Dataset dataset, Optional<WriteGate> writes) {
        return start(reach, currentVersion, dataset, writes, Monitoring.none());
    }

    /**
     * Starts the server and returns when it accepts requests.
     *
     * @param writes accepts writes; empty for a site that is read only
     * @param monitoring how it is observed
     * @throws CannotListenException if the server cannot listen on the address
     */
    public static TorchgraphServer start(
            ServerAddress reach,
            CurrentVersion currentVersion,
            Dataset dataset,
            Optional<WriteGate> writes,
            Monitoring monitoring) {
        return prepare(reach, currentVersion, dataset, writes, monitoring).begin(reach);
    }

    /**
     * Creates a server that does not listen yet; there may be no version until it begins.
     *
     * @param writes accepts writes; empty for a site that is read only
     * @param monitoring how it is observed
     */
    public static TorchgraphServer prepare(
            ServerAddress reach,
            CurrentVersion currentVersion,
            Dataset dataset,
            Optional<WriteGate> writes,
            Monitoring monitoring) {
        Supplier<Optional<Instant>> silence = () -> dataset.availability().flatMap(Availability::silentSince);
        Responder responder = new Responder(
                new McpProblems(currentVersion, new NegotiatedProblems(currentVersion)),
                dataset.limits().time(),
                dataset.limits().share(),
                silence);
        QueryService queryService = new QueryService(dataset.limits());
        ServerMetrics metrics = monitoring.metrics();
        metrics.measure(dataset, currentVersion);
        responder.measure(metrics.registry());
        queryService.measure(metrics.registry());
        FusekiServer fuseki = FusekiServer.create()
                .port(reach.port())
                .contextPath(
                        reach.context().path().isEmpty() ? "/" : reach.context().path())
                .maxServerThreads(MAX_THREADS)
                .fusekiModules(FusekiModules.create(new JettySettings(reach, monitoring)))
                .registerOperation(
                        Operation.Query, new DatasetService(new SparqlRoute(currentVersion, queryService), responder))
                .registerOperation(
                        Operation.GSP_R, new DatasetService(new GraphStoreRoute(currentVersion, writes), responder))
                .add(SiteRoute.SPARQL.path(), service(Operation.Query))
                .add(SiteRoute.GRAPH_STORE.path(), service(Operation.GSP_R))
                .addServlet(
                        "/*",
                        new SiteServlet(
                                router(
                                        currentVersion,
                                        queryService,
                                        new HealthRoute(currentVersion, dataset, monitoring),
                                        writes,
                                        new McpRoute(currentVersion, queryService, reach.hosts(), silence)),
                                responder,
                                dataset.limits().time()))
                .build();
        return new TorchgraphServer(fuseki, dataset, currentVersion, monitoring);
    }

    /**
     * Begins to listen, and returns this server when it accepts requests.
     *
     * @throws CannotListenException if it cannot listen on the address
     */
    public TorchgraphServer begin(ServerAddress reach) {
        try {
            fuseki.start();
        } catch (RuntimeException failed) {
            dataset.close();
            throw CannotListenException.at(reach.host(), reach.port(), failed, "--host", "--port")
                    .orElseThrow(() -> failed);
        }
        return this;
    }

    /** Starts making what the first page and then the first search would otherwise wait for. */
    public void prepareAnswers() {
        PublishedVersion version = currentVersion.get();
        // What lies elsewhere is read while there is a copy of it, and not again by the pages that need it first.
        Runnable first = dataset.availability().isPresent()
                ? version::compute
                : () -> version.site().dumpFormats().formats();
        // In a thread of its own: answers of an engine may need the pool that several threads share, which has a single
        // one on a small machine.
        Thread.ofPlatform().daemon().name("first answers").start(() -> {
            try {
                first.run();
            } catch (MessageException later) {
                LOG.debug("Whoever needs it first asks again", later);
            } finally {
                version.search().begin();
            }
        });
    }

    /** Returns whether the site answers its readers in whole. The index of a later version does not count. */
    ServerState state() {
        if (state == ServerState.STARTING) {
            Search search = currentVersion.get().search();
            if (search.isReady()) {
                state = ServerState.READY;
            } else {
                search.beginAgain();
            }
        }
        return state;
    }

    /** Returns what {@code /health} answers. */
    String health() {
        return new HealthRoute(currentVersion, dataset, monitoring).json();
    }

    /** Returns why no writer is let on. */
    Optional<Message> fault() {
        return monitoring.fault();
    }

    /** Returns the port on which the server listens. */
    public int port() {
        return fuseki.getPort();
    }

    /** Stops the server: refuses connections, lets replies in progress end for some time, and cancels what is left. */
    @Override
    public void close() {
        state = ServerState.STOPPING;
        try {
            fuseki.stop();
        } catch (RuntimeException late) {
            LOG.warn("Some replies did not end in time and were broken off.");
            LOG.debug("stopping", late);
        } finally {
            dataset.close();
        }
    }

    /** Returns a Fuseki service whose only operation handles every request; the route validates the request. */
    private static DataService.Builder service(Operation operation) {
        return DataService.newBuilder(DatasetGraphFactory.empty())
                .addEndpoint(operation)
                .setPlainOperationChooser((action, chosen) -> operation);
    }

    private static Router router(
            CurrentVersion currentVersion,
            QueryService queryService,
            Route health,
            Optional<WriteGate> writes,
            Route assistants) {
        Panels panels = new Panels(queryService);
        DocumentReplies documents = new DocumentReplies(panels, currentVersion);
        WatchedRoutes watched = new WatchedRoutes(currentVersion, queryService);
        Route vocabulary = new VocabularyRoute(currentVersion);
        ReconciliationRoute.VersionTerms versionTerms = new ReconciliationRoute.VersionTerms(currentVersion);
        DumpFiles dumps = new DumpFiles();
        Codebooks codebooks = new Codebooks(queryService);
        Route dataset = new DatasetRoute(currentVersion, dumps);
        return new Router(
                Map.ofEntries(
                        Map.entry(SiteRoute.HOME, new HomeRoute(currentVersion, panels)),
                        Map.entry(SiteRoute.ABOUT, PageRoute.about(currentVersion)),
                        Map.entry(SiteRoute.VERSIONS, PageRoute.versions(currentVersion)),
                        Map.entry(SiteRoute.DOCUMENT, watched.documents(new DocumentRoute(currentVersion, documents))),
                        Map.entry(SiteRoute.BRIEF, new BriefRoute(currentVersion, panels)),
                        Map.entry(SiteRoute.RESOURCE, watched.resources(new ResourceRoute(currentVersion, documents))),
                        Map.entry(SiteRoute.UPDATE, new UpdateRoute(writes)),
                        Map.entry(SiteRoute.VOCABULARY, vocabulary),
                        Map.entry(SiteRoute.VOCABULARY_VERSION, vocabulary),
                        Map.entry(SiteRoute.DATASET, dataset),
                        Map.entry(SiteRoute.VOID, dataset),
                        Map.entry(SiteRoute.MCP, assistants),
                        Map.entry(SiteRoute.QUESTIONS, PageRoute.questions(currentVersion)),
                        Map.entry(SiteRoute.QUESTION, watched.answers(new QuestionRoute(currentVersion, queryService))),
                        Map.entry(SiteRoute.COMPARISON, new ComparisonRoute(currentVersion, queryService)),
                        Map.entry(SiteRoute.EXPLANATION, new ExplainRoute(currentVersion, queryService)),
                        Map.entry(SiteRoute.TERMS, new TermsRoute(currentVersion)),
                        Map.entry(SiteRoute.CONTEXT, new ContextRoute(currentVersion)),
                        Map.entry(SiteRoute.EXPORT, PageRoute.export(currentVersion)),
                        Map.entry(SiteRoute.DUMP, new DumpRoute(currentVersion, dumps)),
                        Map.entry(SiteRoute.HISTORY, new HistoryRoute(currentVersion, writes)),
                        Map.entry(SiteRoute.WRITE, new WriteRoute(currentVersion)),
                        Map.entry(SiteRoute.SITEMAP, new SitemapRoute(currentVersion)),
                        Map.entry(SiteRoute.ROBOTS, new RobotsRoute()),
                        Map.entry(SiteRoute.FEED, new FeedRoute(currentVersion)),
                        Map.entry(SiteRoute.OPENAPI, new OpenApiRoute(currentVersion)),
                        Map.entry(SiteRoute.GUIDE, new GuideRoute(currentVersion)),
                        Map.entry(SiteRoute.DATA_PACKAGE, CodebookRoute.dataPackage(currentVersion, codebooks)),
                        Map.entry(SiteRoute.CROISSANT, CodebookRoute.croissant(currentVersion, codebooks)),
                        Map.entry(SiteRoute.RESEARCH_CRATE, CodebookRoute.researchCrate(currentVersion, codebooks)),
                        Map.entry(SiteRoute.DATA_CITE, DatasetCitationRoute.dataCite(currentVersion)),
                        Map.entry(SiteRoute.CITATION_FILE, DatasetCitationRoute.citationFile(currentVersion)),
                        Map.entry(SiteRoute.SEARCH, new SearchRoute(currentVersion)),
                        Map.entry(SiteRoute.RECONCILIATION, new ReconciliationRoute(versionTerms, queryService)),
                        Map.entry(SiteRoute.RECONCILIATION_SERVICE, new ReconciliationServiceRoute(versionTerms)),
                        Map.entry(SiteRoute.SUGGESTIONS, new SuggestRoute(currentVersion)),
                        Map.entry(SiteRoute.HEALTH, health),
                        Map.entry(SiteRoute.ASSETS, new AssetRoute("/org/torchgraph/site")),
                        Map.entry(SiteRoute.SITE_ASSETS, new SiteAssetRoute(currentVersion)),
                        Map.entry(SiteRoute.WEBJARS, new AssetRoute("/META-INF/resources"))),
                new ThingRoute(currentVersion));
    }
}
