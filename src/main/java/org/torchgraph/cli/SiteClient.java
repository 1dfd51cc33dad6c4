package org.torchgraph.cli;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;

/**
 * Asks a site that is up.
 *
 * @param root the address of the site, without a slash at its end
 */
record SiteClient(String root, HttpClient client) {
    private static final String TOKEN = "TORCHGRAPH_TOKEN";

    static SiteClient at(String url) {
        return new SiteClient(
                url.replaceFirst("/+$", ""),
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    /**
     * Returns what is at a path. The body has to be closed.
     *
     * @throws CommandFailedException with the reason of the site if it refuses
     */
    HttpResponse<InputStream> get(String path) {
        return sent(path, request(path).GET());
    }

    /** Returns the JSON at a path. */
    JsonObject json(String path) {
        return json(
                sent(path, request(path).header("Accept", "application/json").GET()));
    }

    /** Posts a note about what the path asks for, as the writer of the token, and returns the JSON of the reply. */
    JsonObject post(String path, String note) {
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.noBody());
        Optional.ofNullable(System.getenv(TOKEN))
                .ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return json(sent(path, note.isEmpty() ? request : request.header("Torchgraph-Note", note)));
    }

    private HttpRequest.Builder request(String path) {
        try {
            return HttpRequest.newBuilder(URI.create(root + path)).header("Accept-Language", "en");
        } catch (IllegalArgumentException noAddress) {
            throw new UsageException(Code.SITE_UNREACHED, root, noAddress.getMessage());
        }
    }

    private HttpResponse<InputStream> sent(String path, HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> reply = client.send(request.build(), BodyHandlers.ofInputStream());
            if (reply.statusCode() >= 300) {
                throw new CommandFailedException(
                        Code.SITE_ANSWER, root + path, reply.statusCode(), reason(json(reply)));
            }
            return reply;
        } catch (IOException unreached) {
            throw new CommandFailedException(Code.SITE_UNREACHED, root, reason(unreached));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException(Code.SITE_UNREACHED, root, "");
        }
    }

    /** Returns the reason; Java has no words for a connection that is refused. */
    private static Object reason(IOException unreached) {
        return ExceptionUtils.getRootCause(unreached) instanceof IOException told && told.getMessage() != null
                ? told.getMessage()
                : Message.of(Code.SITE_SILENT);
    }

    private static String reason(JsonObject problem) {
        StringBuilder reason = new StringBuilder(problem.getString("detail", ""));
        if (problem.containsKey("findings")) {
            problem.getJsonArray("findings")
                    .getValuesAs(jakarta.json.JsonString.class)
                    .forEach(finding -> reason.append("\n  ").append(finding.getString()));
        }
        return reason.toString();
    }

    private JsonObject json(HttpResponse<InputStream> reply) {
        try (InputStream body = reply.body();
                JsonReader reader = Json.createReader(body)) {
            return reader.readObject();
        } catch (IOException | JsonException other) {
            throw new CommandFailedException(Code.SITE_ANSWER, reply.uri(), reply.statusCode(), other.getMessage());
        }
    }
}
