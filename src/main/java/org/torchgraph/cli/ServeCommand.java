package org.torchgraph.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.dataset.engine.EngineAddress;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.http.Mount;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationTooLargeException;
import org.torchgraph.query.Limits;
import org.torchgraph.server.AccessLog;
import org.torchgraph.server.AccessLogException;
import org.torchgraph.server.AdminServer;
import org.torchgraph.server.CannotListenException;
import org.torchgraph.server.Monitoring;
import org.torchgraph.server.ServerAddress;
import org.torchgraph.server.ServerMetrics;
import org.torchgraph.server.TorchgraphServer;
import org.torchgraph.server.TrustedProxies;
import org.torchgraph.server.kept.VersionArchives;
import org.torchgraph.server.mcp.AllowedHosts;
import org.torchgraph.server.version.ReplaceableVersion;
import org.torchgraph.server.write.WriteGate;
import org.torchgraph.server.write.Writers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code torchgraph serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves the publication until the process is stopped.")
final class ServeCommand implements Callable<Integer> {

    /** A name or an IP address, with a port or without. */
    private static final Pattern SERVICE_HOST = Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

    /** How long the site is up before an archive of classes is made for the next start. */
    private static final Duration BEFORE_START_CACHE = Duration.ofSeconds(10);

    /** A heap in bytes that is not made smaller by itself for a long time. */
    private static final long LARGE_HEAP = 1L << 30;

    @Mixin
    private PublicationOptions options;

