package org.torchgraph.server.query;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.torchgraph.http.EntityTag;
import org.torchgraph.messages.Language;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultFormat;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.version.AskedVersion;
import org.torchgraph.server.version.PageContexts;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.Representation;
import org.torchgraph.site.cite.Citation;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.markdown.NotebookMarkdown;
import org.torchgraph.site.notebook.Notebook;
import org.torchgraph.site.question.NotebookFiles;
import org.torchgraph.site.question.QuestionPage;
import org.torchgraph.site.words.Reader;

/** Returns notebooks that ask a question again and check that the answer is the same. */
final class NotebookReplies {
    private static final Representation CSV = Representation.of(ResultFormat.CSV);
    private static final String LANGUAGE = "lang";

    private final QueryService queryService;
    private final QuestionChoices offers;

    NotebookReplies(QueryService queryService, QuestionChoices offers) {
        this.queryService = queryService;
        this.offers = offers;
    }

    /** A form of a notebook, by the suffix of its file. */
    enum NotebookForm {
        /** Jupyter. */
        IPYNB(NotebookFiles.JUPYTER, "application/x-ipynb+json"),
        /** R Markdown. */
        RMD(NotebookFiles.R_MARKDOWN, "text/markdown");

        private final String suffix;
        private final String mediaType;

        NotebookForm(String suffix, String mediaType) {
            this.suffix = suffix;
            this.mediaType = mediaType;
        }

        /** Returns the form with a suffix of a question. */
        static Optional<NotebookForm> of(String suffix, Question question) {
            return NotebookFiles.of(question).stream()
                    .filter(suffix::equals)
                    .flatMap(known -> Stream.of(values()).filter(form -> form.suffix.equals(known)))
                    .findFirst();
        }

        private String write(Notebook notebook) {
            return this == IPYNB ? notebook.jupyter().toString() : notebook.rMarkdown();
        }
    }

    /**
     * Returns the notebook of an answer.
     *
     * @param values the lexical forms that the client gave, by parameter
     * @throws org.torchgraph.http.ProblemException 400 for an unknown parameter or an invalid value
     */
    Reply reply(
            PublishedVersion version,
            Request request,
            Question question,
            NotebookForm form,
            Map<String, String> values) {
        QueryRequest query = QueryService.request(version, question, values);
        Language language = PageContexts.chosen(request, version.site().interfaceLanguages());
        String canonical = SiteRoute.QUESTION.iri(version.base()) + question.name();
        String answer = AskedVersion.query(version, request.without(LANGUAGE));
        String here = request.root() + CSV.at(SiteRoute.QUESTION.path(question.name())) + answer;
        PageContext frame = new PageContext(
                version.site().at(request.mount()),
                Reader.of(language),
                request.origin(),
                request.path(),
                request.queryString(),
                canonical,
                List.of());
        EntityTag tag = version.tag("notebook", form.suffix, here, language.code());
        return version.reply(form.mediaType, tag, () -> {
                    Deadline end = queryService.deadline();
                    Codebooks.AnswerFile file = Codebooks.answer(queryService, version, question, query, end);
                    Citation citation = QuestionPage.citation(
                            frame,
                            question,
                            values,
                            offers.of(
                                    version,
                                    question,
                                    values,
                                    query.forPage().bindings().values(),
                                    end));
                    Notebook notebook = Notebook.of(
                            question,
                            file.codebook(),
                            citation.title().text(),
                            NotebookMarkdown.of(frame, question, citation),
                            CSV.at(canonical) + answer,
                            here,
                            DigestUtils.sha256Hex(file.csv()),
                            language.messages());
                    return Content.of(form.write(notebook).getBytes(StandardCharsets.UTF_8));
                })
                .with("Content-Disposition", "attachment; filename=\"%s.%s\"".formatted(question.name(), form.suffix))
                .asRationed();
    }
}
