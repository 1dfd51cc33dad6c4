package org.torchgraph.server.query;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.MediaType;
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
    /** The language of the page, and the mark of an editor. */
    private static final List<String> BESIDES = List.of("lang", AskedQuery.MARK);

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
        AskedQuery.refuseOthers(request, BESIDES);
        boolean browser = request.method().equals("GET") && prefersPage(request);
        if (browser) {
            return HtmlReplies.page(
                            edition,
                            request,
                            edition.base() + "sparql",
                            List.of(),
                            frame -> Pages.editor(
                                    frame,
                                    request.parameter("query").orElse(""),
                                    edition.questions().all()))
                    .varying("Accept");
        }
        return AskedQuery.of(edition, request)
                .map(query -> result(edition, request, query))
                .orElseGet(() -> ServiceDescription.reply(edition, request));
    }

    private Reply result(Edition edition, Request request, QueryRequest query) {
        Query parsed = Asking.parsed(query);
        Form form = Answers.areRows(parsed) ? rows(request) : Form.chosen(request, Form.RDF);
        return replies.reply(edition, query, parsed, form, tag(edition, "sparql", query, form.suffix()))
                .varying("Accept");
    }

    /** A browser that sends the plain form would take XML before anything else of ours, and not show it. */
    private static Form rows(Request request) {
        return prefersPage(request) ? ROWS.get(0) : Form.chosen(request, ROWS);
    }

    static EntityTag tag(Edition edition, String what, QueryRequest query, String form) {
        return edition.tag(
                what,
                form,
                Boolean.toString(query.marked()),
                String.join(" ", query.defaultGraphs()),
                String.join(" ", query.namedGraphs()),
                query.text());
    }

    private static boolean prefersPage(Request request) {
        return request.accept().best(ALL, Form::type).filter(Form.PAGE::equals).isPresent();
    }
}
