package org.torchgraph.server.reconcile;

import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.version.PageContexts;
import org.torchgraph.server.version.PublishedVersion;

/** Answers in JSON, or as a call of the function that an older client names ({@code callback}). */
final class JsonAnswers {
    private static final String CALLBACK = "callback";
    private static final Pattern FUNCTION = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$.]{0,99}");

    private JsonAnswers() {}

    /**
     * Returns an answer.
     *
     * @param parts what it depends on besides version and callback
     */
    static Reply of(PublishedVersion version, Request request, Supplier<JsonObjectBuilder> json, List<String> parts) {
        String callback = request.parameter(CALLBACK).orElse("");
        if (!callback.isEmpty() && !FUNCTION.matcher(callback).matches()) {
            throw Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.RECONCILE_CALLBACK)
                    .about(CALLBACK)
                    .exception();
        }
        String[] all = Stream.concat(Stream.of("reconcile", request.path(), callback), parts.stream())
                .toArray(String[]::new);
        return version.reply(
                callback.isEmpty() ? "application/json" : "text/javascript",
                version.tag(all),
                () -> Content.of(text(callback, json).getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(String callback, Supplier<JsonObjectBuilder> json) {
        String object = json.get().build().toString();
        // What begins with a comment is read as nothing else than a script.
        return callback.isEmpty() ? object : "/**/" + callback + "(" + object + ");";
    }

    /** Returns the language of {@code ?lang=}, else English: a client that is no browser has one address each. */
    static List<String> ranges(PublishedVersion version, Request request) {
        return request.parameter("lang").isPresent()
                ? List.of(request.parameter("lang").get())
                : List.of(PageContexts.chosen(request, version.site().interfaceLanguages())
                        .code());
    }
}
