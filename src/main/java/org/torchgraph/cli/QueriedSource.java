package org.torchgraph.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.TimeUnit;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.http.QueryExecHTTPBuilder;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReader;
import org.torchgraph.query.guard.QueryParsing;
import org.torchgraph.server.version.SelfDescription;

/** Runs the queries of a command over the publication or at a remote endpoint. */
interface QueriedSource extends AutoCloseable {

    /**
     * Runs a query and reads its result completely.
     *
     * @throws org.torchgraph.query.QueryFailedException if the query is rejected or fails locally
     * @throws CommandFailedException if the endpoint returns no result
     */
    <T> T ask(QueryRequest request, ResultReader<T> reader) throws IOException;

    @Override
    default void close() {
        // An endpoint is left as it is.
    }

    /** Returns the publication in memory with its description, as a site would serve it. */
    static QueriedSource of(Publication publication) {
        MemoryDataset dataset = MemoryDataset.of(publication);
        Snapshot snapshot = SelfDescription.of(publication, dataset.snapshot()).snapshot();
        return new QueriedSource() {
            @Override
            public <T> T ask(QueryRequest request, ResultReader<T> reader) {
                return snapshot.query(request, reader);
            }

            @Override
            public void close() {
                dataset.close();
            }
        };
    }

    /** Returns an endpoint of the SPARQL 1.1 Protocol; parameters are substituted in the query as terms. */
    static QueriedSource at(String endpoint) {
        return new QueriedSource() {
            @Override
            public <T> T ask(QueryRequest request, ResultReader<T> reader) throws IOException {
                Query query = request.written(QueryParsing.checked(request.text(), request.base()));
                try (QueryExec running = QueryExecHTTPBuilder.service(endpoint)
                        .query(query)
                        .timeout(Limits.standard().time().toSeconds() * 6, TimeUnit.SECONDS)
                        .build()) {
                    return reader.read(running);
                } catch (QueryException | HttpException | IllegalArgumentException failed) {
                    throw new CommandFailedException(Code.ENDPOINT_SILENT, endpoint, reason(failed));
                }
            }
        };
    }

    private static Message reason(RuntimeException failed) {
        if (failed instanceof QueryExceptionHTTP http && http.getStatusCode() >= 400) {
            return Message.of(Code.ENDPOINT_STATUS, http.getStatusCode());
        }
        boolean unreached = ExceptionUtils.indexOfType(failed, ConnectException.class) >= 0;
        return Message.of(unreached ? Code.ENDPOINT_UNREACHED : Code.ENDPOINT_ANSWER);
    }
}
