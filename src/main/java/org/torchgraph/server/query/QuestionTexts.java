package org.torchgraph.server.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.empty.EmptyResultExplanation;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.version.MarkdownReplies;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.Representation;
import org.torchgraph.site.markdown.QuestionMarkdown;
import org.torchgraph.site.question.QuestionResult;

/** Returns the answers of saved queries as Markdown; one without rows tells which part of the query leaves none. */
final class QuestionTexts {
    private final QueryService queryService;

    QuestionTexts(QueryService queryService) {
        this.queryService = queryService;
    }

    /**
     * Returns an answer.
     *
     * @param values the lexical forms that the client gave, by parameter
     * @throws org.torchgraph.http.ProblemException 400 for an unknown parameter or an invalid value
     */
    Reply reply(PublishedVersion version, Request request, Question question, Map<String, String> values) {
        LabelsParameter.of(version.site().interfaceLanguages(), request, Representation.MARKDOWN);
        QueryRequest query = QueryService.request(version, question, values).forPage();
        Deadline end = queryService.deadline();
        String canonical = SiteRoute.QUESTION.iri(version.base()) + question.name();
        Reply text = MarkdownReplies.of(version, request, MarkdownReplies.MARKDOWN, canonical, frame -> {
            QuestionResult outcome = queryService.outcome(version, question, query, end);
            Optional<EmptyResultExplanation> empty = outcome instanceof QuestionResult.Rows rows
                            && rows.table().rows().isEmpty()
                    ? Optional.of(queryService.whyEmpty(version, query))
                    : Optional.empty();
            String written = QuestionMarkdown.of(
                    frame,
                    question,
                    values,
                    version.resources().labels(List.copyOf(query.bindings().values())),
                    outcome,
                    empty,
                    version.resources()::describe);
            return MarkdownReplies.content(
                    written,
                    limit(outcome),
                    QuestionRoute.links(
                            request, question, Representation.MARKDOWN, QuestionRoute.expressible(version, outcome)));
        });
        return question.isVolatile() ? text.notStored() : text;
    }

    private static Map<String, String> limit(QuestionResult outcome) {
        return outcome instanceof QuestionResult.Rows rows
                        && rows.table().rows().size() > QuestionMarkdown.MAX_ROWS
                ? Map.of(Reply.RESULT_LIMIT, Integer.toString(QuestionMarkdown.MAX_ROWS))
                : QuestionRoute.limit(outcome);
    }
}
