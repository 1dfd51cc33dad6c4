package org.torchgraph.query.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetDescription;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.query.CompiledQuery;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryRequest;

/** Parses queries: SPARQL 1.1 without extensions. */
public final class QueryParsing {

    private QueryParsing() {}

    /**
     * Compiles a query that is to be saved, which asks no other host, and applies the guards.
     *
     * @param text the query text
     * @param base the IRI against which relative IRIs are resolved
     * @throws QueryFailedException SYNTAX, TOO_LONG, TOO_DEEP, SERVICE_REFUSED or FUNCTION_REFUSED
     */
    public static CompiledQuery checked(String text, String base) {
        return checked(text, base, Limits.standard());
    }

    /**
     * Compiles a query and applies the guards, whose failures come before anything runs.
     *
     * @throws QueryFailedException SYNTAX, TOO_LONG, TOO_DEEP, SERVICE_REFUSED or FUNCTION_REFUSED
     */
    public static CompiledQuery checked(String text, String base, Limits limits) {
        try {
            CompiledQuery query = CompiledQuery.of(parse(text, base, limits));
            Guards.guarded(query.algebra(), new AtomicBoolean(), limits.services());
            return query;
        } catch (StackOverflowError e) {
            throw QueryFailures.ofRun(e, limits);
        }
    }

    /**
     * Parses a query; it is not yet held against the guards.
     *
     * @throws QueryFailedException SYNTAX or TOO_LONG
     */
    private static Query parse(String text, String base, Limits limits) {
        if (text.length() > limits.textLength()) {
            throw new QueryFailedException(
                    QueryFailedException.FailureKind.TOO_LONG, Code.QUERY_LENGTH, text.length(), limits.textLength());
        }
        try {
            Query query = QueryFactory.create(text, base, Syntax.syntaxSPARQL_12);
            query.ensureResultVars();
            return query;
        } catch (JenaException | IllegalArgumentException e) {
            throw QueryFailures.ofText(e);
        }
    }

    /**
     * Returns the graphs that a request names by the protocol, else those of {@code FROM} and {@code FROM NAMED}; empty
     * when the query is asked of all there are.
     */
    public static Optional<DatasetDescription> graphs(QueryRequest request, Query query) {
        List<String> asDefault = resolved(request.defaultGraphs(), request.base());
        List<String> named = resolved(request.namedGraphs(), request.base());
        return asDefault.isEmpty() && named.isEmpty()
                ? Optional.ofNullable(query.getDatasetDescription())
                : Optional.of(DatasetDescription.create(asDefault, named));
    }

    private static List<String> resolved(List<String> names, String base) {
        List<String> iris = new ArrayList<>();
        for (String name : names) {
            try {
                if (name.isEmpty()) {
                    throw new IRIException("empty");
                }
                iris.add(IRIx.create(base).resolve(name).str());
            } catch (IRIException e) {
                throw new QueryFailedException(
                        QueryFailedException.FailureKind.SYNTAX, Message.of(Code.GRAPH_NAME, name), e);
            }
        }
        return iris;
    }
}
