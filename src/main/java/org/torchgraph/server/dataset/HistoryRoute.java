package org.torchgraph.server.dataset;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.torchgraph.dataset.History;
import org.torchgraph.dataset.WriteOrigin;
import org.torchgraph.dataset.WriteRecord;
import org.torchgraph.export.HistoryTriples;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.Link;
import org.torchgraph.http.MediaType;
import org.torchgraph.http.Ordinal;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.RdfReplies;
import org.torchgraph.server.version.Representation;
import org.torchgraph.server.write.WriteGate;

/** Serves {@code /history}: it lists the accepted writes, the last one first, and undoes one for a writer. */
public final class HistoryRoute implements Route {
    private static final int PAGE_LENGTH = 100;
    private static final Representation JSON =
            new Representation(MediaType.of("application/json"), "json", Optional.empty(), Optional.empty(), List.of());
    private static final List<Representation> FORMS = Stream.concat(
                    Stream.of(JSON, Representation.PAGE), Representation.RDF.stream())
            .toList();

    private final CurrentVersion currentVersion;
    private final Optional<WriteGate> writes;

    /** @param writes accepts writes; empty if the site is read only */
    public HistoryRoute(CurrentVersion currentVersion, Optional<WriteGate> writes) {
        this.currentVersion = currentVersion;
        this.writes = writes;
    }

    @Override
    public List<String> methods() {
        return writes.isPresent() ? List.of("GET", "HEAD", "POST") : List.of("GET", "HEAD");
    }

    @Override
    public Reply answer(Request request) {
        return request.method().equals("GET") ? list(request) : undo(request, writes.orElseThrow());
    }

    private Reply list(Request request) {
        Representation form = Representation.chosen(request, FORMS);
        if (form.equals(Representation.PAGE)) {
            return Reply.seeOther(SiteRoute.VERSIONS.path() + request.query()).varying("Accept");
        }
        PublishedVersion version = currentVersion.get();
        int page = request.page("page");
        History history = version.snapshot().history();
        EntityTag tag = version.tag("history", form.key(), Integer.toString(page));
        Reply reply = form.equals(JSON)
                ? version.reply(JSON.type().toString(), tag, () -> Content.of(json(history, page)))
                : RdfReplies.triples(
                        version,
                        form,
                        tag,
                        () -> HistoryTriples.list(version.base(), version.dataset(), history, writes(history, page)));
        return reply.linking(
                        page < pages(history)
                                ? List.of(Link.to(SiteRoute.HISTORY.path() + "?page=" + (page + 1), "next"))
                                : List.of())
                .varying("Accept");
    }

    private static int pages(History history) {
        return Math.max(1, (history.size() + PAGE_LENGTH - 1) / PAGE_LENGTH);
    }

    private static List<WriteRecord> writes(History history, long page) {
        return history.writes().reversed().stream()
                .skip((page - 1) * PAGE_LENGTH)
                .limit(PAGE_LENGTH)
                .toList();
    }

    private static byte[] json(History history, long page) {
        JsonArrayBuilder listed = Json.createArrayBuilder();
        writes(history, page).forEach(write -> listed.add(json(write)));
        return Json.createObjectBuilder()
                .add("total", history.size())
                .add("page", page)
                .add("pages", pages(history))
                .add("writes", listed)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObjectBuilder json(WriteRecord write) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("number", write.number())
                .add("time", write.time().toString())
                .add("writer", write.origin().writer())
                .add("note", write.origin().note())
                .add("version", write.version())
                .add("added", write.change().added().size())
                .add("removed", write.change().removed().size());
        write.origin().undoes().ifPresent(number -> json.add("undoes", number));
        return json;
    }

    private Reply undo(Request request, WriteGate gate) {
        String writer = gate.writer(request);
        String asked = request.parameter("undo").orElse("");
        int number = Ordinal.parse(asked).orElseThrow(() -> bad("undo", Code.UNDO_NUMBER, asked));
        WriteGate.AcceptedWrite accepted =
                gate.undo(new WriteOrigin(writer, WriteGate.note(request), OptionalInt.of(number)));
        return accepted.reply(201, request)
                .with(
                        "Location",
                        SiteRoute.WRITE.path(
                                Integer.toString(accepted.write().orElseThrow().number())));
    }

    private static RuntimeException bad(String parameter, Code code, String value) {
        return Problem.of(Problem.ProblemKind.BAD_PARAMETER, code, value)
                .about(parameter)
                .exception();
    }
}
