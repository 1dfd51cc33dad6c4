package org.torchgraph.server;

import java.util.EnumSet;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.torchgraph.dataset.run.QueryExecutor;
import org.torchgraph.query.Limits;
import org.torchgraph.server.dataset.ContextRoute;
import org.torchgraph.server.dataset.DatasetRoute;
import org.torchgraph.server.dataset.DumpFiles;
import org.torchgraph.server.dataset.DumpRoute;
import org.torchgraph.server.dataset.GraphStoreRoute;
import org.torchgraph.server.discovery.FeedRoute;
import org.torchgraph.server.discovery.OpenApiRoute;
import org.torchgraph.server.discovery.RobotsRoute;
import org.torchgraph.server.discovery.SitemapRoute;
import org.torchgraph.server.page.AssetRoute;
import org.torchgraph.server.page.HomeRoute;
import org.torchgraph.server.page.NegotiatedProblems;
import org.torchgraph.server.page.PageRoute;
import org.torchgraph.server.query.ExplainRoute;
import org.torchgraph.server.query.Panels;
import org.torchgraph.server.query.QueryService;
import org.torchgraph.server.query.QuestionRoute;
import org.torchgraph.server.query.SparqlRoute;
import org.torchgraph.server.query.TermsRoute;
import org.torchgraph.server.reply.Responder;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.search.SearchRoute;
import org.torchgraph.server.search.SuggestRoute;
import org.torchgraph.server.thing.DocumentReplies;
import org.torchgraph.server.thing.DocumentRoute;
import org.torchgraph.server.thing.ResourceRoute;
import org.torchgraph.server.thing.ThingRoute;
import org.torchgraph.server.thing.VocabularyRoute;
import org.torchgraph.server.version.CurrentVersion;

/** The running site: an embedded Fuseki whose query and graph store services and whose other paths are ours. */
public final class TorchgraphServer implements AutoCloseable {
    /** Requests at once. Most wait for a place to run a query in; the others, /health first, must not wait for them. */
    private static final int MOST_REQUESTS = 256;

    /** Request line and header fields, in bytes. */
    private static final int LONGEST_HEAD = 64 * 1024;

    private final FusekiServer fuseki;
    private final QueryExecutor runs;
    private final CurrentVersion editions;

    private TorchgraphServer(FusekiServer fuseki, QueryExecutor runs, CurrentVersion editions) {
        this.fuseki = fuseki;
        this.runs = runs;
        this.editions = editions;
    }

    /**
     * Starts and returns when requests are answered.
     *
     * @throws CannotListenException when the address cannot be had
     */
    public static TorchgraphServer start(ServerAddress reach, CurrentVersion editions, String store, Limits limits) {
        QueryExecutor runs = new QueryExecutor(limits);
        Responder responder = new Responder(new NegotiatedProblems(editions), limits.time());
        QueryService asking = new QueryService(runs, limits);
        DatasetGraph current = new DatasetGraphWrapper(editions.get().snapshot().data()) {
            @Override
            public DatasetGraph get() {
                return editions.get().snapshot().data();
            }
        };
        FusekiServer fuseki = FusekiServer.create()
                .port(reach.port())
                .contextPath(reach.context().of("/"))
                .maxServerThreads(MOST_REQUESTS)
                .fusekiModules(FusekiModules.create(new JettySettings(reach)))
                .registerOperation(Operation.Query, new DatasetService(new SparqlRoute(editions, asking), responder))
                .registerOperation(Operation.GSP_R, new DatasetService(new GraphStoreRoute(editions), responder))
                .add("/sparql", service(current, Operation.Query))
                .add("/data", service(current, Operation.GSP_R))
                .addServlet("/*", new SiteServlet(router(editions, asking, store), responder))
                .build();
        try {
            fuseki.start();
        } catch (RuntimeException failed) {
            runs.close();
            throw CannotListenException.at(reach.host(), reach.port(), failed).orElseThrow(() -> failed);
        }
        return new TorchgraphServer(fuseki, runs, editions);
    }

    /** Begins to make what the first search would else wait for. */
    public void beginSearch() {
        editions.get().search().begin();
    }

