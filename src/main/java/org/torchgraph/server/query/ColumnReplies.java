package org.torchgraph.server.query;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Labels;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultFormat;
import org.torchgraph.query.Table;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.Representation;
import org.torchgraph.site.codebook.Codebook;
import org.torchgraph.site.codebook.CsvwMetadata;
import org.torchgraph.site.spreadsheet.LabelledTable;
import org.torchgraph.site.words.Reader;

/** Returns what the columns of the CSV file of a question hold, for the same parameters as the file. */
final class ColumnReplies {
    private static final Representation CSV = Representation.of(ResultFormat.CSV);

    private final QueryService queryService;

    ColumnReplies(QueryService queryService) {
        this.queryService = queryService;
    }

    /**
     * Returns the metadata of a file.
     *
     * @param values the lexical forms that the client gave, by parameter
     * @throws org.torchgraph.http.ProblemException 400 for an unknown parameter or an invalid value
     */
    Reply reply(PublishedVersion version, Request request, Question question, Map<String, String> values) {
        Optional<Language> labels = LabelsParameter.of(version.site().interfaceLanguages(), request, CSV);
        QueryRequest query = QueryService.request(version, question, values);
        String file = CSV.at(question.name()) + request.query();
        String answer = SiteRoute.QUESTION.iri(version.base())
                + question.name()
                + request.without(LabelsParameter.NAME).query();
        Reply reply =
                version.reply(CsvwMetadata.MEDIA_TYPE, version.tag("columns", question.name(), request.query()), () -> {
                    Table table = queryService.whole(version, query, queryService.deadline());
                    Codebook codebook = Codebooks.of(version, question, table);
                    JsonObject json = labels.map(language -> CsvwMetadata.labelled(
                                    codebook,
                                    headings(version, table, language),
                                    language,
                                    file,
                                    answer,
                                    version.site()))
                            .orElseGet(() -> CsvwMetadata.of(codebook, file, answer, version.site()));
                    return Content.of(json.toString().getBytes(StandardCharsets.UTF_8));
                });
        return (question.isVolatile() ? reply.notStored() : reply).asRationed();
    }

    private static List<String> headings(PublishedVersion version, Table table, Language language) {
        Labels none = version.resources().labels(List.of());
        return LabelledTable.of(table, version.site().headings(), version.site().wording(none, Reader.of(language)))
                .head();
    }
}
