package org.torchgraph.server.search;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.jena.graph.Node;
import org.torchgraph.http.Mount;
import org.torchgraph.model.Labels;
import org.torchgraph.search.Hits;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;

/** Serves {@code /search/suggest?q=}, a few names that continue the text, as JSON. */
public final class SuggestRoute implements Route {

    /** The time that a suggestion waits for the index; a late one would be useless. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final CurrentVersion currentVersion;

    public SuggestRoute(CurrentVersion currentVersion) {
        this.currentVersion = currentVersion;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion version = currentVersion.get();
        String text = SearchParameters.suggested(request);
        return version.reply(
                "application/json",
                version.tag("suggest", request.mount().path(), text),
                () -> Content.of(json(version, request.mount(), text)));
    }

    private static byte[] json(PublishedVersion version, Mount mount, String text) {
        List<Hits.Hit> hits = version.search().suggest(text, PATIENCE).orElseThrow(() -> SearchRoute.notReady()
                .exception());
        Labels labels = version.resources()
                .labels(hits.stream().flatMap(hit -> hit.classes().stream()).toList());
        JsonArrayBuilder suggestions = Json.createArrayBuilder();
        for (Hits.Hit hit : hits) {
            suggestions.add(SearchJson.thing(version, mount, hit.thing())
                    .add("names", SearchJson.texts(hit.names()))
                    .add("classes", classes(hit, labels)));
        }
        return Json.createObjectBuilder()
                .add("query", text)
                .add(
                        "questions",
                        SearchJson.questions(
                                mount,
                                version.search()
                                        .suggestQuestions(text, PATIENCE)
                                        .orElseThrow(
                                                () -> SearchRoute.notReady().exception())))
                .add("suggestions", suggestions)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static JsonArrayBuilder classes(Hits.Hit hit, Labels labels) {
        JsonArrayBuilder classes = Json.createArrayBuilder();
        for (Node type : hit.classes()) {
            classes.add(Json.createObjectBuilder()
                    .add("iri", type.getURI())
                    .add("names", SearchJson.literals(labels.byNode().getOrDefault(type, List.of()))));
        }
        return classes;
    }
}
