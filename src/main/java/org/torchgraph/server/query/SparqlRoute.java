package org.torchgraph.server.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.torchgraph.sparql.Answers;
import org.torchgraph.sparql.QueryRequest;
import org.torchgraph.sparql.ResultFormat;

/**
 * {@code /sparql}: the query operation of the SPARQL 1.1 Protocol; the editor for a browser; without a query, the
 * description of the service.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">§2.1</a>
 */
public final class SparqlRoute implements Route {
    /** Those of the protocol, the language of the page, and a mark by which the editor of SIB tells its own queries. */
    private static final List<String> PARAMETERS =
            List.of("query", "default-graph-uri", "named-graph-uri", "lang", "ac");

    private static final String QUERY_BODY = "application/sparql-query";

    /** The first is for a client that takes anything. */
    private static final List<Form> ROWS = List.of(
            Form.of(ResultFormat.JSON),
            Form.of(ResultFormat.XML),
            Form.of(ResultFormat.CSV),
            Form.of(ResultFormat.TSV),
            Form.of(MediaType.of("application/json"), ResultFormat.JSON),
            Form.of(MediaType.of("application/xml"), ResultFormat.XML));

    /** Any query, and the editor. */
    private static final List<Form> ALL =
            Stream.of(ROWS, List.of(Form.PAGE), Form.RDF).flatMap(List::stream).toList();

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
        refuseOthers(request);
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

    private static void refuseOthers(Request request) {
        if (!request.values("update").isEmpty()) {
            throw Problem.of(Problem.Kind.BAD_PARAMETER, "Only queries are answered here; an update is not done.")
                    .about("update")
                    .exception();
        }
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
    }

    /** The one query of the request; empty when a GET has no parameter either, and so asks what the service is. */
    private static Optional<String> text(Request request) {
        List<String> queries = new ArrayList<>(request.values("query"));
        if (request.method().equals("POST")) {
            String type = request.body().type();
            if (type.equals(QUERY_BODY)) {
                queries.add(request.body().text());
            } else if (!type.equals(Request.FORM)) {
                throw Problem.of(
                                Problem.Kind.UNSUPPORTED_MEDIA,
                                "A query is sent as " + QUERY_BODY + " or as a form, not as "
                                        + (type.isEmpty() ? "a body without Content-Type" : type) + ".")
                        .offering(List.of(QUERY_BODY, Request.FORM))
                        .exception();
            }
        }
        if (queries.size() > 1) {
            throw Problem.of(Problem.Kind.BAD_PARAMETER, "There is more than one query; send one at a time.")
                    .about("query")
                    .exception();
        }
        boolean asksNothing = request.parameters().keySet().stream().allMatch("lang"::equals);
        if (queries.isEmpty() && (request.method().equals("POST") || !asksNothing)) {
            throw Problem.of(Problem.Kind.BAD_PARAMETER, "There is no query; send it as the field query.")
                    .about("query")
                    .exception();
        }
        return queries.stream().findFirst();
    }

    private Reply result(Edition edition, Request request, String text) {
        QueryRequest query = QueryRequest.of(text, edition.base())
                .over(request.values("default-graph-uri"), request.values("named-graph-uri"));
        Form form = Answers.areRows(Asking.parsed(query)) ? rows(request) : Form.chosen(request, Form.RDF);
        return replies.reply(edition, query, form, tag(edition, query, form)).varying("Accept");
    }

    /** A browser that sends the plain form would take XML before anything else of ours, and not show it. */
    private static Form rows(Request request) {
        return prefersPage(request) ? ROWS.get(0) : Form.chosen(request, ROWS);
    }

    private static EntityTag tag(Edition edition, QueryRequest query, Form form) {
        return edition.tag(
                "sparql",
                form.suffix(),
                String.join(" ", query.defaultGraphs()),
                String.join(" ", query.namedGraphs()),
                query.text());
    }

    private static boolean prefersPage(Request request) {
        return request.accept().best(ALL, Form::type).filter(Form.PAGE::equals).isPresent();
    }
}
