package org.torchgraph.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.torchgraph.dataset.engine.EngineAddress;
import org.torchgraph.publication.Publication;

/** A Fuseki server as a process of its own, which can be killed and started again on the same port. */
public final class FusekiProcess implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final Path data;
    private final int port;
    private Process process;

    private FusekiProcess(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /** Serves a file on a port; Fuseki's own command needs a library for its log. */
    public static void main(String[] arguments) {
        DatasetGraph statements = DatasetGraphFactory.createTxnMem();
        Txn.executeWrite(statements, () -> RDFDataMgr.read(statements, arguments[1]));
        FusekiServer.create()
                .port(Integer.parseInt(arguments[0]))
                .loopback(true)
                .add("/ds", statements)
                .start();
    }

    /** One with the statements of a publication, each in its graph. */
    public static FusekiProcess with(Publication publication, Path folder) {
        Path file = folder.resolve("data.nq");
        DatasetGraph statements = DatasetGraphFactory.createGeneral();
        publication.quads().forEach(statements::add);
        try (OutputStream out = Files.newOutputStream(file);
                ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RDFDataMgr.write(out, statements, Lang.NQUADS);
            return new FusekiProcess(file, free.getLocalPort());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    public FusekiProcess start() {
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            FusekiProcess.class.getName(),
                            Integer.toString(port),
                            data.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolveSibling("fuseki.log").toFile())
                    .start();
            awaitReady();
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void awaitReady() throws IOException {
        HttpRequest ask = HttpRequest.newBuilder(URI.create(address().query() + "?query=ASK%7B%7D"))
                .build();
        Instant end = Instant.now().plus(LONGEST_START);
        while (true) {
            try (HttpClient client = HttpClient.newHttpClient()) {
                if (client.send(ask, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
                Thread.sleep(50);
            } catch (IOException notYet) {
                if (!process.isAlive() || Instant.now().isAfter(end)) {
                    close();
                    throw new IOException(Files.readString(data.resolveSibling("fuseki.log")), notYet);
                }
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    /** Ends the process at once, in the middle of whatever it answers. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    public EngineAddress address() {
        return new EngineAddress("http://127.0.0.1:" + port + "/ds/sparql", Optional.empty());
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }
}
