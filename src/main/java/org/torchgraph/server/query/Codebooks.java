package org.torchgraph.server.query;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.torchgraph.http.ProblemException;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.SpooledResult;
import org.torchgraph.query.Table;
import org.torchgraph.question.Question;
import org.torchgraph.server.reply.SingleFlight;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.codebook.Codebook;
import org.torchgraph.site.codebook.CodebookFile;

/** Tells what the columns of answers hold, by their rows in a version. */
public final class Codebooks {
    private final QueryService queryService;
    private final SingleFlight<String, List<CodebookFile>> files = new SingleFlight<>(1, all -> 1);

    public Codebooks(QueryService queryService) {
        this.queryService = queryService;
    }

    /** Returns the codebook of the rows of a question. */
    static Codebook of(PublishedVersion version, Question question, Table table) {
        return Codebook.of(
                question,
                table,
                version.site(),
                version.model().vocabulary().get(),
                version.resources().labels(Codebook.properties(question)));
    }

    /**
     * Returns the files of all questions that have rows, the same in each run, within their limits; they are computed
     * once for a version.
     */
    List<CodebookFile> all(PublishedVersion version) {
        return files.get(
                version.snapshot().version() + version.program(),
                queryService.deadline(),
                () -> answers(version).map(AnswerFile::facts).toList());
    }

    /**
     * The answer of a question as a file.
     *
     * @param codebook what its columns hold
     * @param csv the rows
     */
    public record AnswerFile(Codebook codebook, byte[] csv) {

        private CodebookFile facts() {
            return new CodebookFile(codebook, csv.length, DigestUtils.sha256Hex(csv));
        }
    }

    /** Returns the answers of all questions that have rows, the same in each run, within their limits. */
    public Stream<AnswerFile> answers(PublishedVersion version) {
        return version.questions().all().stream()
                .filter(Question::hasLastingRows)
                .flatMap(question -> answer(version, question).stream());
    }

    private Optional<AnswerFile> answer(PublishedVersion version, Question question) {
        try {
            QueryRequest query = QueryService.request(version, question, Map.of());
            return Optional.of(answer(queryService, version, question, query, queryService.deadline()));
        } catch (ProblemException beyondLimits) {
            return Optional.empty();
        }
    }

    /**
     * Returns the answer of a question as a file.
     *
     * @throws ProblemException when the query fails or exceeds its limits
     */
    static AnswerFile answer(
            QueryService queryService, PublishedVersion version, Question question, QueryRequest query, Deadline end) {
        Table table = queryService.whole(version, query, end);
        try (SpooledResult csv = queryService.csv(table)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            csv.writeTo(bytes);
            return new AnswerFile(of(version, question, table), bytes.toByteArray());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
