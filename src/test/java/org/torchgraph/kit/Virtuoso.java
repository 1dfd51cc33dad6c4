package org.torchgraph.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.http.auth.AuthEnv;
import org.apache.jena.sparql.exec.http.GSP;
import org.torchgraph.dataset.engine.EngineAddress;
import org.torchgraph.publication.DataFile;
import org.torchgraph.publication.Publication;

/** A Virtuoso of Debian's package, which the test starts in a folder of its own and on free ports. */
public final class Virtuoso implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/virtuoso-t");
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final Process process;
    private final int sql;
    private final int port;

    private Virtuoso(Process process, int sql, int port) {
        this.process = process;
        this.sql = sql;
        this.port = port;
    }

    public static Virtuoso startIn(Path folder) {
        if (!Files.isExecutable(PROGRAM)) {
            throw new IllegalStateException(PROGRAM + " is missing: ./verify installs virtuoso-opensource-7-bin");
        }
        try {
            int sql = freePort();
            int http = freePort();
            Files.writeString(folder.resolve("virtuoso.ini"), settings(sql, http));
            Process process = new ProcessBuilder(PROGRAM.toString(), "-f", "-c", "virtuoso.ini")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            Virtuoso virtuoso = new Virtuoso(process, sql, http);
            virtuoso.awaitReady();
            return virtuoso;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String settings(int sql, int http) {
        return """
                [Database]
                DatabaseFile = virtuoso.db
                ErrorLogFile = virtuoso.log
                LockFile = virtuoso.lck
                TransactionFile = virtuoso.trx
                xa_persistent_file = virtuoso.pxa
                [TempDatabase]
                DatabaseFile = virtuoso-temp.db
                TransactionFile = virtuoso-temp.trx
                [Parameters]
                ServerPort = 127.0.0.1:%d
                NumberOfBuffers = 10000
                MaxDirtyBuffers = 6000
                [HTTPServer]
                ServerPort = 127.0.0.1:%d
                ServerThreads = 10
                [SPARQL]
                ResultSetMaxRows = 10000
                """
                .formatted(sql, http);
    }

    private void awaitReady() {
        HttpRequest ask = HttpRequest.newBuilder(URI.create(address().query() + "?query=ASK%7B%7D"))
                .build();
        Instant end = Instant.now().plus(LONGEST_START);
        while (true) {
            try (HttpClient client = HttpClient.newHttpClient()) {
                client.send(ask, BodyHandlers.discarding());
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || Instant.now().isAfter(end)) {
                    close();
                    throw new UncheckedIOException("Virtuoso does not start", notYet);
                }
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    /** The statements of a publication, each in its graph. */
    public Virtuoso with(Publication publication) {
        String store = "http://127.0.0.1:" + port + "/sparql-graph-crud-auth";
        AuthEnv.get().registerUsernamePassword(URI.create(store), "dba", "dba");
        for (DataFile file : publication.data()) {
            Graph graph = GraphMemFactory.createDefaultGraph();
            file.quads().forEach(quad -> graph.add(quad.asTriple()));
            put(store, file.graph(), graph);
        }
        return this;
    }

    /** Sends a graph; again if Virtuoso closes a connection that it has kept just when it is used, as PUT may be. */
    private static void put(String store, Node name, Graph graph) {
        try {
            GSP.service(store).graphName(name).PUT(graph);
        } catch (HttpException broken) {
            if (!(broken.getCause() instanceof IOException)) {
                throw broken;
            }
            GSP.service(store).graphName(name).PUT(graph);
        }
    }

    /** Makes the text index of all literals that it has by now, as an operator does. */
    public Virtuoso withTextIndex() {
        try {
            Process isql = new ProcessBuilder(
                            "/usr/bin/isql-vt",
                            "127.0.0.1:" + sql,
                            "dba",
                            "dba",
                            "exec=DB.DBA.RDF_OBJ_FT_RULE_ADD(null, null, 'All'); DB.DBA.VT_INC_INDEX_DB_DBA_RDF_OBJ();")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(isql.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (isql.waitFor() != 0 || said.contains("Error")) {
                throw new IllegalStateException(said);
            }
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public EngineAddress address() {
        String root = "http://127.0.0.1:" + port;
        return new EngineAddress(root + "/sparql", Optional.of(root + "/sparql-graph-crud"));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
        }
    }
}
