package org.torchgraph.server.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.torchgraph.http.EntityTag;
import org.torchgraph.query.CompiledQuery;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultFormat;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.HtmlReplies;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.Representation;
import org.torchgraph.site.Pages;

/**
 * Serves {@code /sparql}: the query operation of the SPARQL 1.1 Protocol, the editor for browsers, and without a query
 * the service description.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">§2.1</a>
 */
public final class SparqlRoute implements Route {
    /** Parameters by which clients name a format; the protocol does not define any. */
    private static final List<String> NAMING = List.of("format", "output", "results");

    /** The forms of rows; the first is for a client that accepts anything. */
    private static final List<Representation> ROWS = List.of(
            Representation.of(ResultFormat.JSON),
            Representation.of(ResultFormat.XML),
            Representation.of(ResultFormat.CSV),
            Representation.of(ResultFormat.TSV));

    /** The forms of any query, and the editor. */
    private static final List<Representation> ALL = Stream.of(ROWS, List.of(Representation.PAGE), Representation.RDF)
            .flatMap(List::stream)
            .toList();

    private final CurrentVersion currentVersion;
    private final QueryService queryService;
    private final ResultReplies replies;

    public SparqlRoute(CurrentVersion currentVersion, QueryService queryService) {
        this.currentVersion = currentVersion;
        this.queryService = queryService;
        this.replies = new ResultReplies(queryService);
    }

    @Override
    public List<String> methods() {
        return SparqlProtocolRequest.METHODS;
    }

    @Override
    public List<String> queryBodies() {
        return SparqlProtocolRequest.BODIES;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion version = currentVersion.get();
        SparqlProtocolRequest.refuseUpdate(request);
        // The editor shows any query, even an invalid one.
        if (request.method().equals("GET")
                && form(request, ALL).filter(Representation.PAGE::equals).isPresent()) {
            return editor(version, request);
        }
        return SparqlProtocolRequest.of(version, request)
                .map(query -> result(version, request, query))
                .orElseGet(() -> description(version, request))
                .varying("Accept");
    }

    private static Reply editor(PublishedVersion version, Request sent) {
        Request request = sent.only(List.of("query", "lang"));
        return HtmlReplies.page(
                        version,
                        request,
                        SiteRoute.SPARQL.iri(version.base()),
                        List.of(),
                        frame -> Pages.editor(
                                frame,
                                request.parameter("query").orElse(""),
                                version.questions().all()))
                .varying("Accept");
    }

    private static Reply description(PublishedVersion version, Request request) {
        Representation form = chosen(request, Representation.RDF);
        return form.equals(Representation.PAGE)
                ? editor(version, request)
                : ServiceDescription.reply(version, request, form);
    }

    private Reply result(PublishedVersion version, Request request, QueryRequest query) {
        CompiledQuery compiled = queryService.compiled(query);
        List<Representation> data = ResultReaders.areRows(compiled.query()) ? ROWS : Representation.RDF;
        Representation chosen = chosen(request, data);
        if (chosen.equals(Representation.PAGE) && request.method().equals("GET")) {
            return editor(version, request);
        }
        // A browser that posts the form would get XML, which it cannot show.
        Representation form = chosen.equals(Representation.PAGE) ? data.get(0) : chosen;
        return replies.reply(
                version, query, compiled, form, tag(version, "sparql", query, form.key()), said -> List.of());
    }

    /** Selects among the forms of the result and the page. */
    private static Representation chosen(Request request, List<Representation> data) {
        List<Representation> offered =
                Stream.concat(data.stream(), Stream.of(Representation.PAGE)).toList();
        return named(request, offered).orElseGet(() -> Representation.chosen(request, offered));
    }

    private static Optional<Representation> form(Request request, List<Representation> offered) {
        return named(request, offered).or(() -> Representation.best(request, offered));
    }

    private static Optional<Representation> named(Request request, List<Representation> offered) {
        return NAMING.stream()
                .flatMap(parameter -> request.values(parameter).stream())
                .flatMap(name -> Representation.named(name, offered).stream())
                .findFirst();
    }

    static EntityTag tag(PublishedVersion version, String what, QueryRequest query, String form) {
        return version.tag(
                what,
                form,
                Boolean.toString(query.marked()),
                String.join(" ", query.defaultGraphs()),
                String.join(" ", query.namedGraphs()),
                query.text());
    }
}
