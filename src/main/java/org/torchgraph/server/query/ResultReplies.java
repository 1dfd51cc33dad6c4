package org.torchgraph.server.query;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.jena.graph.Graph;
import org.torchgraph.export.Format;
import org.torchgraph.http.EntityTag;
import org.torchgraph.server.edition.Edition;
import org.torchgraph.server.edition.RdfReplies;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.sparql.Answer;
import org.torchgraph.sparql.Answers;
import org.torchgraph.sparql.QueryRequest;
import org.torchgraph.sparql.ResultFormat;

/** Answers of queries as replies: rows in the formats of SPARQL, triples in those of RDF. */
final class ResultReplies {
    private final Asking asking;

    ResultReplies(Asking asking) {
        this.asking = asking;
    }

    Reply rows(Edition edition, QueryRequest query, ResultFormat format, EntityTag tag) {
        String charset = format.mediaType().startsWith("text/") ? ";charset=utf-8" : "";
        return Reply.ok(
                        format.mediaType() + charset,
                        tag,
                        () -> content(asking.ask(edition, query, Answers.bytes(format, asking.answerBytes()))))
                .with("Torchgraph-Version", edition.snapshot().version());
    }

    Reply triples(Edition edition, QueryRequest query, Format format, EntityTag tag) {
        return RdfReplies.triples(edition, format, tag, () -> {
            Graph graph = asking.ask(edition, query, Answers.triples(asking.answerTriples()));
            return graph.find().toList();
        });
    }

    private static Content content(Answer answer) {
        return new Content() {
            @Override
            public long length() {
                return answer.length();
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                answer.writeTo(out);
            }

            @Override
            public void close() {
                answer.close();
            }
        };
    }
}
