package org.torchgraph.dataset.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.lang3.math.NumberUtils;
import org.apache.jena.http.HttpEnv;
import org.torchgraph.messages.Code;
import org.torchgraph.query.QueryFailedException;

/**
 * An HTTP client for one request whose response has a maximum length; a longer one is a {@link QueryFailedException}.
 */
final class BoundedHttpClient extends HttpClient {
    /** Follows no redirect, because a service may name no other one in its place. */
    private static final HttpClient STAYING = HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /**
     * Serves all requests to engines, over connections that are kept; engines of HTTP/1.1 refuse a change to HTTP/2.
     */
    private static final HttpClient ENGINES = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    /** Virtuoso's header field of an answer that ends before its last row, which has the number of rows. */
    private static final String CUT = "X-SPARQL-MaxRows";

    private final HttpClient client;
    private final long maxBytes;
    private volatile InputStream body;
    private volatile boolean ended;

    private BoundedHttpClient(HttpClient client, long maxBytes) {
        this.client = client;
        this.maxBytes = maxBytes;
    }

    static BoundedHttpClient following(long maxBytes) {
        return new BoundedHttpClient(HttpEnv.getDftHttpClient(), maxBytes);
    }

    static BoundedHttpClient staying(long maxBytes) {
        return new BoundedHttpClient(STAYING, maxBytes);
    }

    static BoundedHttpClient engine(long maxBytes) {
        return new BoundedHttpClient(ENGINES, maxBytes);
    }

    /** Ends the response that is being read; a read that waits for more fails. */
    void end() {
        ended = true;
        IOUtils.closeQuietly(body);
    }

    private <T> BodyHandler<T> bounded(BodyHandler<T> handler) {
        return response -> {
            Optional<String> cut = response.headers().firstValue(CUT);
            return BodySubscribers.mapping(handler.apply(response), body -> bounded(body, cut));
        };
    }

    @SuppressWarnings("unchecked")
    private <T> T bounded(T body, Optional<String> cut) {
        return body instanceof InputStream stream ? (T) bounded(stream, cut) : body;
    }

    private InputStream bounded(InputStream stream, Optional<String> cut) {
        body = stream;
        if (ended) {
            IOUtils.closeQuietly(stream);
        }
        if (cut.isPresent()) {
            return new InputStream() {
                @Override
                public int read() {
                    throw new CutAnswerException(NumberUtils.toLong(cut.get(), 0));
                }
            };
        }
        try {
            // The callback is called when more is read after this count.
            return BoundedInputStream.builder()
                    .setInputStream(stream)
                    .setMaxCount(maxBytes + 1)
                    .setOnMaxCount((max, count) -> {
                        throw new QueryFailedException(
                                QueryFailedException.FailureKind.OUT_OF_BUDGET, Code.ANSWER_BYTES, maxBytes);
                    })
                    .get();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        return client.send(request, bounded(handler));
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        return client.sendAsync(request, bounded(handler));
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
        return client.sendAsync(request, bounded(handler), pushes);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return client.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return client.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return client.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return client.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return client.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return client.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return client.authenticator();
    }

    @Override
    public Version version() {
        return client.version();
    }

    @Override
    public Optional<Executor> executor() {
        return client.executor();
    }
}
