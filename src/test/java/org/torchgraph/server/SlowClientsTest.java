package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** Clients that send and read slowly or not at all, in numbers, and a reader beside them. */
class SlowClientsTest {
    private static final int EACH = 400;
    private static final UnixOperatingSystemMXBean SYSTEM =
            (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @AutoClose
    private static TestSite site;

    /** What the server complains of. */
    private static final Queue<LogRecord> COMPLAINTS = new ConcurrentLinkedQueue<>();

    private static final Handler LOG = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                COMPLAINTS.add(entry);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private final List<Socket> clients = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path root) {
        site = TestSite.of(
                PublicationFolder.in(root)
                        .turtle(
                                "data/kites.ttl",
                                "<id/kite> rdfs:label \"kite\"@en . <id/long> ex:text \"" + "long ".repeat(400_000)
                                        + "\" .")
                        .read(),
                TestSite.seconds(20));
        site.get("/export/torchgraph.nt", "Accept-Encoding", "identity");
        Logger.getLogger("").addHandler(LOG);
    }

    @AfterAll
    static void unlog() {
        Logger.getLogger("").removeHandler(LOG);
    }

    @AfterEach
    void disconnect() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
        assertThat(COMPLAINTS)
                .extracting(entry -> entry.getLoggerName() + ": " + entry.getMessage() + " " + entry.getThrown())
                .isEmpty();
    }

    private Socket client(String sent) throws IOException {
        Socket client = new Socket();
        // Before the connection, so that the window is small from its beginning.
        client.setReceiveBufferSize(4096);
        client.connect(new InetSocketAddress("127.0.0.1", site.port()));
        client.setSoTimeout(60_000);
        client.getOutputStream().write(sent.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        clients.add(client);
        return client;
    }

    private List<Socket> clients(String sent) throws IOException {
        List<Socket> all = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            all.add(client(sent));
        }
        return all;
    }

    /** Returns the time in which nine of ten pages, queries and looks at the health of the site are answered. */
    private static Duration ninthOfTen() {
        List<Duration> times = IntStream.range(0, 30)
                .mapToObj(each -> {
                    long begin = System.nanoTime();
                    HttpResponse<String> answer =
                            switch (each % 3) {
                                case 0 -> site.get("/doc/kite?lang=en&n=" + each, "Accept", "text/html");
                                case 1 -> site.get("/sparql?query=ASK%7B%7D%23" + each);
                                default -> site.get("/health");
                            };
                    assertThat(answer.statusCode()).isEqualTo(200);
                    return Duration.ofNanos(System.nanoTime() - begin);
                })
                .sorted()
                .toList();
        return times.get(26);
    }

    private static String rest(Socket client) {
        try {
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException reset) {
            return "";
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static long files() {
        return SYSTEM.getOpenFileDescriptorCount();
    }

    private static long threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    @Test
    void slow_heads_bodies_and_readers_are_ended_and_leave_others_quick() throws Exception {
        ninthOfTen();
        // A second, and what a busy machine adds to each answer.
        Duration soon = ninthOfTen().multipliedBy(3).plusSeconds(1);
        long files = files();
        long threads = threads();
        List<Socket> heads = clients("GET /doc/kite HTTP/1.1\nHost: a\nX-Slow: ");
        assertThat(ninthOfTen()).as("beside heads").isLessThan(soon);
        List<Socket> bodies = clients(
                "POST /sparql HTTP/1.1\nHost: a\nContent-Type: application/sparql-query\nContent-Length: 100\n\nASK");
        assertThat(ninthOfTen()).as("beside bodies too").isLessThan(soon);
        List<Socket> readers = clients("GET /export/torchgraph.nt HTTP/1.1\nHost: a\nAccept-Encoding: identity\n\n");
        assertThat(ninthOfTen()).as("beside readers too").isLessThan(soon);
        assertThat(threads()).as("threads").isLessThan(threads + 150);

        Socket trickling = client("QUERY /sparql HTTP/1.1\nHost: a\nContent-Length: 9\nX-Slow: ");
        Instant begin = Instant.now();
        for (int i = 0; i < 40 && send(trickling); i++) {
            Thread.sleep(500);
        }
        assertThat(Duration.between(begin, Instant.now()))
                .as("a trickling head")
                .isLessThan(Duration.ofSeconds(20));
        assertThat(bodies).allSatisfy(body -> assertThat(rest(body))
                .startsWith("HTTP/1.1 408 ")
                .contains("Connection: close", "\"code\":\"body-slow\"", "too slowly"));
        assertThat(heads).allSatisfy(head -> assertThat(rest(head)).isEmpty());
        // What they had not read is in the buffers of the system; the rest is not sent.
        assertThat(rest(readers.get(0)).length()).isLessThan(2_000_000);
        for (Socket client : clients) {
            client.close();
        }
        for (int i = 0; i < 100 && (files() > files + 50 || threads() > threads + 80); i++) {
            Thread.sleep(100);
        }
        assertThat(files()).as("files").isCloseTo(files, within(50L));
        assertThat(threads()).as("threads").isLessThan(threads + 80);
    }

    @Test
    void clients_that_leave_in_the_middle_are_nothing_to_log() throws Exception {
        List<String> requests = List.of(
                "GET /export/torchgraph.nt HTTP/1.1\nHost: a\n\n",
                "GET /export/torchgraph.nt HTTP/1.1\nHost: a\nAccept-Encoding: gzip\n\n",
                "GET /data?default HTTP/1.1\nHost: a\n\n",
                "GET /doc/kite.html HTTP/1.1\nHost: a\n\n".repeat(20),
                "GET /sparql?query=ASK%7B%7D HTTP/1.1\nHost: a\n\n".repeat(20),
                "POST /sparql HTTP/1.1\nHost: a\nContent-Type: application/sparql-query\nContent-Length: 9\n\nASK",
                "GET /doc/kite HTTP/1.1\nHost:");
        for (int i = 0; i < 4; i++) {
            for (String request : requests) {
                Socket client = client(request);
                if (i % 2 == 0 && request.startsWith("GET /") && request.endsWith("\n\n")) {
                    client.getInputStream().readNBytes(100);
                }
                // Reset, not ended.
                client.setSoLinger(true, 0);
                client.close();
            }
        }
        assertThat(site.get("/health").statusCode()).isEqualTo(200);
        Thread.sleep(300);
    }

    private static boolean send(Socket client) {
        try {
            client.getOutputStream().write('x');
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    @Test
    void connections_are_bounded_and_idle_ones_make_room() throws Exception {
        long bound = Math.min(4096, SYSTEM.getMaxFileDescriptorCount() / 4);
        long before = files();
        Instant begin = Instant.now();
        for (int i = 0; i < bound + 50; i++) {
            client("");
        }
        assertThat(files() - before - clients.size()).as("connections").isLessThan(bound + 50);
        assertThat(site.get("/doc/kite").statusCode()).isEqualTo(200);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }
}
