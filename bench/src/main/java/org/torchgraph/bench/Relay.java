package org.torchgraph.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Stands on loopback between a site and its engine, passes the bytes of both on as they come, and notes when the engine
 * had a request and until when it answered.
 */
final class Relay implements AutoCloseable {
    private static final Duration QUIET = Duration.ofSeconds(2);

    /** A site asks for the version of its engine every two seconds. */
    private static final int LOOKS_AT_VERSION = 2;

    private final URI engine;
    private final ServerSocket server;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();

    Relay(URI engine) throws IOException {
        this.engine = engine;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** A request and its answer: when the last byte of each passed. */
    private static final class Exchange {
        volatile long asked = System.nanoTime();
        volatile long answered;
    }

    /**
     * What a site asked in some time.
     *
     * @param millis how long the engine had at least one of the requests
     */
    record Asked(int requests, double millis) {}

    /** Returns the address under which the engine is asked through this. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + engine.getRawPath());
    }

    /** Returns what was asked and answered since a moment of {@link System#nanoTime()}. */
    Asked since(long moment) {
        List<Exchange> all = exchanges.stream()
                .filter(exchange -> exchange.asked >= moment && exchange.answered > 0)
                .sorted(Comparator.comparingLong(exchange -> exchange.asked))
                .toList();
        long nanos = 0;
        long until = moment;
        for (Exchange exchange : all) {
            nanos += Math.max(0, exchange.answered - Math.max(until, exchange.asked));
            until = Math.max(until, exchange.answered);
        }
        return new Asked(all.size(), nanos / 1e6);
    }

    /** Waits until the site has asked nothing but the version for two seconds, but not longer than a time. */
    void awaitQuiet(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        int before;
        do {
            before = exchanges.size();
            Thread.sleep(QUIET);
        } while (exchanges.size() > before + LOOKS_AT_VERSION && System.nanoTime() < end);
    }

    private void accept() {
        try {
            while (true) {
                Socket site = open(server.accept());
                Socket there = open(new Socket(engine.getHost(), engine.getPort()));
                Exchange[] last = new Exchange[1];
                Thread.ofVirtual()
                        .start(() -> pass(site, there, () -> {
                            if (last[0] == null || last[0].answered > 0) {
                                last[0] = new Exchange();
                                exchanges.add(last[0]);
                            }
                            last[0].asked = System.nanoTime();
                        }));
                Thread.ofVirtual().start(() -> pass(there, site, () -> last[0].answered = System.nanoTime()));
            }
        } catch (IOException closed) {
            close();
        }
    }

    private Socket open(Socket socket) throws IOException {
        sockets.removeIf(Socket::isClosed);
        sockets.add(socket);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static void pass(Socket from, Socket to, Runnable note) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                note.run();
                out.write(buffer, 0, read);
            }
        } catch (IOException closed) {
            // Both ends are closed, as one of them is.
        }
    }

    @Override
    public void close() {
        List<AutoCloseable> all = new ArrayList<>(sockets);
        all.add(server);
        for (AutoCloseable one : all) {
            try {
                one.close();
            } catch (Exception closed) {
                // It is closed.
            }
        }
    }
}
