package org.torchgraph.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.dataset.engine.EngineAddress;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationTooLargeException;
import org.torchgraph.query.Limits;
import org.torchgraph.server.AccessLog;
import org.torchgraph.server.AccessLogException;
import org.torchgraph.server.AdminServer;
import org.torchgraph.server.Monitoring;
import org.torchgraph.server.ServerAddress;
import org.torchgraph.server.ServerMetrics;
import org.torchgraph.server.TorchgraphServer;
import org.torchgraph.server.kept.VersionArchives;
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

    /** How long the site is up before an archive of classes is made for the next start. */
    private static final Duration BEFORE_START_CACHE = Duration.ofSeconds(10);

    /** A heap in bytes that is not made smaller by itself for a long time. */
    private static final long LARGE_HEAP = 1L << 30;

    @Mixin
    private PublicationOptions options;

    @Mixin
    private ReachOptions reachable;

    @Mixin
    private StoreOption store;

    @Mixin
    private EngineVersionOptions engineVersions;

    @Option(names = "--lenient", description = "serve the valid part of a publication with errors")
    private boolean lenient;

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
            names = "--image",
            paramLabel = "FILE",
            description =
                    "file in which the statements in memory are kept laid out, so that the next start from the same files is fast")
    private Path image;

    @Mixin
    private QueryOptions queries;

    @Mixin
    private OperatorOptions operators;

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
        operators.require();
        Limits limits = queries.limits();
        Optional<Path> folder = store.folder();
        ServerAddress reach = reachable.address();
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
            start(folder, engine, reach, limits);
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

    private void start(Optional<Path> folder, Optional<EngineAddress> engine, ServerAddress reach, Limits limits)
            throws Exception {
        Optional<Writers> named = Optional.ofNullable(writers).map(Writers::new);
        CompletableFuture<ServerMetrics> metrics = CompletableFuture.supplyAsync(ServerMetrics::new);
        Optional<AdminServer> admin = operators.admin(metrics::join, this::tell);
        monitoring = new Monitoring(metrics.join(), operators.accessLog(), named);
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
        String site =
                "http://" + reach.host() + ":" + server.port() + reach.context().of("/");
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
}
