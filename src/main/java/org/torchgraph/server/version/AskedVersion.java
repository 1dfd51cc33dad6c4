package org.torchgraph.server.version;

import java.util.List;
import java.util.Optional;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.model.catalogue.Version;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.site.cite.Citation;

/** The parameter {@code version}: the version of the dataset that an answer is asked of. */
public final class AskedVersion {
    /** The name of the parameter. */
    public static final String NAME = Citation.VERSION;

    /** What caches may do with an answer that never changes (RFC 8246). */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private AskedVersion() {}

    /**
     * Returns the version that a request asks of, the current one if it names none.
     *
     * @param question the name of the question that is asked
     * @throws org.torchgraph.http.ProblemException 410 if the version is not kept any longer, 404 if there never was
     *     one, 400 if several are named
     */
    public static PublishedVersion of(CurrentVersion currentVersion, Request request, String question) {
        PublishedVersion current = currentVersion.get();
        List<String> given = request.values(NAME);
        if (given.size() > 1) {
            throw Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.PARAMETER_REPEATED, NAME)
                    .about(NAME)
                    .exception();
        }
        Optional<String> named = named(request);
        if (named.isEmpty() || named.get().equals(current.snapshot().version())) {
            return current;
        }
        String asked = named.get();
        KeptVersions kept = currentVersion.kept();
        return kept.open(asked).orElseThrow(() -> kept.gone(asked, current, question)
                .or(() -> recorded(asked, current))
                .map(message -> Problem.of(Problem.ProblemKind.GONE, message))
                .orElseGet(() -> Problem.of(
                        Problem.ProblemKind.NOT_FOUND,
                        Code.VERSION_UNKNOWN,
                        asked,
                        current.snapshot().version()))
                .about(NAME)
                .exception());
    }

    /** Returns the version that a request names; none if it is left empty, as forms do. */
    public static Optional<String> named(Request request) {
        return request.values(NAME).stream()
                .filter(version -> !version.isEmpty())
                .findFirst();
    }

    /** Returns what the catalogue records of a version. */
    private static Optional<Message> recorded(String asked, PublishedVersion current) {
        return current.model().versions().recorded().stream()
                .filter(version -> version.digest().filter(asked::equals).isPresent())
                .findFirst()
                .map(version -> Message.of(
                        Code.VERSION_RECORDED,
                        asked,
                        named(version),
                        current.snapshot().version()));
    }

    private static String named(Version version) {
        return version.issued().map(date -> version.name() + ", " + date).orElse(version.name());
    }

    /** Returns the query string of a request with the version, which names the answer for good. */
    public static String query(PublishedVersion version, Request request) {
        String rest = request.without(NAME).query();
        return (rest.isEmpty() ? "?" : rest + "&") + NAME + "="
                + PercentEncoding.value(version.snapshot().version());
    }

    /** Returns a reply to a request that names its version as one that caches need not validate. */
    public static Reply lasting(Request request, Reply reply) {
        return named(request).isEmpty() || reply.tag().isEmpty() ? reply : reply.lasting(FOR_EVER);
    }
}
