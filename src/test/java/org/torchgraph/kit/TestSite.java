package org.torchgraph.kit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;
import org.torchgraph.question.Questions;
import org.torchgraph.server.TorchgraphServer;
import org.torchgraph.server.edition.Edition;
import org.torchgraph.sparql.Limits;
import org.torchgraph.store.MemoryStore;

/** The real server on a free port, and a client for it that follows no redirect. */
public final class TestSite implements AutoCloseable {
    private final TorchgraphServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestSite(TorchgraphServer server) {
        this.server = server;
    }

    /** The publication of this checkout. */
    public static TestSite ofThisCheckout() {
        return of(PublicationReader.read(Path.of("."), Optional.empty()), Limits.standard());
    }

    public static TestSite of(Publication publication, Limits limits) {
        Edition edition = Edition.of(
                publication.base(),
                publication.prefixes(),
                new MemoryStore(publication).snapshot(),
                Questions.of(publication),
                "test");
        return new TestSite(TorchgraphServer.start("127.0.0.1", 0, () -> edition, "memory", limits));
    }

    public static Limits seconds(int time) {
        return Limits.standard().within(Duration.ofSeconds(time));
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> post(String path, String type, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = type;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send("POST", path, BodyPublishers.ofString(body), all);
    }

    public HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        try {
            return client.send(request(method, path, body, headers), BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public HttpResponse<byte[]> bytes(String path, String... headers) {
        try {
            return client.send(request("GET", path, BodyPublishers.noBody(), headers), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    @Override
    public void close() {
        server.close();
    }
}
