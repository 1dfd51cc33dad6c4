package org.torchgraph.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.server.AccessLog;
import org.torchgraph.server.AccessLogException;
import org.torchgraph.server.AdminServer;
import org.torchgraph.server.CannotListenException;
import org.torchgraph.server.ServerMetrics;
import picocli.CommandLine.Option;

/** The options for those who operate a site: their port and the log of requests. */
public final class OperatorOptions {
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

    /** @throws UsageException if the port is none */
    void require() {
        ReachOptions.requirePort(adminPort == null ? 0 : adminPort);
    }

    /**
     * Starts the server for operators, if there is to be one.
     *
     * @param told is told where it is
     * @throws CommandFailedException if it cannot listen
     */
    Optional<AdminServer> admin(Supplier<ServerMetrics> metrics, Consumer<Message> told) {
        return Optional.ofNullable(adminPort).map(number -> {
            try {
                AdminServer admin = AdminServer.start(adminHost, number, metrics.get());
                told.accept(Message.of(Code.ADMIN_READY, "http://" + adminHost + ":" + admin.port() + "/metrics"));
                return admin;
            } catch (CannotListenException refused) {
                throw new CommandFailedException(refused.message());
            }
        });
    }

    /**
     * Opens the log of requests, if there is to be one.
     *
     * @throws CommandFailedException if its file cannot be written
     */
    Optional<AccessLog> accessLog() {
        return Optional.ofNullable(accessLog).map(file -> {
            try {
                return AccessLog.to(file);
            } catch (AccessLogException refused) {
                throw new CommandFailedException(refused.message());
            }
        });
    }
}
