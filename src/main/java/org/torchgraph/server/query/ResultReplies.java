package org.torchgraph.server.query;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.query.Query;
import org.torchgraph.export.SortedGraph;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.Link;
import org.torchgraph.messages.Language;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultFormat;
import org.torchgraph.query.SpooledResult;
import org.torchgraph.query.guard.VolatileFunctions;
import org.torchgraph.question.Question;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.SpooledContent;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.RdfReplies;
import org.torchgraph.server.version.Representation;
import org.torchgraph.site.spreadsheet.LabelledCsv;
import org.torchgraph.site.spreadsheet.LabelledTable;
import org.torchgraph.site.spreadsheet.LabelledWorkbook;

/** Turns query results into replies: rows in the SPARQL result formats, triples in RDF formats. */
final class ResultReplies {
    private final QueryService queryService;

    ResultReplies(QueryService queryService) {
        this.queryService = queryService;
    }

    /**
     * Returns the reply to a query.
     *
     * @param parsed the parsed query, which decides whether the result may be cached
     * @param form a form of rows or of triples, not a page
     * @param links makes the links that depend on the triples
     */
    Reply reply(
            PublishedVersion version,
            QueryRequest query,
            Query parsed,
            Representation form,
            EntityTag tag,
            Function<SortedGraph, List<Link>> links) {
        Deadline end = queryService.deadline();
        Reply reply = form.rows()
                .map(format -> rows(version, query, format, tag, end))
                .orElseGet(() ->
                        RdfReplies.triples(version, form, tag, () -> queryService.triples(version, query, end), links));
        return kept(reply, parsed);
    }

    /**
     * Returns the rows of a saved query as a file for spreadsheets, with labels in a language.
     *
     * @param form CSV or a workbook
     * @param origin what a workbook tells of where its rows come from: values by their headings
     */
    Reply labelled(
            PublishedVersion version,
            QueryRequest query,
            Question question,
            Representation form,
            Language language,
            Map<String, String> origin,
            EntityTag tag) {
        Deadline end = queryService.deadline();
        Function<LabelledTable, SpooledResult.Writer> written = form.equals(Representation.WORKBOOK)
                ? table -> new LabelledWorkbook(table, origin, language.messages())::write
                : table -> new LabelledCsv(table)::write;
        Reply reply = version.reply(
                form.type().toString(),
                tag,
                () -> new SpooledContent(queryService.labelled(version, query, language, written, end)));
        String file = question.name() + "." + language.code() + "." + form.suffix();
        return kept(reply, question.query()).with("Content-Disposition", "attachment; filename=\"" + file + "\"");
    }

    private static Reply kept(Reply reply, Query parsed) {
        return VolatileFunctions.areCalledBy(parsed) ? reply.notStored() : reply;
    }

    private Reply rows(PublishedVersion version, QueryRequest query, ResultFormat format, EntityTag tag, Deadline end) {
        return version.reply(
                format.mediaType(), tag, () -> new SpooledContent(queryService.rows(version, query, format, end)));
    }
}
