package org.torchgraph.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.torchgraph.dataset.Dataset;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.http.Mount;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;
import org.torchgraph.question.Questions;
import org.torchgraph.server.ServerAddress;
import org.torchgraph.server.TorchgraphServer;
import org.torchgraph.server.TrustedProxies;
import org.torchgraph.server.version.PublishedVersion;

/** The real server on a free port, and a client for it. */
public final class TestSite implements AutoCloseable {
    private final TorchgraphServer server;
    private final Dataset dataset;
    private final AtomicReference<PublishedVersion> served;

    private TestSite(TorchgraphServer server, Dataset dataset, AtomicReference<PublishedVersion> served) {
        this.server = server;
        this.dataset = dataset;
        this.served = served;
    }

    public static TestSite of(Publication publication, Limits limits) {
        return of(publication, limits, TrustedProxies.none());
    }

    public static TestSite of(Publication publication, Limits limits, TrustedProxies proxies) {
        return of(publication, limits, Mount.ROOT, proxies);
    }

    /** Its clients' paths begin with the context. */
    public static TestSite of(Publication publication, Limits limits, Mount context, TrustedProxies proxies) {
        return of(publication, limits, new ServerAddress("127.0.0.1", 0, context, proxies), "test");
    }

    /** @param program version and build of the program, as the site says it */
    public static TestSite of(Publication publication, Limits limits, TrustedProxies proxies, String program) {
        return of(publication, limits, new ServerAddress("127.0.0.1", 0, Mount.ROOT, proxies), program);
    }

    private static TestSite of(Publication publication, Limits limits, ServerAddress reach, String program) {
        return of(publication, new MemoryDataset(publication, limits), reach, program);
    }

    /** A site over statements that lie elsewhere. */
    public static TestSite of(Publication publication, Dataset dataset) {
        return of(publication, dataset, ServerAddress.of("127.0.0.1", 0), "test");
    }

    private static TestSite of(Publication publication, Dataset dataset, ServerAddress reach, String program) {
        AtomicReference<PublishedVersion> served =
                new AtomicReference<>(version(publication, dataset.snapshot(), program));
        TorchgraphServer server = TorchgraphServer.start(reach, served::get, dataset);
        server.prepareAnswers();
        return new TestSite(server, dataset, served);
    }

    /** A version of a publication, as a site serves it. */
    public static PublishedVersion version(Publication publication, Snapshot snapshot, String program) {
        return PublishedVersion.of(publication, snapshot, Questions.of(publication), program);
    }

    /** Serves another publication from now on. */
    public void replace(Publication publication) {
        ((MemoryDataset) dataset).replace(publication);
        served.set(version(publication, dataset.snapshot(), served.get().program()));
    }

    /** Waits for the search index: a search that comes too early is 503, and a loaded machine may need long. */
    public TestSite searchable() {
        Instant end = Instant.now().plusSeconds(60);
        while (get("/search.json?q=x").statusCode() == 503) {
            assertThat(Instant.now()).isBefore(end);
        }
        return this;
    }

    public static Limits seconds(int time) {
        return Limits.standard().within(Duration.ofSeconds(time));
    }

    public int port() {
        return server.port();
    }

    /** A client for it. */
    public Web web() {
        return new Web("http://127.0.0.1:" + server.port());
    }

    public String url(String path) {
        return web().url(path);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return web().get(path, headers);
    }

    public HttpResponse<String> post(String path, String type, String body, String... headers) {
        return web().post(path, type, body, headers);
    }

    public HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        return web().send(method, path, body, headers);
    }

    public HttpResponse<byte[]> bytes(String path, String... headers) {
        return web().bytes(path, headers);
    }

    @Override
    public void close() {
        server.close();
    }
}
