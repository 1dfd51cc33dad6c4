package org.torchgraph.query.guard;

import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.modify.request.UpdateBinaryOp;
import org.apache.jena.sparql.modify.request.UpdateData;
import org.apache.jena.sparql.modify.request.UpdateDeleteWhere;
import org.apache.jena.sparql.modify.request.UpdateDropClear;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.sparql.modify.request.UpdateMove;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;
import org.torchgraph.messages.Code;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryFailedException.FailureKind;

/** Parses updates: SPARQL 1.1 Update without {@code LOAD}, into named graphs only. */
public final class UpdateParsing {

    private UpdateParsing() {}

    /**
     * Parses an update.
     *
     * @param base the IRI against which relative IRIs are resolved
     * @param toDefault whether it may write to the default graph
     * @param using the IRIs of {@code using-graph-uri}
     * @param usingNamed the IRIs of {@code using-named-graph-uri}
     * @throws QueryFailedException SYNTAX; UPDATE_REFUSED if it reads a document from the web, or writes to the default
     *     graph and may not
     * @see <a href="https://www.w3.org/TR/sparql11-protocol/#update-operation">SPARQL 1.1 Protocol §2.2</a>
     */
    public static UpdateRequest parse(
            String text, String base, boolean toDefault, List<String> using, List<String> usingNamed) {
        UpdateRequest request;
        try {
            request = UpdateFactory.create(text, base, Syntax.syntaxSPARQL_12);
        } catch (JenaException | IllegalArgumentException malformed) {
            throw QueryFailures.ofText(malformed);
        } catch (StackOverflowError deep) {
            throw new QueryFailedException(FailureKind.TOO_DEEP, Code.QUERY_DEPTH);
        }
        for (Update operation : request.getOperations()) {
            if (operation instanceof UpdateLoad) {
                throw new QueryFailedException(FailureKind.UPDATE_REFUSED, Code.UPDATE_LOAD);
            }
            if (!toDefault && writesDefaultGraph(operation)) {
                throw new QueryFailedException(FailureKind.UPDATE_REFUSED, Code.GRAPH_UNION);
            }
            if (operation instanceof UpdateModify modify && !(using.isEmpty() && usingNamed.isEmpty())) {
                use(modify, using, usingNamed);
            }
        }
        return request;
    }

    private static void use(UpdateModify modify, List<String> using, List<String> usingNamed) {
        if (modify.getWithIRI() != null
                || !modify.getUsing().isEmpty()
                || !modify.getUsingNamed().isEmpty()) {
            throw new QueryFailedException(FailureKind.SYNTAX, Code.UPDATE_USING_TWICE);
        }
        using.forEach(graph -> modify.addUsing(NodeFactory.createURI(graph)));
        usingNamed.forEach(graph -> modify.addUsingNamed(NodeFactory.createURI(graph)));
    }

    private static boolean writesDefaultGraph(Update operation) {
        return switch (operation) {
            case UpdateData data -> anyDefault(data.getQuads());
            case UpdateDeleteWhere where -> anyDefault(where.getQuads());
            case UpdateModify modify ->
                modify.getWithIRI() == null
                        && (anyDefault(modify.getDeleteQuads()) || anyDefault(modify.getInsertQuads()));
            case UpdateDropClear clear -> clear.isDefault() || clear.isAll();
            case UpdateMove move -> move.getSrc().isDefault() || move.getDest().isDefault();
            case UpdateBinaryOp copy -> copy.getDest().isDefault();
            default -> false;
        };
    }

    private static boolean anyDefault(List<Quad> quads) {
        return quads.stream().anyMatch(quad -> Quad.isDefaultGraph(quad.getGraph()));
    }
}
