package org.torchgraph.server.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.torchgraph.http.EntityTag;
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
    /** Parameters by which clients name a form; the protocol knows none. */
    private static final List<String> NAMING = List.of("format", "output", "results");

    /** The first is for a client that takes anything. */
    private static final List<Form> ROWS = List.of(
            Form.of(ResultFormat.JSON),
            Form.of(ResultFormat.XML),
            Form.of(ResultFormat.CSV),
            Form.of(ResultFormat.TSV));

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
        return AskedQuery.METHODS;
    }

    @Override
    public List<String> queryBodies() {
        return AskedQuery.BODIES;
    }

    @Override
    public Reply answer(Request request) {
        Edition edition = editions.get();
        AskedQuery.refuseUpdate(request);
        // Whatever query stands in the editor, and if it is none.
        if (request.method().equals("GET")
                && form(request, ALL).filter(Form.PAGE::equals).isPresent()) {
            return editor(edition, request);
        }
        return AskedQuery.of(edition, request)
                .map(query -> result(edition, request, query))
                .orElseGet(() -> description(edition, request))
                .varying("Accept");
    }

    private static Reply editor(Edition edition, Request sent) {
        Request request = sent.only(List.of("query", "lang"));
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

    private static Reply description(Edition edition, Request request) {
        Form form = chosen(request, Form.RDF);
        return form.equals(Form.PAGE) ? editor(edition, request) : ServiceDescription.reply(edition, request, form);
    }

    private Reply result(Edition edition, Request request, QueryRequest query) {
        Query parsed = Asking.parsed(query);
        List<Form> data = Answers.areRows(parsed) ? ROWS : Form.RDF;
        Form chosen = chosen(request, data);
        if (chosen.equals(Form.PAGE) && request.method().equals("GET")) {
            return editor(edition, request);
        }
        // A browser that sends the plain form would take XML before anything else of ours, and not show it.
        Form form = chosen.equals(Form.PAGE) ? data.get(0) : chosen;
        return replies.reply(edition, query, parsed, form, tag(edition, "sparql", query, form.key()));
    }

    /** Of the forms of one kind of answer, and the page, which will do for any. */
    private static Form chosen(Request request, List<Form> data) {
        List<Form> offered = Stream.concat(data.stream(), Stream.of(Form.PAGE)).toList();
        return named(request, offered).orElseGet(() -> Form.chosen(request, offered));
    }

    private static Optional<Form> form(Request request, List<Form> offered) {
        return named(request, offered).or(() -> Form.best(request, offered));
    }

    private static Optional<Form> named(Request request, List<Form> offered) {
        return NAMING.stream()
                .flatMap(parameter -> request.values(parameter).stream())
                .flatMap(name -> Form.named(name, offered).stream())
                .findFirst();
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
}
