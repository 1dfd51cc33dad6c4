package org.torchgraph.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.torchgraph.check.Checks;
import org.torchgraph.check.Finding;
import org.torchgraph.cli.use.Counted;
import org.torchgraph.cli.use.PublicationOptions;
import org.torchgraph.cli.use.Refused;
import org.torchgraph.cli.use.WrongUse;
import org.torchgraph.publication.Publication;
import org.torchgraph.question.Questions;
import org.torchgraph.server.CannotListen;
import org.torchgraph.server.TorchgraphServer;
import org.torchgraph.server.TrustedProxies;
import org.torchgraph.server.edition.Edition;
import org.torchgraph.sparql.Limits;
import org.torchgraph.store.MemoryStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code torchgraph serve}. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Serves the publication until it is ended.")
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private PublicationOptions options;

    @Option(names = "--port", paramLabel = "N", description = "default ${DEFAULT-VALUE}; 0 takes any free one")
    private int port = 3030;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "address to listen at, default ${DEFAULT-VALUE}")
    private String host = "127.0.0.1";

    @Option(names = "--store", paramLabel = "STORE", description = "where the triples live: memory")
    private String store = "memory";

    @Option(
            names = "--query-timeout",
            paramLabel = "SECONDS",
            description = "time that a query may take, default ${DEFAULT-VALUE}")
    private int queryTimeout = 10;

    @Option(names = "--lenient", description = "serve what can be read, although the publication has faults")
    private boolean lenient;

    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDR",
            description = "address or network of a proxy whose Forwarded and X-Forwarded-* are believed; repeatable")
    private List<String> trustedProxies = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65535) {
            throw new WrongUse("a port is a number from 0 to 65535, not " + port);
        }
        if (queryTimeout < 1) {
            throw new WrongUse("--query-timeout is a number of seconds from 1, not " + queryTimeout);
        }
        if (!store.equals("memory")) {
            throw new WrongUse("there is no store " + store + ": the store is memory");
        }
        TorchgraphServer server = start(proxies());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
        spec.commandLine().getOut().println("Torchgraph ready: http://" + host + ":" + server.port() + "/");
        new CountDownLatch(1).await();
        return 0;
    }

    private TrustedProxies proxies() {
        try {
            return TrustedProxies.at(trustedProxies);
        } catch (IllegalArgumentException malformed) {
            throw new WrongUse("--trusted-proxy is an IP address or a network as 10.0.0.0/8, not "
                    + String.join(", ", trustedProxies));
        }
    }

    private TorchgraphServer start(TrustedProxies proxies) {
        Publication publication = options.read();
        Questions questions = Questions.of(publication);
        Checks checks = new Checks(publication, questions.faults());
        refuseFaults(checks.toServe(), checks.leftOut());
        MemoryStore memory = new MemoryStore(publication);
        Edition edition = Edition.of(
                publication.base(), publication.prefixes(), memory.snapshot(), questions, CommandLines.version());
        try {
            return TorchgraphServer.start(
                    host,
                    port,
                    () -> edition,
                    memory.name(),
                    Limits.standard().within(Duration.ofSeconds(queryTimeout)),
                    proxies);
        } catch (CannotListen refused) {
            throw new Refused(refused.getMessage());
        }
    }

    private void refuseFaults(List<Finding> findings, int leftOut) {
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        CommandLines.list(errors, leftOut, spec.commandLine().getErr());
        if (!errors.isEmpty() && !lenient) {
            throw new Refused("not served: " + Counted.of(errors.size(), "fault")
                    + ", listed above; --lenient serves what can be read");
        }
        if (!errors.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("torchgraph: served with " + Counted.of(errors.size(), "fault")
                            + ", listed above: files with faults are left out");
        }
    }
}
