package org.torchgraph.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A client of a site, wherever that is; it follows no redirect.
 *
 * @param site its address, without {@code /} at the end
 */
public record Web(String site) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public String url(String path) {
        return site + path;
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
            return CLIENT.send(request(method, path, body, headers), BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public HttpResponse<byte[]> bytes(String path, String... headers) {
        try {
            return CLIENT.send(request("GET", path, BodyPublishers.noBody(), headers), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /**
     * What comes back for bytes that no well-behaved client would send, status line and all, until the server closes.
     *
     * @param head request line and header fields, each ended by a line break; ISO-8859-1, so that any octet can be sent
     */
    public String raw(String head) {
        URI address = URI.create(site);
        try (Socket socket = new Socket(address.getHost(), address.getPort() < 0 ? 80 : address.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write((head.replace("\n", "\r\n") + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }
}
