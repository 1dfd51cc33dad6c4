package org.torchgraph.server.write;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.torchgraph.check.ChangeChecks;
import org.torchgraph.check.CheckedData;
import org.torchgraph.check.Finding;
import org.torchgraph.check.Rules;
import org.torchgraph.dataset.Change;
import org.torchgraph.dataset.History;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.WriteOrigin;
import org.torchgraph.dataset.WriteRecord;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.dataset.disk.StoreException;
import org.torchgraph.dataset.run.GraphsSnapshot;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.publication.Location;
import org.torchgraph.publication.Locator;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.settings.Settings;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.PageContexts;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.ReplaceableVersion;

/**
 * Accepts writes of those who may write, if they bring no error that was not there before, and serves the version that
 * they make.
 */
public final class WriteGate {
    private static final String SCHEME = "Bearer ";
    private static final String NOTE = "Torchgraph-Note";
    private static final String NOTE_PARAMETER = "note";

    /** The number of bytes that a writer may send. */
    private static final long BODY_BYTES = 16L << 20;

    private static final Duration AFTER_WRONG_TOKEN = Duration.ofSeconds(1);

    private final DiskDataset dataset;
    private final Publication publication;
    private final ReplaceableVersion served;
    private final Function<String, Optional<String>> writers;
    private final ChangeChecks checks;

    /**
     * Creates the gate.
     *
     * @param publication its files have the shapes, the rules and the settings
     * @param served is replaced by each accepted write
     */
    public WriteGate(DiskDataset dataset, Publication publication, ReplaceableVersion served, Writers writers) {
        this(dataset, publication, served, writers::named);
    }

    /** Creates the gate of a store that no site serves, and that nobody writes to by a token. */
    public WriteGate(DiskDataset dataset, Publication publication, ReplaceableVersion served) {
        this(dataset, publication, served, token -> Optional.empty());
    }

    private WriteGate(
            DiskDataset dataset,
            Publication publication,
            ReplaceableVersion served,
            Function<String, Optional<String>> writers) {
        this.dataset = dataset;
        this.publication = publication;
        this.served = served;
        this.writers = writers;
        this.checks = new ChangeChecks(
                CheckedData.of(publication, dataset.snapshot()),
                Rules.of(publication).all());
    }

    /**
     * An accepted write.
     *
     * @param write what was written; empty if nothing changed
     * @param served the version that is served afterwards
     * @param warnings the warnings that were not there before
     */
    public record AcceptedWrite(Optional<WriteRecord> write, PublishedVersion served, List<Finding> warnings) {

        /** Returns the reply to the writer. */
        public Reply reply(int status, Request request) {
            String version = served.snapshot().version();
            Language language = PageContexts.chosen(request, served.site().interfaceLanguages());
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("version", version)
                    .add(
                            "warnings",
                            Json.createArrayBuilder(warnings.stream()
                                    .map(finding -> finding.in(language))
                                    .toList()));
            write.ifPresent(written -> json.add("number", written.number())
                    .add("added", written.change().added().size())
                    .add("removed", written.change().removed().size()));
            return Reply.once(
                            status, "application/json", json.build().toString().getBytes(StandardCharsets.UTF_8))
                    .with("Cache-Control", "no-store")
                    .with(Reply.VERSION, version);
        }
    }

    /** Works out a change over the version that is served, or refuses it by a problem. */
    interface ChangeWork {
        Change over(PublishedVersion version, GraphsSnapshot current);
    }

    /** Returns the version that is served. */
    PublishedVersion version() {
        return served.get();
    }

    /** Returns the base of the publication. */
    String base() {
        return publication.base();
    }

    /**
     * Returns the number of bytes that a writer may send.
     *
     * @param authorization the header field; empty if the client sends none
     * @throws org.torchgraph.http.ProblemException 401 for a wrong token, before a body is read
     */
    public long bodyBytes(Optional<String> authorization) {
        return authorization.map(this::writer).map(known -> BODY_BYTES).orElse(Route.BODY_BYTES);
    }

    /**
     * Returns the name of the writer who sends a request.
     *
     * @throws org.torchgraph.http.ProblemException 401 if it has no token or a wrong one
     */
    public String writer(Request request) {
        return writer(request.header("Authorization").orElse(""));
    }

