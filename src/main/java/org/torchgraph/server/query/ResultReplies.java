package org.torchgraph.server.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.torchgraph.export.SortedGraph;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.Link;
import org.torchgraph.messages.Language;
import org.torchgraph.query.CompiledQuery;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultFormat;
import org.torchgraph.query.guard.VolatileFunctions;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.SpooledContent;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.RdfReplies;
import org.torchgraph.server.version.Representation;

/** Turns query results into replies: rows in the SPARQL result formats, triples in RDF formats. */
final class ResultReplies {
    private final QueryService queryService;

    ResultReplies(QueryService queryService) {
        this.queryService = queryService;
    }

    /**
     * Returns the reply to a query.
     *
     * @param compiled the compiled text, which is asked, and decides whether the result may be cached
     * @param form a form of rows or of triples, not a page
     * @param links makes the links that depend on the triples
     */
    Reply reply(
            PublishedVersion version,
            QueryRequest query,
            CompiledQuery compiled,
            Representation form,
            EntityTag tag,
            Function<SortedGraph, List<Link>> links) {
        Deadline end = queryService.deadline();
        QueryRequest asked = query.asking(compiled);
        Reply reply = form.rows()
                .map(format -> rows(version, asked, format, tag, end))
                .orElseGet(() ->
                        RdfReplies.triples(version, form, tag, () -> queryService.triples(version, asked, end), links));
        return kept(reply, compiled).asRationed();
    }

    /**
     * A file with the rows of saved queries.
     *
     * @param name its name without extension
     * @param form CSV or a workbook
     * @param labels the language of labels beside IRIs; none for plain CSV
     * @param origin what a workbook tells of where its rows come from: values by their headings
     * @param isVolatile whether the rows differ in each run
     */
    record TableFile(
            String name,
            Representation form,
            Optional<Language> labels,
            Map<String, String> origin,
            boolean isVolatile) {}

    /** Returns the rows of queries with the same columns, one after the other, as a file. */
    Reply table(PublishedVersion version, List<QueryRequest> queries, TableFile file, EntityTag tag) {
        Deadline end = queryService.deadline();
        Reply reply = version.reply(
                file.form().type().toString(),
                tag,
                () -> new SpooledContent(queryService.written(version, queries, file, end)));
        Reply named = file.labels()
                .map(language -> reply.with(
                        "Content-Disposition",
                        "attachment; filename=\"%s.%s.%s\""
                                .formatted(
                                        file.name(),
                                        language.code(),
                                        file.form().suffix())))
                .orElse(reply);
        return (file.isVolatile() ? named.notStored() : named).asRationed();
    }

    private static Reply kept(Reply reply, CompiledQuery compiled) {
        return VolatileFunctions.areCalledBy(compiled.algebra()) ? reply.notStored() : reply;
    }

    private Reply rows(PublishedVersion version, QueryRequest query, ResultFormat format, EntityTag tag, Deadline end) {
        return version.reply(
                format.mediaType(), tag, () -> new SpooledContent(queryService.rows(version, query, format, end)));
    }
}