    @Option(names = "--port", paramLabel = "N", description = "port, default ${DEFAULT-VALUE}; 0 selects a free one")
    private int port = 3030;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "address to listen on, default ${DEFAULT-VALUE}")
    private String host = "127.0.0.1";

    @Mixin
    private StoreOption store;

    @Mixin
    private EngineVersionOptions engineVersions;

    @Option(
            names = "--query-timeout",
            paramLabel = "SECONDS",
            description = "time limit of a query, default ${DEFAULT-VALUE}")
    private int queryTimeout = 10;

    @Option(names = "--lenient", description = "serve the valid part of a publication with errors")
    private boolean lenient;

    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDR",
            description =
                    "address or network of a proxy whose Forwarded and X-Forwarded-* headers are trusted (repeatable)")
    private List<String> trustedProxies = List.of();

    @Option(
            names = "--allowed-host",
            paramLabel = "HOST",
            description =
                    "host, with its port or without, under which /mcp is reached besides this machine's own names (repeatable)")
    private List<String> allowedHosts = List.of();

    @Option(names = "--context", paramLabel = "PATH", description = "path of the site on its host, such as /torchgraph")
    private String context = "/";

    @Option(
            names = "--writers",
            paramLabel = "FILE",
            description = "who may write to a store on disk: a line with a name and a token each")
    private Path writers;

    @Option(
            names = "--watch",
            description =
                    "serve changed files as soon as they have no faults; the signal SIGHUP asks for it at any time")
    private boolean watch;

    @Option(
            names = "--service-host",
            paramLabel = "HOST",
            description =
                    "host, with its port if it has another than the scheme, that queries may ask by SERVICE (repeatable)")
    private List<String> serviceHosts = List.of();

    @Option(
            names = "--admin-port",
            paramLabel = "N",
            description =
                    "port for operators with /metrics, /health, /health/live and /health/ready; 0 selects a free one")
    private Integer adminPort;

    @Option(
            names = "--admin-host",
            paramLabel = "ADDRESS",
            description = "address of the port for operators, default ${DEFAULT-VALUE}")
    private String adminHost = "127.0.0.1";

    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            description = "log of requests, a JSON object a line; opened anew at the signal SIGHUP")
    private Path accessLog;

    @Option(
            names = "--image",
            paramLabel = "FILE",
            description =
                    "file in which the statements in memory are kept laid out, so that the next start from the same files is fast")
    private Path image;

    @Mixin
    private KeptVersionsOption keptVersions;

    @Option(
            names = "--rehearse",
            description = "ask for a few of its own pages and end, to make an archive of classes for the next start")
    private boolean rehearse;

    @Spec
    private CommandSpec spec;

    private Monitoring monitoring;

    @Override
    public Integer call() throws Exception {
        requirePort(port);
        requirePort(adminPort == null ? 0 : adminPort);
        if (queryTimeout < 1) {
            throw new UsageException(Code.TIMEOUT_SECONDS, queryTimeout);
        }
        Optional<Path> folder = store.folder();
        ServerAddress reach = new ServerAddress(host, port, mount(), proxies(), hosts());
        Optional<EngineAddress> engine = store.engine();
        engineVersions.require(engine.isPresent());
        if (watch && (folder.isPresent() || engine.isPresent())) {
            throw new UsageException(Code.WATCH_STORE);
        }
        if (writers != null && folder.isEmpty()) {
            throw new UsageException(engine.isPresent() ? Code.WRITERS_ENGINE : Code.WRITERS_MEMORY);
        }
        boolean inMemory = folder.isEmpty() && engine.isEmpty();
        if (image != null && (!inMemory || lenient)) {
            throw new UsageException(inMemory ? Code.IMAGE_LENIENT : Code.IMAGE_STORE);
        }
        keptVersions.require(inMemory);
        // What a start has read is not kept by the method that waits.
        try {
            start(folder, engine, reach);
        } catch (OutOfMemoryError usedUp) {
            throw PublicationTooLargeException.afterReading();
        }
        if (!rehearse) {
            giveBack();
            new CountDownLatch(1).await();
        }
        return 0;
    }

    /** Gives memory back to the system that reading a large publication took, which only a collection of all does. */
    private static void giveBack() {
        if (Runtime.getRuntime().totalMemory() > LARGE_HEAP) {
            System.gc();
        }
    }

    private void start(Optional<Path> folder, Optional<EngineAddress> engine, ServerAddress reach) throws Exception {
        Optional<Writers> named = Optional.ofNullable(writers).map(Writers::new);
        CompletableFuture<ServerMetrics> metrics = CompletableFuture.supplyAsync(ServerMetrics::new);
        Optional<AdminServer> admin = Optional.ofNullable(adminPort).map(number -> operated(number, metrics.join()));
        Optional<AccessLog> log = Optional.ofNullable(accessLog).map(ServeCommand::opened);
        Limits limits =
                Limits.standard().within(Duration.ofSeconds(queryTimeout)).asking(services());
        monitoring = new Monitoring(metrics.join(), log, named);
        folder.ifPresent(metrics.join()::disk);
        FaultGate gate = new FaultGate(lenient, spec.commandLine().getErr());
        ReplaceableVersion served = new ReplaceableVersion();
        TorchgraphServer server;
        if (engine.isPresent()) {
            EngineSite site = new EngineSite(engine.get(), limits, engineVersions, monitoring, gate);
            hungUp(() -> tell(Message.of(Code.RELOAD_STORE)));
            server = site.start(options.read(), reach, served);
        } else {
            server = folder.isPresent()
                    ? overStore(DiskDataset.open(folder.get(), limits), options.read(), reach, gate, served)
                    : overMemory(limits, reach, gate, served);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
        String site = "http://" + host + ":" + server.port() + reach.context().of("/");
        spec.commandLine().getOut().println("Torchgraph ready: " + site);
        server.prepareAnswers();
        admin.ifPresent(port -> port.tellOf(server));
        if (rehearse) {
            Rehearsal.of(site, served.get()).run();
            return;
        }
        StartCache.makeLater(BEFORE_START_CACHE);
    }

    private TorchgraphServer overMemory(Limits limits, ServerAddress reach, FaultGate gate, ReplaceableVersion served)
            throws Exception {
        Optional<ImageFile> kept = Optional.ofNullable(image)
                .map(file -> new ImageFile(file, spec.commandLine().getErr()));
        MemoryStart start = MemoryStart.of(options, kept, limits);
        MemoryDataset dataset = start.dataset();
        Optional<VersionArchives> archives =
                rehearse ? Optional.empty() : keptVersions.archives(options, start.publication(), dataset);
        archives.ifPresent(served::keep);
        TorchgraphServer server = new ServerLauncher(start.publication(), dataset, monitoring)
                .at(reach, gate, start.judged(), served, Optional.empty());
        Runnable keep = () -> kept.ifPresent(file -> file.keep(dataset));
        if (!start.judged()) {
            keep.run();
        }
        Runnable copy = archives.<Runnable>map(before -> KeptVersionsOption.copying(
                        before, options.folder(), served, spec.commandLine().getErr()))
                .orElse(() -> {});
        Reloader reloader = new Reloader(options::read, dataset, served, gate, () -> {
            keep.run();
            copy.run();
        });
        hungUp(reloader::reload);
        if (watch) {
            PublicationWatch.start(options.folder(), reloader::reload);
        }
        return server;
    }

    private TorchgraphServer overStore(
            DiskDataset dataset,
            Publication publication,
            ServerAddress reach,
            FaultGate gate,
            ReplaceableVersion served) {
        try {
            StoreFiller filler = new StoreFiller(gate, spec.commandLine().getErr());
            hungUp(() -> filler.tell(Code.RELOAD_STORE));
            if (dataset.record().isEmpty()) {
                filler.fill(dataset, publication, publication);
            } else {
                filler.compare(dataset, publication);
            }
            dataset.publishWith(publication);
            boolean judged = dataset.snapshot().version().equals(publication.version());
            served.keep(keptVersions.written(dataset, publication));
            Optional<WriteGate> writes =
                    monitoring.writers().map(named -> new WriteGate(dataset, publication, served, named));
            return new ServerLauncher(publication, dataset, monitoring).at(reach, gate, judged, served, writes);
        } catch (RuntimeException failed) {
            dataset.close();
            throw failed;
        }
    }

    private static void requirePort(int number) {
        if (number < 0 || number > 65535) {
            throw new UsageException(Code.PORT_NUMBER, number);
        }
    }

    private AdminServer operated(int number, ServerMetrics metrics) {
        try {
            AdminServer admin = AdminServer.start(adminHost, number, metrics);
            tell(Message.of(Code.ADMIN_READY, "http://" + adminHost + ":" + admin.port() + "/metrics"));
            return admin;
        } catch (CannotListenException refused) {
            throw new CommandFailedException(refused.message());
        }
    }

    private static AccessLog opened(Path file) {
        try {
            return AccessLog.to(file);
        } catch (AccessLogException refused) {
            throw new CommandFailedException(refused.message());
        }
    }

    /** Opens the access log anew and then calls back, at each signal SIGHUP. */
    private void hungUp(Runnable back) {
        HangUp.call(() -> {
            try {
                monitoring.accessLog().ifPresent(AccessLog::reopen);
            } catch (AccessLogException refused) {
                tell(refused.message());
            }
            back.run();
        });
    }

    private void tell(Message message) {
        spec.commandLine().getErr().println("torchgraph: " + message.in(Language.EN));
    }

    private Mount mount() {
        return Mount.parse(context).orElseThrow(() -> new UsageException(Code.CONTEXT_PATH, context));
    }

    private Set<String> services() {
        return serviceHosts.stream()
                .map(host -> {
                    if (!SERVICE_HOST.matcher(host).matches()) {
                        throw new UsageException(Code.SERVICE_HOST, host);
                    }
                    return host.toLowerCase(Locale.ROOT);
                })
                .collect(Collectors.toSet());
    }

    private AllowedHosts hosts() {
        allowedHosts.stream()
                .filter(allowed -> !SERVICE_HOST.matcher(allowed).matches())
                .findFirst()
                .ifPresent(allowed -> {
                    throw new UsageException(Code.ALLOWED_HOST, allowed);
                });
        return new AllowedHosts(allowedHosts);
    }

    private TrustedProxies proxies() {
        try {
            return TrustedProxies.at(trustedProxies);
        } catch (IllegalArgumentException malformed) {
            throw new UsageException(Code.PROXY_ADDRESS, String.join(", ", trustedProxies));
        }
    }
}