    /** The port that requests are answered at. */
    public int port() {
        return fuseki.getPort();
    }

    /** Ends it, and the queries that still run. */
    @Override
    public void close() {
        fuseki.stop();
        runs.close();
    }

    /** A dataset whose one service is at its own name, whatever the request looks like: the route judges it. */
    private static DataService.Builder service(DatasetGraph data, Operation operation) {
        return DataService.newBuilder(data)
                .addEndpoint(operation)
                .setPlainOperationChooser((action, chosen) -> operation);
    }

    private static Router router(CurrentVersion editions, QueryService asking, String store) {
        Panels panels = new Panels(asking);
        DocumentReplies documents = new DocumentReplies(panels);
        Route resource = new ResourceRoute(editions, documents);
        Route vocabulary = new VocabularyRoute(editions);
        DumpFiles dumps = new DumpFiles();
        Route dataset = new DatasetRoute(editions, dumps);
        Router router = new Router(new ThingRoute(editions))
                .add("/", new HomeRoute(editions, panels))
                .add("/about", PageRoute.about(editions))
                .add("/doc/", new DocumentRoute(editions, documents))
                .add("/def", vocabulary)
                .add("/def/", vocabulary)
                .add("/queries", PageRoute.questions(editions))
                .add("/queries/", new QuestionRoute(editions, asking))
                .add(ExplainRoute.PATH, new ExplainRoute(editions, asking))
                .add(TermsRoute.PATH, new TermsRoute(editions))
                .add("/context.jsonld", new ContextRoute(editions))
                .add("/export", PageRoute.export(editions))
                .add("/export/", new DumpRoute(editions, dumps))
                .add(SitemapRoute.PATH, new SitemapRoute(editions))
                .add("/robots.txt", new RobotsRoute())
                .add(FeedRoute.PATH, new FeedRoute(editions))
                .add(OpenApiRoute.PATH, new OpenApiRoute(editions))
                .add(SearchRoute.PATH, new SearchRoute(editions))
                .add(SearchRoute.DATA, new SearchRoute(editions))
                .add(SuggestRoute.PATH, new SuggestRoute(editions))
                .add("/health", new HealthRoute(editions, store))
                .add("/assets/", new AssetRoute("/org/torchgraph/site"))
                .add("/webjars/", new AssetRoute("/META-INF/resources"));
        ResourceRoute.PATHS.forEach(path -> router.add(path, resource));
        VocabularyRoute.SUFFIXED.forEach(path -> router.add(path, vocabulary));
        DatasetRoute.PATHS.forEach(path -> router.add(path, dataset));
        return router;
    }

    private record JettySettings(ServerAddress reach) implements FusekiModule {

        @Override
        public void serverBeforeStarting(FusekiServer server) {
            server.getJettyServer().setErrorHandler(new JettyProblems(reach.context()));
            for (Connector connector : server.getJettyServer().getConnectors()) {
                if (connector instanceof ServerConnector listening) {
                    listening.setHost(reach.host());
                    HttpConfiguration http = listening
                            .getConnectionFactory(HttpConnectionFactory.class)
                            .getHttpConfiguration();
                    http.setRequestHeaderSize(LONGEST_HEAD);
                    // A redirect repeats the address.
                    http.setMaxResponseHeaderSize(LONGEST_HEAD);
                    // IRIs as people type them: what is outside ASCII, and not percent-encoded, is UTF-8.
                    // Names of things may hold what servers take for a part of an address; routes read paths as sent.
                    http.setUriCompliance(UriCompliance.from(EnumSet.of(
                            Violation.ILLEGAL_PATH_CHARACTERS,
                            Violation.AMBIGUOUS_EMPTY_SEGMENT,
                            Violation.AMBIGUOUS_PATH_ENCODING,
                            Violation.AMBIGUOUS_PATH_PARAMETER,
                            Violation.AMBIGUOUS_PATH_SEPARATOR,
                            Violation.BAD_UTF8_ENCODING,
                            Violation.SUSPICIOUS_PATH_CHARACTERS)));
                    http.addCustomizer(reach.proxies().customizer());
                }
            }
        }
    }
}
