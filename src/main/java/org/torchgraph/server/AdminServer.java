package org.torchgraph.server;

import jakarta.json.Json;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.torchgraph.http.Mount;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.routes.SiteRoute;

/**
 * The port for those who operate a server: its measurements, and whether it lives and is ready. It answers from the
 * start of the process, with threads of its own, so that neither reading a publication nor readers keep it from that.
 */
public final class AdminServer implements AutoCloseable {
    private static final String LIVE_PATH = SiteRoute.HEALTH.path() + "/live";
    private static final String READY_PATH = SiteRoute.HEALTH.path() + "/ready";

    private final Server jetty = new Server();
    private final ServerConnector connector = new ServerConnector(jetty, 1, 1);
    private final ServerMetrics metrics;
    private volatile TorchgraphServer site;

    private AdminServer(ServerMetrics metrics) {
        this.metrics = metrics;
    }

    /**
     * Starts the server.
     *
     * @throws CannotListenException if it cannot listen on the address
     */
    public static AdminServer start(String host, int port, ServerMetrics metrics) {
        AdminServer admin = new AdminServer(metrics);
        admin.connector.setHost(host);
        admin.connector.setPort(port);
        admin.jetty.addConnector(admin.connector);
        admin.jetty.setErrorHandler(new JettyProblems(Mount.ROOT));
        admin.jetty.setHandler(admin.new Answers());
        try {
            admin.jetty.start();
        } catch (Exception failed) {
            admin.close();
            throw CannotListenException.at(host, port, failed, "--admin-host", "--admin-port")
                    .orElseThrow(() -> new IllegalStateException(failed));
        }
        return admin;
    }

    /** Tells of a site from now on. */
    public void tellOf(TorchgraphServer server) {
        site = server;
    }

    /** Returns the port on which it listens. */
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            jetty.stop();
        } catch (Exception late) {
            throw new IllegalStateException(late);
        }
    }

    private record Answer(int status, String type, String text) {
        static Answer json(boolean good, String text) {
            return new Answer(good ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503, "application/json", text);
        }

        /** Returns the answer of a site that readers may be sent to and writers not. */
        static Answer readyBut(Message fault) {
            return json(
                    true,
                    Json.createObjectBuilder()
                            .add("status", ServerState.READY.word())
                            .add("writers", fault.in(Language.EN))
                            .build()
                            .toString());
        }

        static Answer state(boolean good, String state) {
            return json(good, "{\"status\":\"" + state + "\"}");
        }
    }

    private Optional<Answer> answer(String path) {
        TorchgraphServer told = site;
        ServerState state = told == null ? ServerState.STARTING : told.state();
        boolean ready = state == ServerState.READY;
        if (path.equals(SiteRoute.HEALTH.path())) {
            return Optional.of(told == null ? Answer.state(false, state.word()) : Answer.json(true, told.health()));
        }
        if (path.equals(LIVE_PATH)) {
            return Optional.of(Answer.state(true, "live"));
        }
        if (path.equals(READY_PATH)) {
            return Optional.of(
                    ready
                            ? told.fault().map(Answer::readyBut).orElseGet(() -> Answer.state(true, state.word()))
                            : Answer.state(false, state.word()));
        }
        return path.equals("/metrics")
                ? Optional.of(new Answer(HttpStatus.OK_200, ServerMetrics.MEDIA_TYPE, metrics.text()))
                : Optional.empty();
    }

    private final class Answers extends Handler.Abstract.NonBlocking {
        @Override
        public boolean handle(Request request, Response response, Callback sent) {
            Optional<Answer> answer = answer(Request.getPathInContext(request));
            if (answer.isEmpty()) {
                return false;
            }
            if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
                response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
                response.setStatus(HttpStatus.METHOD_NOT_ALLOWED_405);
                sent.succeeded();
                return true;
            }
            response.setStatus(answer.get().status());
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.get().type());
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            response.getHeaders().put("X-Content-Type-Options", "nosniff");
            Content.Sink.write(response, true, answer.get().text(), sent);
            return true;
        }
    }
}
