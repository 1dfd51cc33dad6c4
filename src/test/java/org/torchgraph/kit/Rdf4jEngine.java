package org.torchgraph.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.eclipse.jetty.util.MultiMap;
import org.eclipse.jetty.util.UrlEncoded;
import org.eclipse.rdf4j.query.BooleanQuery;
import org.eclipse.rdf4j.query.GraphQuery;
import org.eclipse.rdf4j.query.MalformedQueryException;
import org.eclipse.rdf4j.query.Query;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLBooleanJSONWriter;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLResultsJSONWriter;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.ntriples.NTriplesWriter;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.torchgraph.dataset.engine.EngineAddress;
import org.torchgraph.publication.Publication;

/** The memory store of RDF4J behind the SPARQL protocol, on a free port. Its default graph is the union. */
public final class Rdf4jEngine implements AutoCloseable {
    private static final int LONGEST_SECONDS = 120;

    private final SailRepository store = new SailRepository(new MemoryStore());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    public Rdf4jEngine() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        server.setExecutor(threads);
        server.createContext("/sparql", this::answer);
        server.start();
    }

    /** The statements of a publication, each in its graph. */
    public Rdf4jEngine with(Publication publication) {
        ByteArrayOutputStream quads = new ByteArrayOutputStream();
        StreamRDF writer = StreamRDFWriter.getWriterStream(quads, Lang.NQUADS);
        writer.start();
        publication.quads().forEach(writer::quad);
        writer.finish();
        try (RepositoryConnection connection = store.getConnection()) {
            connection.add(new ByteArrayInputStream(quads.toByteArray()), RDFFormat.NQUADS);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
        return this;
    }

    public EngineAddress address() {
        return new EngineAddress("http://127.0.0.1:" + server.getAddress().getPort() + "/sparql", Optional.empty());
    }

    private void answer(HttpExchange exchange) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int status = 200;
        try (RepositoryConnection connection = store.getConnection()) {
            exchange.getResponseHeaders().set("Content-Type", write(text(exchange), connection, body));
        } catch (MalformedQueryException refused) {
            status = 400;
            body.writeBytes(refused.getMessage().getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException failed) {
            status = 500;
            body.reset();
            body.writeBytes(failed.toString().getBytes(StandardCharsets.UTF_8));
        }
        exchange.sendResponseHeaders(status, body.size() == 0 ? -1 : body.size());
        try (OutputStream out = exchange.getResponseBody()) {
            body.writeTo(out);
        }
    }

    private static String text(HttpExchange exchange) throws IOException {
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (exchange.getRequestHeaders().getFirst("Content-Type") instanceof String type
                && type.startsWith("application/sparql-query")) {
            return sent;
        }
        String form = sent.isEmpty() ? exchange.getRequestURI().getRawQuery() : sent;
        MultiMap<String> fields = new MultiMap<>();
        UrlEncoded.decodeTo(form, fields, StandardCharsets.UTF_8);
        return fields.getString("query");
    }

    private static String write(String text, RepositoryConnection connection, OutputStream body) {
        Query query = connection.prepareQuery(text);
        query.setMaxExecutionTime(LONGEST_SECONDS);
        if (query instanceof TupleQuery rows) {
            rows.evaluate(new SPARQLResultsJSONWriter(body));
            return "application/sparql-results+json";
        }
        if (query instanceof BooleanQuery question) {
            new SPARQLBooleanJSONWriter(body).handleBoolean(question.evaluate());
            return "application/sparql-results+json";
        }
        ((GraphQuery) query).evaluate(new NTriplesWriter(body));
        return "application/n-triples";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        store.shutDown();
    }
}
