package org.torchgraph.server.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.torchgraph.export.Format;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.MediaType;
import org.torchgraph.http.Problem;
import org.torchgraph.server.edition.Edition;
import org.torchgraph.server.edition.Editions;
import org.torchgraph.server.edition.Form;
import org.torchgraph.server.edition.HtmlReplies;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.site.Pages;
import org.torchgraph.sparql.QueryRequest;
import org.torchgraph.sparql.ResultFormat;

/**
 * {@code /sparql}: the query operation of the SPARQL 1.1 Protocol; the editor for a browser; without a query, the
 * description of the service.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">§2.1</a>
 */
public final class SparqlRoute implements Route {
    private static final List<String> PARAMETERS = List.of("query", "default-graph-uri", "named-graph-uri", "lang");
    private static final String QUERY_BODY = "application/sparql-query";

    /** The first is for a client that takes anything. */
    private static final List<MediaType> ROWS = Stream.concat(
                    Stream.of(ResultFormat.JSON, ResultFormat.XML, ResultFormat.CSV, ResultFormat.TSV)
                            .map(format -> MediaType.of(format.mediaType())),
                    Stream.of(MediaType.of("application/json"), MediaType.of("application/xml")))
            .toList();

    private final Editions editions;
    private final ResultReplies replies;

    public SparqlRoute(Editions editions, Asking asking) {
        this.editions = editions;
        this.replies = new ResultReplies(asking);
    }

    @Override
    public List<String> methods() {
        return List.of("GET", "HEAD", "POST");
    }

    @Override
    public Reply answer(Request request) {
        Edition edition = editions.get();
        request.parameters().keySet().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw Problem.of(
                                    Problem.Kind.BAD_PARAMETER,
                                    "There is no parameter " + unknown + "; a query takes "
                                            + String.join(", ", PARAMETERS) + ".")
                            .about(unknown)
                            .exception();
                });
        boolean browser = request.method().equals("GET") && prefersPage(request);
        if (browser) {
            return HtmlReplies.page(
                            edition,
                            request,
                            edition.base() + "sparql",
                            List.of(),
                            frame -> Pages.editor(
                                    frame, request.parameter("query").orElse("")))
                    .varying("Accept");
        }
        return text(request)
                .map(text -> result(edition, request, text))
                .orElseGet(() -> ServiceDescription.reply(edition, request));
    }

    private static Optional<String> text(Request request) {
        List<String> queries = request.values("query");
        String type = request.body().type();
        if (type.equals(QUERY_BODY)) {
            return Optional.of(request.body().text());
        }
        if (!type.isEmpty()) {
            throw Problem.of(
                            Problem.Kind.UNSUPPORTED_MEDIA,
                            "A query is sent as " + QUERY_BODY + " or as a form, not as " + type + ".")
                    .offering(List.of(QUERY_BODY, "application/x-www-form-urlencoded"))
                    .exception();
        }
        if (queries.size() > 1) {
            throw Problem.of(Problem.Kind.BAD_PARAMETER, "There is more than one query; send one at a time.")
                    .about("query")
                    .exception();
        }
        if (queries.isEmpty() && request.method().equals("POST")) {
            throw Problem.of(Problem.Kind.BAD_PARAMETER, "There is no query; send it as the field query.")
                    .about("query")
                    .exception();
        }
        return queries.stream().findFirst();
    }

    private Reply result(Edition edition, Request request, String text) {
        QueryRequest query = QueryRequest.of(text, edition.base())
                .over(request.values("default-graph-uri"), request.values("named-graph-uri"));
        Query parsed = Asking.parsed(query);
        Reply reply = parsed.isSelectType() || parsed.isAskType()
                ? rows(edition, request, query)
                : triples(edition, request, query);
        return reply.varying("Accept");
    }

    private Reply rows(Edition edition, Request request, QueryRequest query) {
        // A browser that sends the plain form would take XML before anything else of ours, and not show it.
        ResultFormat format = prefersPage(request) ? ResultFormat.JSON : chosen(request);
        return replies.rows(edition, query, format, tag(edition, query, format.mediaType()));
    }

    private static ResultFormat chosen(Request request) {
        MediaType type = request.accept().best(ROWS).orElseThrow(() -> Problem.notAcceptable(
                        ROWS.stream().map(MediaType::toString).toList())
                .exception());
        return Stream.of(ResultFormat.values())
                .filter(one -> one.mediaType().equals(type.essence()))
                .findFirst()
                .orElse(type.essence().endsWith("json") ? ResultFormat.JSON : ResultFormat.XML);
    }

    private Reply triples(Edition edition, Request request, QueryRequest query) {
        Format format = Form.chosen(request, Form.RDF).format().orElseThrow();
        return replies.triples(edition, query, format, tag(edition, query, format.mediaType()));
    }

    private static EntityTag tag(Edition edition, QueryRequest query, String format) {
        return edition.tag(
                "sparql",
                format,
                String.join(" ", query.defaultGraphs()),
                String.join(" ", query.namedGraphs()),
                query.text());
    }

    private static boolean prefersPage(Request request) {
        return request.accept()
                .best(Stream.concat(
                                ROWS.stream(),
                                Stream.concat(
                                        Stream.of(HtmlReplies.HTML),
                                        Form.RDF.stream().map(Form::type)))
                        .toList())
                .filter(HtmlReplies.HTML::equals)
                .isPresent();
    }
}