    private String writer(String credentials) {
        if (!credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw Problem.of(Problem.ProblemKind.UNAUTHORIZED, Code.TOKEN_MISSING)
                    .exception();
        }
        return writers.apply(credentials.substring(SCHEME.length()).strip()).orElseThrow(() -> {
            pause();
            return Problem.of(Problem.ProblemKind.UNAUTHORIZED, Code.TOKEN_WRONG)
                    .exception();
        });
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_WRONG_TOKEN);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Writes a change.
     *
     * @param request has the note
     * @throws org.torchgraph.http.ProblemException 403 for a graph that files alone change, or that the settings do not
     *     name
     * @throws RefusedChangeException if the change brings errors
     */
    AcceptedWrite write(Request request, String writer, ChangeWork change) {
        return write(WriteOrigin.of(writer, note(request)), change);
    }

    /**
     * Undoes a write by one that does the opposite.
     *
     * @param origin has the number of the write
     * @throws org.torchgraph.http.ProblemException 404 if there is no such write, 409 if a later one has changed the
     *     same statements, 422 if that brings errors
     */
    public AcceptedWrite undo(WriteOrigin origin) {
        try {
            return write(
                    origin,
                    (version, current) -> undoing(
                            version.snapshot().history(), origin.undoes().orElseThrow()));
        } catch (RefusedChangeException refused) {
            throw refused.problem().exception();
        }
    }

    private static Change undoing(History history, int number) {
        WriteRecord undone = history.numbered(number).orElseThrow(() -> Problem.of(
                        Problem.ProblemKind.NOT_FOUND, Code.HISTORY_NUMBER, Integer.toString(number), history.size())
                .exception());
        history.changedAgain(undone).ifPresent(later -> {
            throw Problem.of(Problem.ProblemKind.CONFLICT, Code.UNDO_CHANGED_AGAIN, number, later.number())
                    .exception();
        });
        return undone.change().inverse();
    }

    private synchronized AcceptedWrite write(WriteOrigin origin, ChangeWork work) {
        PublishedVersion before = served.get();
        List<Finding> warnings = new ArrayList<>();
        AtomicReference<PublishedVersion> after = new AtomicReference<>(before);
        Optional<WriteRecord> written;
        try {
            written = dataset.write(origin, current -> writable(work.over(before, current)), (change, next) -> {
                warnings.addAll(judged(before.snapshot(), next, change));
                after.set(before.after(change, publication, next));
            });
        } catch (StoreException full) {
            throw Problem.of(Problem.ProblemKind.STORAGE_FULL, full.message()).exception();
        }
        written.ifPresent(write -> served.replace(after.get()));
        return new AcceptedWrite(written, after.get(), warnings);
    }

    /** Returns the note of a request; its bytes in a field are UTF-8, which Jetty takes for ISO 8859-1. */
    public static String note(Request request) {
        return request.parameter(NOTE_PARAMETER).orElseGet(() -> {
            String sent = request.header(NOTE).orElse("");
            return PercentEncoding.utf8(sent.getBytes(StandardCharsets.ISO_8859_1))
                    .orElse(sent);
        });
    }

    private Change writable(Change change) {
        change.graphs().forEach(this::requireWritable);
        return change;
    }

    void requireWritable(Node graph) {
        if (graph.isURI() && graph.getURI().startsWith(publication.base() + "graph/ontology/")) {
            throw Problem.of(Problem.ProblemKind.FORBIDDEN, Code.GRAPH_OF_FILES, graph.getURI())
                    .exception();
        }
        Settings settings = publication.settings();
        if (!settings.mayBeWritten(graph.toString())) {
            throw Problem.of(
                            Problem.ProblemKind.FORBIDDEN,
                            Code.GRAPH_NOT_WRITABLE,
                            graph.toString(),
                            String.join(", ", settings.writable()))
                    .exception();
        }
    }

    private Locator places(Snapshot snapshot) {
        return (subject, property, object) -> snapshot.quads(subject, Node.ANY, Node.ANY)
                .map(quad -> Location.in(publication.relative(quad.getGraph().getURI())))
                .sorted()
                .findFirst()
                .orElse(Location.in(""));
    }

    /**
     * Judges a version before it is served.
     *
     * @return the warnings that the one before it does not have
     * @throws RefusedChangeException if it has an error that the one before it does not have
     */
    private List<Finding> judged(Snapshot before, Snapshot candidate, Change change) {
        List<Finding> brought = checks.brought(before, candidate, change, this::places);
        List<Finding> errors = brought.stream().filter(Finding::isError).toList();
        if (!errors.isEmpty()) {
            throw new RefusedChangeException(errors);
        }
        return brought;
    }
}
