package org.torchgraph.server.query;

import java.io.IOException;
import java.io.OutputStream;
import org.torchgraph.http.EntityTag;
import org.torchgraph.server.edition.Edition;
import org.torchgraph.server.edition.Form;
import org.torchgraph.server.edition.RdfReplies;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.sparql.Answer;
import org.torchgraph.sparql.QueryRequest;
import org.torchgraph.sparql.ResultFormat;

/** Answers of queries as replies: rows in the formats of SPARQL, triples in those of RDF. */
final class ResultReplies {
    private final Asking asking;

    ResultReplies(Asking asking) {
        this.asking = asking;
    }

    /** @param form of rows or of triples, not a page */
    Reply reply(Edition edition, QueryRequest query, Form form, EntityTag tag) {
        return form.rows()
                .map(format -> rows(edition, query, format, tag))
                .orElseGet(() -> RdfReplies.triples(
                        edition, form.rdf().orElseThrow(), tag, () -> asking.triples(edition, query)));
    }

    private Reply rows(Edition edition, QueryRequest query, ResultFormat format, EntityTag tag) {
        return edition.reply(format.mediaType(), tag, () -> content(asking.rows(edition, query, format)));
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
