package org.torchgraph.server.reply;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.http.EntityTag;

/** A route behind a real Jetty, asked over a socket, so that the end of a response is seen as it is sent. */
class ResponderTest {
    private static final EntityTag TAG = EntityTag.of("a");
    private static final String CLOSE = "Connection: close\r\n";
    private static final int LENGTH = 4 << 20;

    private final AtomicInteger computed = new AtomicInteger();

    @AutoClose("stop")
    private Server server;

    private int port;

    /** A content that compresses badly, and whose file is gone when half of it has been read. */
    private record CutContent(byte[] half) implements Content {
        @Override
        public long length() {
            return LENGTH;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(half);
            throw new IOException("the file is gone");
        }
    }

    @BeforeEach
    void start() throws Exception {
        byte[] half = new byte[LENGTH / 2];
        new Random(1).nextBytes(half);
        Route route = request -> Reply.ok("text/plain", TAG, () -> {
            computed.incrementAndGet();
            return request.path().equals("/cut") ? new CutContent(half) : Content.of(new byte[2000]);
        });
        Responder responder = new Responder(
                (servlet, problem) ->
                        Reply.once(problem.kind().status(), "text/plain", "failed".getBytes(StandardCharsets.UTF_8)),
                Duration.ofSeconds(60),
                1,
                Optional::empty);
        server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(
                new ServletHolder(new HttpServlet() {
                    private static final long serialVersionUID = 1;

                    @Override
                    protected void service(HttpServletRequest request, HttpServletResponse response)
                            throws IOException {
                        responder.respond(request, response, route);
                    }
                }),
                "/*");
        server.setHandler(context);
        server.start();
        port = connector.getLocalPort();
    }

    private byte[] sent(String path, String... fields) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(60_000);
            String head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("", fields) + "\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().readAllBytes();
        }
    }

    private static String text(byte[] response) {
        return new String(response, StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity"})
    void content_that_is_cut_off_does_not_look_complete(String coding) throws IOException {
        // The server ends the connection itself; with "Connection: close" its end would stand for a last chunk.
        String response = text(sent("/cut", "Accept-Encoding: " + coding + "\r\n"));
        String[] parts = response.split("\r\n\r\n", 2);
        if (coding.equals("gzip")) {
            assertThat(parts[0]).contains("Content-Encoding: gzip").contains("Transfer-Encoding: chunked");
        }
        // A chunked response ends with an empty chunk, any other has the length that it states.
        assertThat(response).startsWith("HTTP/1.1 200").doesNotEndWith("\r\n0\r\n\r\n");
        assertThat(parts[1].length()).isLessThan(LENGTH);
    }

    @Test
    void a_client_that_has_the_content_causes_no_work() throws IOException {
        assertThat(text(sent("/whole", CLOSE, "If-None-Match: " + TAG + "\r\n")))
                .startsWith("HTTP/1.1 304");
        assertThat(computed).hasValue(0);
        assertThat(text(sent("/whole", CLOSE))).startsWith("HTTP/1.1 200");
        assertThat(text(sent("/whole", CLOSE))).startsWith("HTTP/1.1 200");
        assertThat(computed).hasValue(1);
    }
}
