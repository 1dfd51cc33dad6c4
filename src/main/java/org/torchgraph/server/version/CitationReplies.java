package org.torchgraph.server.version;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.site.cite.Citation;
import org.torchgraph.site.cite.CitationFormat;
import org.torchgraph.site.frame.PageContext;

/** Returns the citation of a page in the format that the parameter {@code cite} names. */
public final class CitationReplies {
    /** The parameter with the format. */
    public static final String NAME = "cite";

    private CitationReplies() {}

    /**
     * Returns the format that a request asks for; empty if it asks for the page itself.
     *
     * @throws org.torchgraph.http.ProblemException 400 for another format
     */
    public static Optional<CitationFormat> format(Request request) {
        List<String> given = request.values(NAME);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (given.size() > 1) {
            throw Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.PARAMETER_REPEATED, NAME)
                    .about(NAME)
                    .exception();
        }
        return Optional.of(CitationFormat.coded(given.get(0)).orElseThrow(() -> Problem.of(
                        Problem.ProblemKind.BAD_PARAMETER, Code.CITE_FORMAT, given.get(0), CitationFormat.codes())
                .about(NAME)
                .exception()));
    }

    /** Returns the citation as a file. It has the day of access, which its entity tag has too. */
    public static Reply reply(
            PublishedVersion version,
            Request request,
            String canonical,
            CitationFormat format,
            Function<PageContext, Citation> cited) {
        Citation citation = cited.apply(PageContexts.of(version, request, canonical, List.of()));
        String text = format.write(citation, LocalDate.now(ZoneOffset.UTC));
        return Reply.ok(
                        format.mediaType() + ";charset=utf-8",
                        version.tag("cite", text),
                        () -> Content.of(text.getBytes(StandardCharsets.UTF_8)))
                .with("Content-Disposition", "attachment; filename=\"" + format.fileName(citation) + "\"")
                .varying("Accept-Language");
    }
}
