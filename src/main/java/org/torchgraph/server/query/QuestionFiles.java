package org.torchgraph.server.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torchgraph.export.DumpFormats;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.Link;
import org.torchgraph.messages.Language;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultFormat;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.version.AskedVersion;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.Representation;
import org.torchgraph.site.codebook.CsvwMetadata;

/** Returns answers of saved queries as files, each with the address under which it lasts. */
final class QuestionFiles {
    private final ResultReplies replies;

    QuestionFiles(QueryService queryService) {
        this.replies = new ResultReplies(queryService);
    }

    /** Returns an answer in a form of rows or of triples, or as a workbook. */
    Reply reply(PublishedVersion version, Request request, Question question, Representation form) {
        Reply file = file(version, request, question, form);
        return question.isVolatile() ? file : AskedVersion.lasting(request, file.digested());
    }

    private Reply file(PublishedVersion version, Request request, Question question, Representation form) {
        Optional<Language> labels = LabelsParameter.of(version.site().interfaceLanguages(), request, form);
        QueryRequest query = QueryService.request(
                version, question, QuestionRoute.values(request.without(LabelsParameter.NAME), question));
        // Sorted, so that the tag is the same in each run of the program.
        String bindings = query.bindings().entrySet().stream()
                .map(Object::toString)
                .sorted()
                .toList()
                .toString();
        // Links in the content of triples have it.
        String asked = String.join(" ", request.values(AskedVersion.NAME));
        List<Link> cited = cited(version, request, question, form);
        DumpFormats wholes = version.site().dumpFormats();
        if (labels.isPresent()) {
            Language language = labels.get();
            Map<String, String> origin = WorkbookOrigin.of(
                    version,
                    Map.of(
                            "sheet.question", question.titles(),
                            "sheet.description", question.descriptions()),
                    SiteRoute.QUESTION.path(question.name())
                            + address(version, request.without(LabelsParameter.NAME), question),
                    language);
            EntityTag tag = version.tag(
                    "question",
                    question.name(),
                    form.key(),
                    bindings,
                    LabelsParameter.NAME,
                    language.code(),
                    origin.toString());
            return replies.table(
                            version,
                            List.of(query),
                            new ResultReplies.TableFile(question.name(), form, labels, origin, question.isVolatile()),
                            tag)
                    .linking(cited)
                    .linking(QuestionRoute.links(request, question, form, wholes::isExpressible))
                    .linking(described(request, question, form));
        }
        Reply reply = replies.reply(
                        version,
                        query,
                        question.compiled(),
                        form,
                        version.tag("question", question.name(), form.key(), bindings, asked),
                        said -> QuestionRoute.links(request, question, form, said::isExpressible))
                .linking(cited);
        // What rows hold is known only when they have been sent.
        return form.rows().isEmpty()
                ? reply
                : reply.linking(QuestionRoute.links(request, question, form, wholes::isExpressible))
                        .linking(described(request, question, form));
    }

    /** Returns the query string by which an answer is cited, without the version if it differs in each run. */
    private static String address(PublishedVersion version, Request request, Question question) {
        return question.isVolatile() ? request.query() : AskedVersion.query(version, request);
    }

    /** Returns a link to the address of this answer at this version (RFC 8574); none if it differs in each run. */
    private static List<Link> cited(PublishedVersion version, Request request, Question question, Representation form) {
        String iri = SiteRoute.QUESTION.iri(version.base()) + question.name();
        return question.isVolatile()
                ? List.of()
                : List.of(Link.to(form.at(iri) + AskedVersion.query(version, request), "cite-as"));
    }

    /** Returns a link from a CSV file to what its columns hold (Model for Tabular Data §5.2); none from other forms. */
    private static List<Link> described(Request request, Question question, Representation form) {
        return form.rows().equals(Optional.of(ResultFormat.CSV))
                ? List.of(Link.to(
                                SiteRoute.QUESTION.path(question.name() + "." + CsvwMetadata.SUFFIX) + request.query(),
                                "describedby")
                        .type(CsvwMetadata.MEDIA_TYPE))
                : List.of();
    }
}
